/** What a plan says first on Monday, November 23, 2026, when nothing is late and a hard day is near. */
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { ours } from '#shared/agenda/deadline.ts';
import { type Draft, matter } from '#shared/agenda/matter.ts';
import { standings } from '#shared/agenda/standings.ts';
import { type PlanState, stateOf } from '#shared/agenda/state.ts';
import { inOrder } from '#shared/agenda/urgency.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { plan, rotation, worldWith } from './plans.ts';

const NOW: Instant = '2026-11-23T17:00:00.000Z';
const ZONE = 'Asia/Kolkata';

describe('the last days of an offer', () => {
  // Midnight in Kolkata is 18:30 UTC the day before.
  const ending = (expiresOn: Day) => ({ ...offered, offer: { expiresOn } });
  const offered = { stage: 'apply', status: 'offered', offeredOn: '2026-11-20' } as const;

  test.each(['2026-11-23', '2026-11-24', '2026-11-30'] as const)(
    'come before what the guide counts: to %s',
    (end) => {
      const { state } = judged(ending(end));
      expect(state).toMatchObject({ name: 'needs-you', late: 0, first: { rule: 'accept' } });
      expect(stateWords(judged(ending(end))).title).not.toContain('Still missing');
    },
  );

  test('are the last seven', () => {
    expect(judged(ending('2026-12-01')).state.name).toBe('under-way');
  });

  test('begin on a morning on which the plan is judged again', () => {
    const at = judged(ending('2026-12-03'));
    expect(at.state.name).toBe('under-way');
    expect(changesAt(at, NOW)).toBe('2026-11-25T18:30:00.000Z');
  });
});

describe('the last three days of any other hard day', () => {
  test.each(['2026-11-23', '2026-11-26'] as const)(
    'come before what the guide counts: to %s',
    (day) => {
      expect(stateWith({ due: due(day) })).toMatchObject({
        name: 'needs-you',
        first: { rule: 'G14' },
      });
    },
  );

  test('are three, and of a hard day that the applicant can still do something about', () => {
    expect(stateWith({ due: due('2026-11-27') }).name).toBe('under-way');
    expect(stateWith({ due: due('2026-11-24'), hard: false }).name).toBe('under-way');
    expect(stateWith({ due: due('2026-11-24'), whose: 'host' }).name).toBe('under-way');
    expect(stateWith({ due: due('2026-11-24'), stake: 'comfort' }).name).toBe('under-way');
    expect(stateWith({ due: due('2026-11-24'), done: true }).name).toBe('under-way');
  });
});

describe('a plan whose only rotation is over', () => {
  const closed = (reason: NonNullable<Rotation['closed']>['reason']) =>
    judged({
      stage: 'closed',
      status: 'closed',
      closed: { reason, at: '2026-11-20T17:00:00.000Z' },
    });

  test.each(['complete', 'finished-without-letter'] as const)(
    'has one, if it took place: %s',
    (reason) => {
      expect(closed(reason).state.name).not.toBe('nothing-planned');
    },
  );

  test.each(['withdrawn', 'rejected'] as const)('has none, if it did not: %s', (reason) => {
    expect(closed(reason).state.name).toBe('nothing-planned');
  });
});

function due(day: Day) {
  return ours(day, 'a test');
}

/** A paper beside a count that is short. */
function stateWith(of: Partial<Draft>): PlanState {
  const paper = matter({
    rule: 'G14',
    subject: 'r1',
    kind: 'paper',
    whose: 'applicant',
    stake: 'rotation',
    hard: true,
    ...of,
  });
  const short = matter({
    rule: 'G3',
    subject: 'plan',
    kind: 'count',
    whose: 'applicant',
    stake: 'season',
    due: due('2027-03-17'),
    count: { least: 1, done: 0, planned: [] },
  });
  const matters = [paper, short];
  const found = standings(matters, NOW, ZONE);
  const ordered = inOrder(matters, found, dayIn(ZONE, NOW));
  return stateOf(
    { matters, ordered, isReachable: true, hasRotations: true, isOver: false },
    found,
    NOW,
    ZONE,
  );
}

function judged(of: Partial<Rotation>) {
  return agendaAt(plan([rotation(of)], { entry: 'citizen' }), worldWith(), NOW);
}
