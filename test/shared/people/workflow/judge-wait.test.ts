import { describe, expect, test } from 'vitest';
import type { WaitRequest } from '#shared/people/workflow/messages.ts';
import { judgeWait, waitOf } from '#shared/people/workflow/runs.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { NOVEMBER } from '../../plan/moves/stories.ts';
import { APPLIED, aliceAccepted, aliceWith, FIRST_WAIT, START } from './waiting.ts';

function wait(overrides: Partial<WaitRequest> = {}): WaitRequest {
  return {
    applicantId: 'alice',
    rotationId: 'r1',
    run: 1,
    stage: 'identify',
    until: null,
    token: 'token-2',
    enteredAt: '2026-11-23T15:00:01.000Z',
    retryCount: 0,
    ...overrides,
  };
}

const judge = (item: ReturnType<typeof aliceWith> | undefined, of = wait()) =>
  judgeWait(item, of, PUBLISHED_WORLD);

describe('a wait is kept', () => {
  test('when the item has none', () => {
    expect(judge(aliceWith())).toBe('keep');
  });

  test('when it came after the one the item has', () => {
    expect(judge(aliceWith({ run: 1, wait: FIRST_WAIT }))).toBe('keep');
  });

  test('when it is a retry of the one the item has', () => {
    const retry = wait({ enteredAt: NOVEMBER, retryCount: 1 });
    expect(judge(aliceWith({ run: 1, wait: FIRST_WAIT }), retry)).toBe('keep');
  });

  test('when it waits for the item’s own moment', () => {
    expect(judge(aliceAccepted(), wait({ stage: 'documents', until: START }))).toBe('keep');
  });
});

describe('a wait is woken at once', () => {
  test('when there is no such person', () => {
    expect(judge(undefined)).toBe('wake');
  });

  test('when the item’s run is another', () => {
    expect(judge(aliceWith({ run: 2 }))).toBe('wake');
  });

  test('when a later one is on the item', () => {
    const late = wait({ enteredAt: '2026-11-23T14:59:59.000Z' });
    expect(judge(aliceWith({ run: 1, wait: FIRST_WAIT }), late)).toBe('wake');
  });

  test('when an update was committed after Arm read the item', () => {
    expect(judge(aliceWith(undefined, [APPLIED]))).toBe('wake');
  });

  test('when the dates have changed since Arm read the item', () => {
    const moved = wait({ stage: 'documents', until: '2027-07-12T04:00:00.000Z' });
    expect(judge(aliceAccepted(), moved)).toBe('wake');
  });
});

test('a wait that is reported twice is already on the item', () => {
  const twice = wait({ token: FIRST_WAIT.token, enteredAt: NOVEMBER });
  expect(judge(aliceWith({ run: 1, wait: FIRST_WAIT }), twice)).toBe('kept');
});

test('waits sort by when their state was entered, then by their retry', () => {
  const at = (enteredAt: WaitRequest['enteredAt'], retryCount: number) =>
    waitOf(wait({ enteredAt, retryCount })).at;
  const inOrder = [at(NOVEMBER, 0), at(NOVEMBER, 2), at(NOVEMBER, 10), at(START, 0)];
  expect(inOrder.toSorted()).toEqual(inOrder);
});
