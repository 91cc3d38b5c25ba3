/** The demo's people in situations that none of them happens to be in, so that every rule has somebody to speak to. */

import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';

/** The people themselves first. */
export function withVariants(people: readonly Applicant[], now: Instant): Applicant[] {
  const today = dayIn(EASTERN, now);
  const rotation = (change: (of: Rotation) => Rotation) => (facts: Facts) => ({
    ...facts,
    rotations: facts.rotations.map(change),
  });
  const letter = (change: Partial<Letter>) =>
    rotation((of) => ({ ...of, letters: of.letters.map((each) => ({ ...each, ...change })) }));
  const mailed = { on: today, since: today };
  const changes: ((facts: Facts) => Facts)[] = [
    (facts) => ({ ...facts, rotations: [] }),
    (facts) => ({ ...facts, storyCount: 0 }),
    rotation((of) => ({ ...of, specialty: 'surgery' })),
    rotation((of) => ({ ...of, feedback: { mood: 'positive', on: today }, letters: [] })),
    rotation((of) => ({
      ...of,
      tasks: [{ title: 'bleeding after a liver biopsy', assignedOn: today }],
    })),
    letter({ status: 'agreed' }),
    letter({ status: 'agreed', contact: { ...mailed, state: 'stopped' } }),
    letter({ status: 'agreed', promised: { by: plusDays(today, 500), on: today } }),
  ];
  return [
    ...people,
    ...changes.flatMap((change) =>
      people.map((person) => ({ ...person, facts: change(person.facts) })),
    ),
  ];
}
