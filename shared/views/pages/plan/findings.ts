/** What the plan check found: what is impossible, risky, or advised. The rest is folded. */
import { html } from 'hono/html';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Html } from '#shared/base/html.ts';
import { GUIDE_PATH } from '#shared/base/links/urls.ts';
import { type Finding, findingsOf, type Severity } from '#shared/words/findings.ts';
import type { PageView } from '../person-page.ts';

const WORDS: Readonly<Record<Severity, string>> = {
  impossible: 'Not possible as planned',
  warning: 'Risk',
  advice: 'Advice',
  reference: 'Good to know',
};
/** Nobody reads more than this at once; the rest is one tap away. */
const SHOWN_MAX = 5;

export function findingsSection({ applicant: { facts }, world, now, paths }: PageView): Html | '' {
  const found = findingsOf(agendaAt(facts, world, now));
  const shown = found.filter(({ severity }) => severity !== 'reference').slice(0, SHOWN_MAX);
  const folded = found.filter((each) => !shown.includes(each));
  if (found.length === 0) return '';
  return html`<section aria-labelledby="findings"><h2 id="findings">Plan check</h2>
${shown.length > 0 ? findingsList(shown) : html`<p>We found no problems.</p>`}
${folded.length > 0 ? html`<details><summary>More to know (${folded.length})</summary>${findingsList(folded)}</details>` : ''}
<p><a class="target" href="${paths.profile}">Change my profile</a> · <a class="target" href="${GUIDE_PATH}">The rules behind this</a></p>
</section>`;
}

export function findingsList(found: readonly Finding[]): Html {
  return html`<ul class="list">${found.map(
    ({ severity, text, fix, source, rule }) =>
      html`<li><span class="status${severity === 'impossible' || severity === 'warning' ? ' late' : ''}">${WORDS[severity]}.</span>
${text}<br>${fix}<br><span class="hint">${rule}: ${source}</span></li>
`,
  )}</ul>`;
}
