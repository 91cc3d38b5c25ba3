/** Days that are in the calendar and that nobody means are refused with a sentence, whichever event brings them. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  expectAt,
  expectRefused,
  NOVEMBER,
  storyOf,
} from './stories.ts';

const before = storyOf();
const added = (dates: { start: '2017-07-05' | '2026-07-06'; end: '2017-07-28' | '2026-07-31' }) =>
  before.report(NOVEMBER, { type: 'rotation-added', rotation: { ...BROWN, dates } });

describe('a rotation that is added', () => {
  test('in days that have passed is asked about', () => {
    const reported = added({ start: '2017-07-05', end: '2017-07-28' });
    expectRefused(before, reported, 'days-have-passed');
    expect(reported.refusal?.message).toContain(
      'would have ended on Fri, Jul 28, 2017. Check the year.',
    );
    expect(reported.refusal?.field).toBe('rotation.dates.end');
  });

  test('as one that took place waits for its letter, and nobody asks whether it took place', () => {
    const reported = before.report(NOVEMBER, {
      type: 'rotation-added',
      rotation: { ...BROWN, dates: { start: '2026-10-26', end: '2026-11-20' } },
      tookPlace: 'yes',
    });
    expect(reported.refusal).toBeUndefined();
    expect(reported.facts.rotations.at(-1)).toMatchObject({
      status: 'waiting',
      confirmed: ['ended'],
    });
  });

  test('did not take place yet, or on no days', () => {
    const yes = { type: 'rotation-added', tookPlace: 'yes' } as const;
    const { dates: _, ...undated } = BROWN;
    expectRefused(before, before.report(NOVEMBER, { ...yes, rotation: BROWN }), 'not-yet-there');
    expectRefused(before, before.report(NOVEMBER, { ...yes, rotation: undated }), 'dates-needed');
  });

  test.each([
    ['Asia/Kolkata', '2026-11-23', '2026-11-24'],
    ['Pacific/Kiritimati', '2026-11-23', '2026-11-24'],
    ['Pacific/Honolulu', '2026-11-22', '2026-11-23'],
  ] as const)(
    'took place if it ended the day before the reader’s own: in %s',
    (zone, ended, today) => {
      const facts = aliceFacts();
      const there = storyOf(BROWN, { ...facts, profile: { ...facts.profile, zone } });
      const yes = (end: Day): PlanEvent => ({
        type: 'rotation-added',
        rotation: { ...BROWN, dates: { start: '2026-11-02', end } },
        tookPlace: 'yes',
      });
      const night = '2026-11-23T23:30:00.000Z';
      expect(there.report(night, yes(ended)).refusal).toBeUndefined();
      expectRefused(there, there.report(night, yes(today)), 'not-yet-there');
    },
  );

  test('may end today, and last a year to the day', () => {
    const today = { start: '2026-11-02', end: '2026-11-23' } as const;
    expectAt(storyOf({ ...BROWN, dates: today }), 'identify', 'shortlisted');
    const year = { start: '2027-07-01', end: '2028-06-30' } as const;
    expectAt(storyOf({ ...BROWN, dates: year }), 'identify', 'shortlisted');
  });

  test.each([
    ['lasts-too-long', { start: '2027-07-05', end: '2028-07-30' }],
    ['too-far-ahead', { start: '2072-07-05', end: '2072-07-30' }],
  ] as const)('is refused as %s', (reason, dates) => {
    const reported = before.report(NOVEMBER, {
      type: 'rotation-added',
      rotation: { ...BROWN, dates },
    });
    expectRefused(before, reported, reason);
  });
});

describe('new dates', () => {
  test.each(['chosen', 'applied', 'dates-changed'] as const)(
    'of %s are asked about too',
    (type) => {
      const dates = { start: '2026-07-05', end: '2026-07-30' } as const;
      expectRefused(
        before,
        before.report(NOVEMBER, { type, rotationId: 'r1', dates }),
        'days-have-passed',
      );
    },
  );

  test('of a place that was accepted may have passed: the report comes late', () => {
    const late = acceptedAtBrown().report('2027-08-10T15:00:00.000Z', {
      type: 'dates-changed',
      rotationId: 'r1',
      dates: { start: '2027-07-05', end: '2027-08-06' },
    });
    expectAt(late, 'request-letter', 'waiting');
  });

  test('of one taken over from a sheet are asked about while it is on the list, and right once it is over', () => {
    const state = (status: 'shortlisted' | 'waiting') =>
      storyOf(BROWN, aliceFacts()).report(NOVEMBER, {
        type: 'rotation-taken-over',
        rotation: { ...BROWN, dates: { start: '2026-10-05', end: '2026-10-30' } },
        state: { status },
      });
    expectRefused(before, state('shortlisted'), 'days-have-passed');
    expect(state('waiting').refusal).toBeUndefined();
  });

  test('on which one came to an earlier plan are kept, and are never ahead', () => {
    const added = (addedOn: '2026-04-06' | '2026-12-01') =>
      before.report(NOVEMBER, {
        type: 'rotation-taken-over',
        rotation: { ...BROWN, host: { name: 'Mercy Hospital' } },
        state: { status: 'shortlisted', addedOn },
      });
    expect(added('2026-04-06').facts.rotations.at(-1)).toMatchObject({ addedOn: '2026-04-06' });
    expectRefused(before, added('2026-12-01'), 'not-yet-there');
  });
});

describe('a paper', () => {
  const report = (issuedOn: '2027-04-02' | '2027-04-03') =>
    acceptedAtBrown().report('2027-04-01T20:00:00.000Z', {
      type: 'document-updated',
      rotationId: 'r1',
      kind: 'tb',
      status: 'submitted',
      issuedOn,
    });

  test('of today is taken, on the applicant’s own calendar', () => {
    expect(report('2027-04-02').refusal).toBeUndefined();
  });

  test('of tomorrow is not there yet', () => {
    const reported = report('2027-04-03');
    expect(reported.refusal).toMatchObject({ reason: 'not-yet-there', field: 'issuedOn' });
  });
});
