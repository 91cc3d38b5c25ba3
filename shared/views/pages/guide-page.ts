/** `/guide`: every rule in the guide's words, when a plan uses it, and its source. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
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
  const { id, quote, computedFrom, example } = rule;
  return html`<article id="${id}"><h3>“${quote}”</h3>
<p>${whereWords(id)}${computedFrom.startsWith('reference') ? '' : ` It depends on: ${computedFrom}.`}</p>
<ul>
${example ? html`<li>For the 2028 Match, estimated: ${withDays(example)}</li>` : ''}
<li>Source, ${certaintyWords(rule.certainty, 'advisor')}: ${phraseSource(rule)}</li>
</ul></article>
`;
}

/** A table’s dates as a page writes them. */
function withDays(example: string): string {
  return example
    .replaceAll(' .. ', ' to ')
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => phraseDay(day as Day));
}

function ownRule({ id, text, source }: OwnRule): Html {
  return html`<article id="${id}"><h3>${text}</h3>
<p>${whereWords(id)}</p><ul><li>Source: ${source}</li></ul></article>
`;
}

function whereWords(id: string): string {
  const isEmailed = EMAILED.has(id);
  if (isEmailed && FINDING_RULES.includes(id))
    return 'Emailed on its date and checked on the plan.';
  return isEmailed ? 'Emailed on its date.' : 'Checked on the plan.';
}

const EMAILED: ReadonlySet<string> = new Set(TOPIC_NAMES.flatMap((name) => TOPICS[name].rules));
