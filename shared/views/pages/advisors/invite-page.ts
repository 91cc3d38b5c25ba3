/** The invitation that an advisor sends to applicants who began a plan themselves. */
import { html } from '#shared/base/html.ts';
import { LINK_DAYS } from '#shared/base/limits.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { advisorPage } from './frame.ts';

export function invitePage(advisor: Advisor, { id, name }: Cohort, url: string): string {
  return advisorPage(
    'Invite applicants',
    advisor,
    [{ label: name, path: cohortPath(id) }],
    html`<h1>Invite applicants to share their plan</h1>
<p>Some applicants start a plan before you import them. Send them this link. With it, they can share their plan with the advisors of ${name}, and take it out again at any time.</p>
<p><code>${url}</code></p>
<p class="hint">It works for ${LINK_DAYS} days, while you advise this cohort. “Sign out everywhere” ends it. Applicants who are in your cohort already do not need it.</p>`,
  );
}
