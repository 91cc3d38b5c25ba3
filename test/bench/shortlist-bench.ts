/** The costliest shortlist that a search over 60 random queries and a climb from the worst of them found, against an ordinary one. */

import { type ShortlistProfile, shortlistProfileSchema } from '#shared/shortlist/profile.ts';
import { answerTo } from '#shared/shortlist/propose.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

const AT = '2026-11-30T05:00:00.000Z';
const ALICE = {
  matchYear: 2028,
  pathway: 'integrated-ir',
  enrollment: 'enrolled',
  entry: 'visa',
} as const;
const ORDINARY = shortlistProfileSchema.parse({ ...ALICE, months: ['2027-04', '2027-05'] });
const COSTLIEST = shortlistProfileSchema.parse({
  ...ALICE,
  matchYear: 2027,
  step2CkPassed: true,
  rotationsWished: 2,
  months: ['2027-08', '2027-09', '2027-10', '2027-11', '2027-12', '2028-01', '2028-02', '2028-03'],
  irPrograms: 100,
  drPrograms: 200,
});
/** Most combinations of months and sites. */
const FULLEST = shortlistProfileSchema.parse({
  ...ALICE,
  pathway: 'independent',
  schoolInVslo: false,
  rotationsWished: 4,
  months: ['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07', '2027-08'],
});

/** Processor time, since a busy machine makes both wait. */
export function shortlistBench(rounds: number): { readonly ms: number; readonly ratio: number } {
  const ordinary = leastMs(ORDINARY, rounds);
  const ms = Math.max(leastMs(COSTLIEST, rounds), leastMs(FULLEST, rounds));
  return { ms: Math.round(ms), ratio: ms / ordinary };
}

function leastMs(profile: ShortlistProfile, rounds: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const from = process.cpuUsage();
    answerTo(profile, PUBLISHED_WORLD, AT);
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
