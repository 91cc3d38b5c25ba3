/** A cohort of ten thousand applicants with four rotations each, in stages and troubles of every kind, without chance. */

import type { Instant } from '#shared/base/time/instant.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { acceptedAtBrown, midwayAtBrown, storyOf } from '../shared/plan/moves/stories.ts';

export const BIG_COHORT = 'c2028';
/** In the middle of the season's spring. */
export const SPRING: Instant = '2027-04-01T15:00:00.000Z';

const HOSTS = [
  'Brown',
  'Yale',
  'Stanford',
  'Mayo',
  'Hospital of the University of Pennsylvania',
  'Emory',
  'Duke',
  'University of Alabama at Birmingham',
  'Miami',
  'Rush',
];
const STAGES = [
  storyOf().rotation,
  acceptedAtBrown().rotation,
  midwayAtBrown().rotation,
  storyOf().report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' }).rotation,
];

const PEOPLE_AT_ONCE = 100;

/** Writes the people, each with four rotations at hosts and in stages of their own. */
export async function fillCohort(store: Pick<Store, 'writeMany'>, people: number): Promise<void> {
  for (let first = 0; first < people; first += PEOPLE_AT_ONCE) {
    const count = Math.min(PEOPLE_AT_ONCE, people - first);
    await store.writeMany(Array.from({ length: count }, (_, n) => personOf(first + n)));
  }
}

/** Their outlooks are made once for each kind of person: what is measured is reading, not planning. */
function personOf(n: number): Applicant {
  const kind = n % 40;
  const known = kinds.get(kind) ?? kindOf(kind);
  kinds.set(kind, known);
  const id = `p${String(n).padStart(5, '0')}`;
  const profile = { ...known.facts.profile, name: `Applicant ${id}`, address: `${id}@example.org` };
  return { ...known, id, facts: { ...known.facts, profile } };
}

const kinds = new Map<number, Applicant>();

function kindOf(kind: number): Applicant {
  const rotations = [0, 1, 2, 3].map((place) => ({
    ...(STAGES[(kind + place) % STAGES.length] ?? storyOf().rotation),
    id: `r${place}`,
    host: { name: HOSTS[(kind + place) % HOSTS.length] ?? 'Brown' },
  }));
  const reach = kind === 0 ? 'bounced' : 'ok';
  const facts = { ...alice().facts, rotations };
  return withOutlook(alice({ cohortId: BIG_COHORT, facts, reach }), PUBLISHED_WORLD, SPRING);
}
