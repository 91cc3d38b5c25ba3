/** What the plan check says: what cannot be, what is missing, and what is worth knowing, gravest first. */
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { checkPlan } from '#shared/agenda/checks/check-plan.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import { capital } from '#shared/base/capital.ts';
import { counted } from '#shared/base/counted.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import { wordsOf } from './matters/matter-words.ts';
import { sourceOfRule } from './rule-sources.ts';

/** `impossible`: cannot happen as planned. `reference`: good to know, or not known and worth asking. */
export const SEVERITIES = ['impossible', 'warning', 'advice', 'reference'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Finding {
  /** The guide's id (`G12`), or a name of ours for what a host states. */
  readonly rule: string;
  readonly severity: Severity;
  /** `plan`, a rotation's id, or `<rotation>/<document kind or letter id>`. */
  readonly subject: string;
  /** One or two sentences: what is so. */
  readonly text: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where the rule comes from, in words that can be shown. */
  readonly source: string;
}

export function findingsOf(at: AgendaAt): Finding[] {
  return [
    ...at.matters.flatMap((matter) => findingOf(matter, at)),
    ...checkPlan(at.view.facts, at.view.world).map(({ says, ...each }) => ({
      ...each,
      text: says,
    })),
  ].toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Of what is lost only the first is shown: the rest of its rotation goes with it. */
function findingOf(matter: Matter, at: AgendaAt): Finding[] {
  const { rule, subject, due } = matter;
  const { name, lostWith, byDays } = standingOf(at, matter);
  if (name !== 'lost' || lostWith !== undefined || matter.kind === 'conflict') return [];
  const { title, next, why, late } = wordsOf(matter, at.view);
  const days = byDays ? ` It is ${counted(byDays, 'day')} too late.` : '';
  return [
    {
      rule,
      subject,
      severity: 'impossible',
      text: `${capital(title)}: ${late?.why ?? why}${days}`,
      fix: late?.next ?? next,
      source: sourceOfRule(rule) ?? (due ? phraseSource(due) : 'as entered'),
    },
  ];
}
