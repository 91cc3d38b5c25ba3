/** One agenda with its standings, against parsing the item it is made of: each in turn, the least of a few rounds. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { plansOf } from '../laws/plans.ts';

/** What both take for a generated plan, in the mean, and how many times longer the agenda takes. */
export function agendaBench(plans: number, rounds: number): { ms: number; ratio: number } {
  const items = plansOf(plans).map(({ applicant, now }) => ({
    text: JSON.stringify(applicant),
    now,
    parse: Number.POSITIVE_INFINITY,
    judge: Number.POSITIVE_INFINITY,
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const item of items) {
      const from = performance.now();
      const { facts } = JSON.parse(item.text) as { facts: Facts };
      const parsed = performance.now();
      agendaAt(facts, PUBLISHED_WORLD, item.now);
      const judged = performance.now();
      item.parse = Math.min(item.parse, parsed - from);
      item.judge = Math.min(item.judge, judged - parsed);
    }
  }
  const judge = items.reduce((sum, item) => sum + item.judge, 0);
  const parse = items.reduce((sum, item) => sum + item.parse, 0);
  return { ms: judge / plans, ratio: judge / parse };
}
