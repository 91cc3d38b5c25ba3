/** Whether a rotation can still be prepared in time, as its agenda says. */
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';

export interface Missed {
  /** The step, as the plan names it. */
  readonly title: string;
  readonly byDays: number;
}

/** Their days depend on the host's or the consulate's time: once they are past, the rotation would begin without them. */
const AFTER_APPLYING = ['G14b', 'G13', 'visa', 'esta', 'flight'];

/** What is lost, or was due before today although it follows the application; of several, the one that is missed by the most days. */
export function missedOf({ id }: Rotation, at: AgendaAt, now: Instant): Missed | undefined {
  const today = dayIn(at.view.facts.profile.zone, now);
  // Our guess of a consulate's wait decides nothing.
  const isWaitUnknown = at.view.facts.profile.visaWaitDays === undefined;
  const [worst] = at.matters
    .filter(({ about, done }) => about.rotationId === id && !done)
    .flatMap((matter) => {
      const { name, lostWith, byDays } = standingOf(at, matter);
      if (name === 'lost' && lostWith === undefined) return [{ matter, byDays: byDays ?? 0 }];
      const { rule, due } = matter;
      const isJudged = AFTER_APPLYING.includes(rule) && !(rule === 'G13' && isWaitUnknown);
      return isJudged && due && due.day < today
        ? [{ matter, byDays: byDays ?? daysBetween(due.day, today) }]
        : [];
    })
    .toSorted((a, b) => b.byDays - a.byDays);
  return worst && { title: wordsOf(worst.matter, at.view).title, byDays: worst.byDays };
}
