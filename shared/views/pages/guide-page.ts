/** `/guide`: every rule, in the guide's words and in ours, with its source. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { TOPIC_NAMES, TOPICS } from '#shared/plan/facts/topics.ts';
import { FINDING_RULES } from '#shared/words/findings.ts';
import { GUIDE_RULES, type GuideRule, OWN_RULES, type OwnRule } from '#shared/world/guide/rules.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import { section } from '../components.ts';
import { page } from './layout.ts';

const KINDS: readonly [GuideRule['kind'], string][] = [
  ['date', 'Dates'],
  ['count', 'How many'],
  ['order', 'Order'],
  ['eligibility', 'Eligibility'],
  ['content', 'What to say and show'],
];

export function guidePage(): string {
  return page(
    'The rules behind every plan',
    html`<h1>The rules behind every plan</h1>
<p>${GUIDE_RULES.length} rules come from one guide for international medical graduates, quoted below. It is advice, not a regulation.
If a host, the AAMC, or a consulate says otherwise, that comes first, and the rule says so. What no source states is marked as ours.</p>
${KINDS.map(([kind, title]) => guideSection(kind, title))}
${section('own', 'From hosts, offers, and ERAS', OWN_RULES.map(ownRule))}`,
  );
}

function guideSection(kind: GuideRule['kind'], title: string): Html {
  return section(kind, title, GUIDE_RULES.filter((rule) => rule.kind === kind).map(guideRule));
}

function guideRule(rule: GuideRule): Html {
  const { id, quote, text, computedFrom, window, note, example } = rule;
  return html`<article id="${id}"><h3>${id}: “${quote}”</h3>
<p>${text ? `${capital(text)}.` : 'For reference only.'} <span class="quiet">${whereWords(id)}</span></p>
<ul>
<li>Computed from: ${computedFrom}</li>
${window ? html`<li>When: ${window}</li>` : ''}
${example ? html`<li>For the 2028 Match, estimated: ${example}</li>` : ''}
${note ? html`<li>Note: ${note}</li>` : ''}
<li>Source, ${certaintyWords(rule.certainty, 'advisor')}: ${phraseSource(rule)}</li>
</ul></article>
`;
}

function ownRule({ id, text, computedFrom, source }: OwnRule): Html {
  return html`<article id="${id}"><h3>${id}</h3>
<p>${text} <span class="quiet">${whereWords(id)}</span></p>
<ul><li>Computed from: ${computedFrom}</li><li>Source: ${source}</li></ul></article>
`;
}

function whereWords(id: string): string {
  const isEmailed = EMAILED.has(id);
  if (isEmailed && FINDING_RULES.includes(id))
    return 'Emailed on its date and checked on the plan.';
  return isEmailed ? 'Emailed on its date.' : 'Checked on the plan.';
}

const EMAILED: ReadonlySet<string> = new Set(TOPIC_NAMES.flatMap((name) => TOPICS[name].rules));
