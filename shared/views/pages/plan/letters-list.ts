/** All letters, and the letter plan: "2 of 3". */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import { letterLine } from '../letters/letter-line.ts';
import type { PageView } from '../page-view.ts';
import { letterPlanWords } from './letter-plan-words.ts';

export function lettersList(view: PageView): Html {
  const letters = lettersOf(view.applicant.facts);
  return html`<section aria-labelledby="letters"><h2 id="letters">Letters of recommendation (LoR)</h2>
${letterPlanWords(view)}
${letters.length > 0 ? html`<ul class="list">${letters.map((placed) => html`<li>${letterLine(view, placed)}</li>`)}</ul>` : ''}
<p><a class="target" href="${view.paths.rotation(OWN_LETTERS)}">Other letters, and what your writers receive</a></p></section>`;
}
