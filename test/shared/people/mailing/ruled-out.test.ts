/** Baylor takes visitors from January to June, and Alice has put August on her plan. In February and March 2027. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { claimEmail, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { type Actor, type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Correction } from '#shared/world/corrections/correction.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { aliceAtYale, FEBRUARY } from './alice.ts';
import { correctedWorld } from './worlds.ts';

const AUGUST = { start: '2027-08-02', end: '2027-08-27' } as const;
const SEPTEMBER = { start: '2027-09-06', end: '2027-10-01' } as const;
const MAY = { start: '2027-05-03', end: '2027-05-28' } as const;

const OPEN_IN_AUGUST: Correction = {
  of: 'host',
  id: 'c1',
  institutionId: 'baylor',
  field: 'months',
  value: ['7', '8', '9'],
  source: 'https://www.bcm.edu/visiting',
  checkedOn: '2027-02-05',
  certainty: 'official',
};

describe('a host that rules a rotation out', () => {
  test('is told once, and once more after it was possible for a time', () => {
    const told = atBaylor().visited('2027-02-04');
    expect(told.said).toBe(1);
    const possible = told.moved('2027-02-08', MAY).visited('2027-02-09');
    expect(possible.said).toBe(1);
    const again = possible.moved('2027-03-01', AUGUST).visited('2027-03-02');
    expect(again.said).toBe(2);
    expect(again.visited('2027-03-09').said).toBe(2);
  });

  test('is told again, too, where only its page was another meanwhile', () => {
    const open = correctedWorld(OPEN_IN_AUGUST);
    const told = atBaylor().visited('2027-02-04').visited('2027-02-09', open);
    expect(told.visited('2027-02-16').said).toBe(2);
    const [once, twice] = [told.visited('2027-02-23', open), told.visited('2027-02-16')];
    expect(once.said).toBe(1);
    expect(twice.visited('2027-02-23', open).visited('2027-03-02').said).toBe(3);
  });

  test('is told once, whatever days it rules out, and however often it was reported', () => {
    const told = atBaylor().visited('2027-02-04').moved('2027-02-08', SEPTEMBER);
    expect(told.visited('2027-02-09').said).toBe(1);
    const applied = told.reported('2027-02-10', 'applicant', { type: 'applied', rotationId: 'r1' });
    expect(applied.visited('2027-02-16').said).toBe(1);
  });

  test('is told once, although the rotation was closed and opened again', () => {
    const closed = atBaylor()
      .visited('2027-02-04')
      .reported('2027-02-08', 'applicant', { type: 'withdrawn', rotationId: 'r1' })
      .visited('2027-02-09');
    const opened = closed.reported('2027-02-15', 'applicant', {
      type: 'reopened',
      rotationId: 'r1',
      as: 'listed',
    });
    expect(opened.visited('2027-02-16').said).toBe(1);
  });

  test('is told for the first time, where nobody was told before it was possible', () => {
    const told = atBaylor().moved('2027-02-01', MAY).moved('2027-02-01', AUGUST);
    expect(told.visited('2027-02-04').said).toBe(1);
  });

  test('is counted for as long as its rotation is on the plan, so that the counts stay few', () => {
    const [rotationId] = aliceAtYale().facts.rotations.map(({ id }) => id);
    const allowed = { [`${rotationId}/months`]: 1, 'left/months': 2 };
    const seen = withOutlook(aliceAtYale(), PUBLISHED_WORLD, FEBRUARY);
    if (!seen.outlook) throw new Error('Alice has no outlook.');
    const counted = { ...seen, outlook: { ...seen.outlook, allowed } };
    expect(withOutlook(counted, PUBLISHED_WORLD, FEBRUARY).outlook?.allowed).toEqual({
      [`${rotationId}/months`]: 1,
    });
  });
});

interface Told {
  /** How many emails said that Baylor's months are others. */
  readonly said: number;
  reported(on: Day, by: Actor, event: Event): Told;
  /** By an advisor. */
  moved(on: Day, dates: typeof AUGUST | typeof SEPTEMBER | typeof MAY): Told;
  /** At noon in Kolkata: what is due leaves, and the visit is recorded. */
  visited(on: Day, world?: World): Told;
}

function atBaylor(): Told {
  const facts = { ...aliceAtYale().facts, rotations: [] };
  const begun = newApplicant({ id: 'alice', cohortId: 'c1', facts }, FEBRUARY);
  return toldOf(begun).reported('2027-02-01', 'applicant', {
    type: 'rotation-added',
    rotation: {
      host: { name: 'Baylor College of Medicine', institutionId: 'baylor' },
      specialty: 'ir',
      mode: 'hands-on',
      route: 'institution',
      country: 'US',
      dates: AUGUST,
    },
  });
}

function toldOf(person: Applicant, updates = 0): Told {
  return {
    get said() {
      return person.emails.flatMap(({ keys }) => keys).filter((key) => key.startsWith('gate|r1/'))
        .length;
    },
    reported(on, by, event) {
      const update = { id: `r${updates + 1}`, by, event };
      const answer = accept(person, update, at(on, '15:00'), PUBLISHED_WORLD);
      if (answer.verdict !== 'accepted') throw new Error(`${event.type} was refused.`);
      return toldOf(answer.applicant, updates + 1);
    },
    moved(on, dates) {
      return this.reported(on, 'advisor', { type: 'dates-changed', rotationId: 'r1', dates });
    },
    visited(on, world = PUBLISHED_WORLD) {
      const now = at(on, '06:30');
      const { email } = planNudges(person, world, now);
      const claimed = email && claimEmail(person, entryOf(email), 'noon', now);
      const sent = claimed && (settleEmail(claimed.person, claimed.n, 'sent', now) ?? undefined);
      return toldOf(withOutlook(sent ?? person, world, now), updates);
    },
  };
}

function at(day: Day, time: `${string}:${string}`): Instant {
  return `${day}T${time}:00.000Z` as Instant;
}
