import { describe, expect, test } from 'vitest';
import { WAIT_SECONDS_MAX } from '#shared/base/limits.ts';
import { DAY_MS, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import type { ArmRequest } from '#shared/people/workflow/messages.ts';
import { RE_ENTRIES_MAX, RUN_MS_MAX, whereNext } from '#shared/people/workflow/where-next.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { NOVEMBER } from '../../plan/moves/stories.ts';
import { aliceAccepted, aliceWith, FIRST_WAIT, START } from './waiting.ts';

function request(
  overrides: Partial<ArmRequest['input']> = {},
  definition = DEFINITION,
): ArmRequest {
  const input = { applicantId: 'alice', rotationId: 'r1', run: 1, entries: 0, ...overrides };
  return { input, startedAt: NOVEMBER, definition };
}

const whereNextOf = (
  item = aliceWith(),
  asked = request(),
  now = NOVEMBER,
  secondsMax = WAIT_SECONDS_MAX,
) => whereNext(item, asked, now, PUBLISHED_WORLD, secondsMax);

describe('the execution of the item’s run', () => {
  test('is sent to the item’s stage, for as long as its run may last', () => {
    expect(whereNextOf()).toEqual({
      found: 'place',
      place: { stage: 'identify' },
      seconds: RUN_MS_MAX / SECOND_MS,
    });
  });

  test('waits to the second for the moment at which time moves it', () => {
    const now = plusMs(START, -90 * SECOND_MS);
    const asked = { ...request(), startedAt: now };
    expect(whereNextOf(aliceAccepted(), asked, now)).toMatchObject({
      place: { stage: 'documents', until: START },
      seconds: 90,
    });
  });

  test('waits a second at least', () => {
    const now = plusMs(START, -1);
    expect(whereNextOf(aliceAccepted(), { ...request(), startedAt: now }, now)).toMatchObject({
      seconds: 1,
    });
  });

  test('waits no longer than its configuration says; the moment stays what it is', () => {
    const now = plusMs(START, -DAY_MS);
    expect(whereNextOf(aliceAccepted(), { ...request(), startedAt: now }, now, 3)).toMatchObject({
      place: { until: START },
      seconds: 3,
    });
  });

  test('waits no longer than what is left of its run', () => {
    const now = plusMs(NOVEMBER, RUN_MS_MAX - 60 * SECOND_MS);
    expect(whereNextOf(aliceWith(), request(), now)).toMatchObject({ found: 'place', seconds: 60 });
  });
});

describe('an execution that the item does not know', () => {
  test.each([1, 3])('of run %i, when the item’s is 2, is superseded', (run) => {
    expect(whereNextOf(aliceWith({ run: 2 }), request({ run }))).toEqual({ found: 'superseded' });
  });

  test('has nothing to wait for when its rotation was undone', () => {
    const item = aliceWith({ run: 1, wait: FIRST_WAIT });
    const gone = { ...item, facts: { ...item.facts, rotations: [] } };
    expect(whereNextOf(gone)).toEqual({ found: 'ended', commit: { ...gone, runs: {} } });
  });
});

describe('a move that time owes', () => {
  test('is to be written first, and the person visited for emails', () => {
    const seen = whereNextOf(aliceAccepted(), request(), START);
    expect(seen).toMatchObject({ found: 'time-moves', commit: { dueAt: START, revision: 1 } });
  });

  test('is not made a millisecond before its moment', () => {
    expect(whereNextOf(aliceAccepted(), request(), plusMs(START, -1)).found).toBe('place');
  });

  test('is not made by an execution that is superseded', () => {
    expect(whereNextOf(aliceAccepted({ run: 2 }), request(), START).found).toBe('superseded');
  });
});

describe('a next run', () => {
  const nextRun = {
    found: 'next-run',
    run: 2,
    commit: { dueAt: NOVEMBER, runs: { r1: { run: 2 } } },
  };

  test('is opened after three hundred days', () => {
    const now = plusMs(NOVEMBER, RUN_MS_MAX);
    expect(whereNextOf(aliceWith(), request(), now)).toMatchObject({ found: 'next-run', run: 2 });
  });

  test('is opened after two hundred visits, and the old wait is forgotten', () => {
    const item = aliceWith({ run: 1, wait: FIRST_WAIT });
    const seen = whereNextOf(item, request({ entries: RE_ENTRIES_MAX }));
    expect(seen).toMatchObject(nextRun);
    expect(seen.found === 'next-run' && seen.commit.runs.r1).toEqual({ run: 2 });
  });

  test('is opened when an execution of an older definition wakes', () => {
    expect(whereNextOf(aliceWith(), request({ entries: 1 }, DEFINITION - 1))).toMatchObject(
      nextRun,
    );
  });

  test('is not opened for one that only just began under the older definition', () => {
    expect(whereNextOf(aliceWith(), request({ entries: 0 }, DEFINITION - 1)).found).toBe('place');
  });

  test('is not opened for one of a newer definition, after a release was rolled back', () => {
    expect(whereNextOf(aliceWith(), request({ entries: 1 }, DEFINITION + 1)).found).toBe('place');
  });

  test('is not opened one visit too early', () => {
    expect(whereNextOf(aliceWith(), request({ entries: RE_ENTRIES_MAX - 1 })).found).toBe('place');
  });

  test('is not opened for a rotation that is over', () => {
    const { facts, ...rest } = aliceWith({ run: 1 }, [{ type: 'withdrawn', rotationId: 'r1' }]);
    const rotations = facts.rotations.map((each) => ({ ...each, endedAt: NOVEMBER }));
    const item = { ...rest, facts: { ...facts, rotations } };
    expect(whereNextOf(item, request({ entries: RE_ENTRIES_MAX }))).toEqual({ found: 'ended' });
  });
});
