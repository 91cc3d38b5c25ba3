/** The rules of a host's page for one applicant, on every page that shows a rotation. */
import { type Html, html } from '#shared/base/html.ts';
import { GATE_STATE_WORDS, type HostRule } from '#shared/words/host-rules.ts';
import { fold, list, section, withLinks } from '../components.ts';
import { status } from './status.ts';

const SHAPES = { met: 'done', 'not-met': 'late', ask: 'to-do', 'not-stated': 'to-do' } as const;

/** @param reported what rotators of the same school say about it */
export function hostRulesSection(
  rules: readonly HostRule[],
  reported: readonly string[] = [],
): Html | '' {
  if (rules.length + reported.length === 0) return '';
  return section('host-rules', 'The host’s rules', [
    list(reported),
    ...(rules.length > 0 ? [hostRulesFolded(rules)] : []),
  ]);
}

/** What stands in the way is open; what is met, or not stated, is folded. */
export function hostRulesFolded(rules: readonly HostRule[]): Html {
  const open = rules.filter(({ state }) => state === 'not-met' || state === 'ask');
  const folded = rules.filter((each) => !open.includes(each));
  return html`${open.length > 0 ? hostRulesList(open) : html`<p>No stated rule of the host stands in the way.</p>`}
${folded.length > 0 ? fold(`Met or not stated (${folded.length})`, hostRulesList(folded)) : ''}`;
}

export function hostRulesList(rules: readonly HostRule[]): Html | '' {
  return list(
    rules.map(
      // One piece of advice for several rules is given once, below them.
      ({ state, text, fix, source }, index) =>
        html`${status(SHAPES[state], GATE_STATE_WORDS[state])}: ${text}${fix && fix !== rules[index + 1]?.fix ? html`<br>${fix}` : ''}
<br><span class="hint">${withLinks(source)}</span>`,
    ),
  );
}
