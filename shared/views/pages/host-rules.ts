/** The rules of a host's page for one applicant, on every page that shows a rotation. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { GATE_STATE_WORDS, type HostRule } from '#shared/words/host-rules.ts';
import { status } from './status.ts';

const SHAPES = { met: 'done', 'not-met': 'late', ask: 'to-do', 'not-stated': 'to-do' } as const;

export function hostRulesSection(rules: readonly HostRule[]): Html | '' {
  if (rules.length === 0) return '';
  return html`<section aria-labelledby="host-rules"><h2 id="host-rules">The host’s rules</h2>${hostRulesFolded(rules)}</section>`;
}

/** What stands in the way is open; what is met, or not stated, is folded. */
export function hostRulesFolded(rules: readonly HostRule[]): Html {
  const open = rules.filter(({ state }) => state === 'not-met' || state === 'ask');
  const folded = rules.filter((each) => !open.includes(each));
  return html`${open.length > 0 ? hostRulesList(open) : html`<p>No stated rule of the host stands in the way.</p>`}
${folded.length > 0 ? html`<details><summary>Met or not stated (${folded.length})</summary>${hostRulesList(folded)}</details>` : ''}`;
}

export function hostRulesList(rules: readonly HostRule[]): Html {
  return html`<ul class="list">${rules.map(
    ({ state, text, fix, source }) =>
      html`<li>${status(SHAPES[state], GATE_STATE_WORDS[state])} ${text}${fix ? html`<br>${fix}` : ''}<br><span class="hint">${source}</span></li>
`,
  )}</ul>`;
}
