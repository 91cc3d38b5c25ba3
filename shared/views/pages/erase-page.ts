import { html } from 'hono/html';
import { page } from './layout.ts';
import type { PageView } from './page-view.ts';

/** What deleting removes and what stays. */
export function confirmErasePage({ applicant, paths }: PageView): string {
  const count = applicant.facts.rotations.length;
  return page(
    'Delete my plan',
    html`<p><a class="target" href="${paths.plan}">Back to your plan</a></p>
<section aria-labelledby="delete"><h1 id="delete">Delete your plan?</h1>
<p>This removes your name, your address, ${count === 1 ? 'your rotation' : `your ${count} rotations`} with documents and letters, your costs, cases, stories, and history. You and your letter writers will get no more email.</p>
<p>Counts without a name stay in your cohort’s report. We cannot delete emails already sent. If backups are kept, your data is gone from them after 35 days.</p>
<p>This cannot be undone. <a href="${paths.takeAway}">Download everything</a> first if you may need it.</p>
<form method="post" action="${paths.erase}">
<button>Delete my plan forever</button>
</form>
<p><a class="target" href="${paths.plan}">Keep my plan</a></p>
</section>`,
  );
}

export function erasedPage(): string {
  return page(
    'Your plan is deleted',
    html`<div class="card"><h1>Your plan is deleted</h1>
<p>We have deleted everything that names you. You will get no more email.</p></div>`,
  );
}
