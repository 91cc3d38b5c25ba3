/** Two accepted rotations in the US that one visitor’s visa can serve, and a third that wants a visa of its own. */
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { RotationEvent } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { passTime } from '#shared/plan/moves/pass-time.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { factsOf, fileOf, withProfile } from './judged.ts';
import { noon } from './said.ts';

export const NOW = noon('2026-11-30');
export const YALE = {
  host: { name: 'Yale', institutionId: 'yale-international-electives' },
  specialty: 'ir',
  status: 'collecting',
  since: '2026-11-02',
  dates: { start: '2027-03-15', end: '2027-04-09' },
};
export const UAB = {
  ...YALE,
  host: { name: 'UAB', institutionId: 'uab-international-electives' },
  specialty: 'dr',
  dates: { start: '2027-05-03', end: '2027-05-28' },
};
export const BASE = withProfile(fileOf('late-starter-not-told'), {
  entry: 'visa',
  visaWaitDays: 60,
});
export const BAYLOR = {
  ...UAB,
  host: { name: 'Baylor', institutionId: 'baylor-college-of-medicine-international-electives' },
};
// The later one is first on the list.
export const TWO = { ...BASE, rotations: [UAB, YALE] };

export type Events = readonly (readonly [day: Day, event: RotationEvent])[];

/** The facts of a day, after what was reported before it. */
export function reported(rotations: readonly object[], events: Events, today: Day): Facts {
  const facts = events.reduce(
    (before, [day, event]) => {
      const present = passTime(before, noon(day), PUBLISHED_WORLD).facts;
      const moved = transition(present, event, 'new', noon(day), PUBLISHED_WORLD);
      if (!moved.ok) throw new Error(moved.failure.reason);
      return moved.value;
    },
    factsOf({ ...BASE, rotations }, NOW),
  );
  return passTime(facts, noon(today), PUBLISHED_WORLD).facts;
}

/** The standing of one rule for both rotations. */
export function standingsOf(rule: string, facts: Facts, today: Day) {
  const at = agendaAt(facts, PUBLISHED_WORLD, noon(today));
  return ['r1', 'r2'].map((id) => {
    const found = at.matters.find((each) => each.id === `${rule}|${id}`);
    return found && standingOf(at, found).name;
  });
}
