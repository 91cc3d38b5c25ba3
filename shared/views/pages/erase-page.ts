/** Deleting a plan: what goes, what stays, and one button. */
import { html } from 'hono/html';
import { page } from './layout.ts';
import type { PageView } from './page-view.ts';

/** What deleting removes, before it does. */
export function confirmErasePage({ applicant, paths }: PageView): string {
  const count = applicant.facts.rotations.length;
  return page(
    'Delete my plan',
    html`<p><a class="target" href="${paths.plan}">Back to your plan</a></p>
<section aria-labelledby="delete"><h1 id="delete">Delete your plan?</h1>
<p>This removes your name, your address, ${count === 1 ? 'your rotation' : `your ${count} rotations`} with documents and letters, your costs, cases, stories and the history. No email comes any more, to you or to your letter writers.</p>
<p>Counts without a name stay in your cohort’s report. Emails that have left are in mailboxes and stay there. Where backups of the store are kept, it is gone from them after 35 days.</p>
<p>It cannot be undone. <a href="${paths.takeAway}">Take everything away</a> first if you may want it.</p>
<form method="post" action="${paths.erase}">
<button>Delete my plan for good</button>
</form>
<p><a class="target" href="${paths.plan}">Keep my plan</a></p>
</section>`,
  );
}

/** The last page of a plan: it is gone. */
export function erasedPage(): string {
  return page(
    'This plan is deleted',
    html`<div class="card"><h1>This plan is deleted</h1>
<p>Nothing that names you is left here, and no email comes any more.</p></div>`,
  );
}
