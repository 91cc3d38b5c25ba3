/** As many problems as a reader can fix at once. */
import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import { type Problem, problemWords } from '#shared/cohort/import/problem.ts';

/** Nobody fixes more at once; the others are counted. */
const IMPORT_PROBLEMS_SHOWN_MAX = 200;

export function problemList(problems: readonly Problem[]): Html {
  const others = problems.length - IMPORT_PROBLEMS_SHOWN_MAX;
  return html`<div class="problem" role="alert" id="problem">
<h2>Nothing was changed: ${counted(problems.length, 'problem')}</h2>
<p>Fix the sheet, save it, and send it again.</p>
<ul>${problems.slice(0, IMPORT_PROBLEMS_SHOWN_MAX).map(
    (problem) => html`<li>${problemWords(problem)}</li>
`,
  )}</ul>
${others > 0 ? html`<p>And ${others} more.</p>` : ''}
</div>`;
}
