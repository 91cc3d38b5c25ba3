import { describe, expect, test } from 'vitest';
import { LONGEST_REST_MS } from '#shared/base/limits.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { rest } from '#shared/people/workflow/rest.ts';
import { NO_WORKFLOW, type Workflow } from '#shared/people/workflow/workflow.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { NOVEMBER } from '../../plan/moves/stories.ts';
import { APPLIED, aliceAccepted, aliceWith, FIRST_WAIT, START } from './waiting.ts';

const FOLLOWED: Workflow = { ...NO_WORKFLOW, graceMs: HOUR_MS, followsRotations: true };
const inAnHour = plusMs(NOVEMBER, HOUR_MS);
const inAWeek = plusMs(NOVEMBER, LONGEST_REST_MS);

const dueAt = (item = aliceWith(), workflow = FOLLOWED, now = NOVEMBER) =>
  rest(item, undefined, workflow, PUBLISHED_WORLD, now).dueAt;

describe('a person rests an hour', () => {
  test('while a rotation has no wait', () => {
    expect(dueAt()).toBe(inAnHour);
  });

  test('while an execution is behind', () => {
    expect(dueAt(aliceWith({ run: 1, wait: FIRST_WAIT }, [APPLIED]))).toBe(inAnHour);
  });
});

describe('a person rests a week', () => {
  test('when every execution follows', () => {
    expect(dueAt(aliceWith({ run: 1, wait: FIRST_WAIT }))).toBe(inAWeek);
  });

  test('where nothing follows rotations', () => {
    expect(dueAt(aliceWith(), NO_WORKFLOW)).toBe(inAWeek);
  });
});

test('a time move is left to its execution for an hour; the visit at the moment itself only looks', () => {
  const wait = { ...FIRST_WAIT, stage: 'documents', until: START } as const;
  const item = aliceAccepted({ run: 1, wait });
  const now = plusMs(START, -HOUR_MS);
  expect(dueAt(item, FOLLOWED, now)).toBe(START);
  expect(dueAt(item, FOLLOWED, START)).toBe(plusMs(START, HOUR_MS));
  expect(dueAt(item, NO_WORKFLOW, now)).toBe(START);
});
