/** Sharing a self-begun plan with a school: the invitation, and the plan's own page about it. */
import { html } from 'hono/html';
import { NEW_LINK_PATH, type PagePaths, START_PATH } from '#shared/base/links/urls.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { page } from './layout.ts';

export type NotShared = 'no-invitation' | 'known-there' | 'shared-already';

const WHY_NOT: Readonly<Record<NotShared, string>> = {
  'no-invitation':
    'This is not an invitation, or it has ended. Ask your advisor for a new one, and paste the whole address.',
  'known-there':
    'This school already has a plan for your email address. Request a link to that plan, and use it instead. You can delete this one.',
  'shared-already': 'Your plan is shared with a school already. Take it out there first.',
};

export function invitationPage(
  of: { readonly advisor: Advisor; readonly cohort: Cohort },
  url: string,
): string {
  return page(
    'Share your plan',
    html`<div class="card"><h1>Share your plan with ${of.cohort.name}</h1>
<p>${of.advisor.profile.name} invites you to share the plan that you started here. The advisors of ${of.cohort.name} would see all of it except your own notes, and could help you in time.</p>
<ol><li><a class="target" href="${NEW_LINK_PATH}">Request a link to your plan</a>, and open it.</li>
<li>Choose “Change my profile”, then “Share my plan with a school”.</li>
<li>Paste this address: <code>${url}</code></li></ol>
<p>Opening this page shares nothing. You can take your plan out again at any time. <a class="target" href="${START_PATH}">No plan yet? Start one</a></p></div>`,
  );
}

export function sharePage(of: {
  readonly paths: PagePaths;
  readonly cohort?: Cohort;
  readonly problem?: NotShared;
}): string {
  const { paths, cohort, problem } = of;
  return page(
    'Share my plan with a school',
    html`<p><a class="target" href="${paths.plan}">Back to your plan</a></p>
<section aria-labelledby="share"><h1 id="share">Share my plan with a school</h1>
${problem ? html`<p role="alert"><strong>${WHY_NOT[problem]}</strong></p>` : ''}
${
  cohort
    ? html`<p>The advisors of <strong>${cohort.name}</strong> see your plan: its rotations, documents, letters, and dates. They do not see your own notes.</p>
<form method="post" action="${paths.takeOut}"><p class="hint">They will no longer see it, and what they noted about it is deleted. Your plan and your reminders stay as they are.</p>
<button>Take my plan out</button></form>`
    : html`<p>Only you see your plan now. With an invitation from an advisor, you can share all of it except your own notes with the advisors of one cohort. You can take it out again at any time.</p>
<form method="post" action="${paths.share}"><p><label for="invitation">The invitation’s address</label>
<input id="invitation" name="invitation" required maxlength="2000" autocomplete="off"></p>
<button>Share my plan</button></form>`
}
</section>`,
  );
}
