/** No step of a proposed plan is late already, for any applicant on any day: application, answer, visa or ESTA, flight. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { dayOf, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { type Proposals, propose } from '#shared/shortlist/propose.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { factsOf } from '#shared/shortlist/stay.ts';
import { timetableOf } from '#shared/shortlist/timetable.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceAsks } from './profiles.ts';

const TODAY = '2026-11-29T15:00:00.000Z';
const STEPS = ['affiliation', 'apply', 'host-answer', 'accept', 'G13', 'esta', 'visa', 'flight'];

function proposalsFor(profile: ShortlistProfile, now: Instant = TODAY) {
  return propose(shortlist(profile, PUBLISHED_WORLD, now), profile, PUBLISHED_WORLD, now);
}

/** What is wrong with the plans proposed, as sentences. */
function faultsOf(
  plans: Proposals['plans'],
  { matchYear }: ShortlistProfile,
  now: Instant,
): string[] {
  const today = dayIn(EASTERN, now);
  const listed = PUBLISHED_WORLD.season(matchYear).dates['rank-list-certify-deadline'];
  return plans.flatMap(({ stays }) => {
    const spans = stays.flatMap(({ rotation: { dates } }) => dates ?? []);
    const overlaps = spans.filter(({ start }, at) => start <= (spans[at - 1]?.end ?? ''));
    return [
      ...overlaps.map(({ start }) => `${start} overlaps`),
      ...stays.flatMap(({ rotation, steps }) => {
        const name = `${rotation.id} ${rotation.dates?.start}`;
        const inOrder = STEPS.flatMap((rule) => steps.find((step) => step.rule === rule) ?? []);
        const isIrUnknown =
          rotation.specialty === 'ir' &&
          PUBLISHED_WORLD.host(rotation.host.institutionId)?.offering.interventional !== 'yes';
        return [
          ...steps
            .filter(({ doneBy }) => doneBy < today)
            .map(({ rule }) => `${name}: ${rule} late`),
          ...inOrder
            .filter(({ doneBy }, at) => doneBy < (inOrder[at - 1]?.doneBy ?? doneBy))
            .map(({ rule }) => `${name}: ${rule} before what it needs`),
          ...(steps.some(({ rule }) => rule === 'apply') ? [] : [`${name}: no application`]),
          ...(isIrUnknown ? [`${name}: IR not known to be open`] : []),
          ...(listed && (rotation.dates?.start ?? '') > listed.day
            ? [`${name}: after rank lists`]
            : []),
        ];
      }),
    ];
  });
}

const asked = fc
  .record({
    entry: fc.constantFrom('citizen', 'in-us', 'visa', 'waiver'),
    who: fc.constantFrom(
      { enrollment: 'enrolled' },
      { enrollment: 'enrolled', schoolInVslo: false },
      { enrollment: 'graduate', graduationOn: '2022-06-30', ecfmgCertified: true },
      { enrollment: 'graduate', graduationOn: '2025-06-30' },
    ),
    wait: fc.constantFrom({}, { visaWaitDays: 7 }, { visaWaitDays: 60 }, { visaWaitDays: 300 }),
    matchYear: fc.constantFrom(2027, 2028, 2029),
    day: fc.integer({ min: 0, max: 400 }).map((days) => plusDays(dayOf(2026, 8, 1), days)),
    ahead: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ who, wait, matchYear, entry, day, ahead }) => ({
    now: startOfDay(day, EASTERN),
    profile: aliceAsks({
      schoolInVslo: true,
      ...who,
      ...wait,
      entry,
      matchYear,
      months: ahead.map((months) => plusMonths(dayOf(2026, 8, 1), months).slice(0, 7)),
    }),
  }));

test('no plan overlaps, begins late, or takes a step before the one it needs', () => {
  let [plans, none] = [0, 0];
  void fc.assert(
    fc.property(asked, ({ profile, now }) => {
      const proposed = proposalsFor(profile, now).plans;
      plans += proposed.length;
      none += proposed.length === 0 ? 1 : 0;
      expect(faultsOf(proposed, profile, now)).toEqual([]);
    }),
    { numRuns: process.env.AWAY_SEASONS === 'whole' ? 100 : 20, seed: 22 },
  );
  expect(plans).toBeGreaterThan(10);
  expect(none).toBeGreaterThan(0);
});

describe('a student who needs a visa, on November 29, for Match 2028', () => {
  const wished = (months: string[], more: Record<string, unknown> = {}) =>
    proposalsFor(aliceAsks({ months, ...more }));

  test('is told first that spring cannot be reached, why, and what would change it', () => {
    const { plans, unreached } = wished(['2027-04', '2027-07']);
    expect(plans.length).toBeGreaterThan(0);
    expect(unreached).toEqual([
      expect.stringMatching(
        /^No place can be reached in Apr 2027\. For example, .+ should have begun by .+, 2026\.$/,
      ),
      'So a plan has 1 of the 3 rotations you want.',
      'We counted 90 days for the consulate’s wait. Enter yours: a shorter wait opens earlier months.',
    ]);
  });

  test('reaches May where the consulate has appointments within a week', () => {
    const { plans, unreached } = wished(['2027-05'], { visaWaitDays: 7 });
    expect(unreached).toEqual([]);
    const steps = plans[0]?.stays[0]?.steps.map(({ rule, doneBy }) => `${rule} ${doneBy}`);
    expect(steps?.[0]).toMatch(/^apply 2026-12-2|^apply 2027-01-0/);
  });

  test('applies to Yale long before its last day, and reads why', () => {
    const yale = wished(['2027-07'])
      .plans.flatMap(({ stays }) => stays)
      .find(({ rotation }) => rotation.host.institutionId === 'yale-international-electives');
    // Six weeks before booking begins; Yale itself takes applications until March 7.
    expect(yale?.steps[0]).toMatchObject({
      rule: 'apply',
      doneBy: '2027-01-08',
      certainty: 'estimated',
      source: 'so that the answer comes before the next step; otherwise by Sun, Mar 7, 2027',
    });
  });
});

test('a graduate for Match 2027 is told that later months come after rank lists', () => {
  const { plans, none, unreached } = proposalsFor(
    aliceAsks({
      matchYear: 2027,
      enrollment: 'graduate',
      graduationOn: '2025-06-30',
      months: ['2027-05'],
    }),
  );
  expect(plans).toEqual([]);
  expect(none).toContain('or a later Match year');
  expect(unreached[0]).toContain(
    'It begins after rank lists for Match 2027 are due (Wed, Mar 3, 2027).',
  );
});

test('a day later than its own steps allow is named: a planted stay in December', () => {
  const profile = aliceAsks({ months: ['2027-07'] });
  const [stay] = proposalsFor(profile).plans[0]?.stays ?? [];
  if (!stay) throw new Error('No plan.');
  const rotation = { ...stay.rotation, dates: { start: '2026-12-07', end: '2027-01-01' } } as const;
  const at = agendaAt(factsOf(profile, [rotation]), PUBLISHED_WORLD, TODAY);
  const host = PUBLISHED_WORLD.host(rotation.host.institutionId);
  expect(timetableOf(rotation, host, at)).toMatchObject({
    isLate: true,
    blockedBy: expect.stringContaining('should have begun by'),
  });
});
