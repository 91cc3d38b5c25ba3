import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { runStatesOf } from '#shared/people/workflow/runs.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { APPLIED, aliceAccepted, aliceWith, FIRST_WAIT, START } from './waiting.ts';

const states = (item: Applicant) => runStatesOf(item, PUBLISHED_WORLD).map(({ state }) => state);

describe('an execution follows', () => {
  test('when it waits in the item’s stage, and nothing but a person can move it', () => {
    expect(states(aliceWith({ run: 1, wait: FIRST_WAIT }))).toEqual(['follows']);
  });

  test('when it waits for the very moment that the item says', () => {
    const wait = { ...FIRST_WAIT, stage: 'documents', until: START } as const;
    expect(states(aliceAccepted({ run: 3, wait }))).toEqual(['follows']);
  });
});

describe('an execution is behind', () => {
  test('when the item has gone on to another stage', () => {
    expect(states(aliceWith({ run: 1, wait: FIRST_WAIT }, [APPLIED]))).toEqual(['behind']);
  });

  test('when its moment is another than the item’s', () => {
    const wait = { ...FIRST_WAIT, stage: 'documents', until: '2027-07-06T04:00:00.000Z' } as const;
    expect(states(aliceAccepted({ run: 1, wait }))).toEqual(['behind']);
  });

  test('when the item has a moment and it waits for none', () => {
    const wait = { ...FIRST_WAIT, stage: 'documents' } as const;
    expect(states(aliceAccepted({ run: 1, wait }))).toEqual(['behind']);
  });

  test('when its rotation was taken back by an undo', () => {
    const { facts } = aliceWith();
    const item = aliceWith({ run: 1, wait: FIRST_WAIT });
    expect(states({ ...item, facts: { ...facts, rotations: [] } })).toEqual(['behind']);
  });
});

describe('an execution is waitless', () => {
  test('when its rotation is new: run 1 needs no record', () => {
    expect(runStatesOf(aliceWith(), PUBLISHED_WORLD)).toEqual([
      { input: { applicantId: 'alice', rotationId: 'r1', run: 1 }, state: 'waitless' },
    ]);
  });

  test('when its next run was committed', () => {
    expect(runStatesOf(aliceWith({ run: 2 }), PUBLISHED_WORLD)).toMatchObject([
      { input: { run: 2 }, state: 'waitless' },
    ]);
  });
});

test('a rotation that is over for good has no execution to follow it', () => {
  const { facts, ...rest } = aliceWith({ run: 1 }, [{ type: 'withdrawn', rotationId: 'r1' }]);
  const rotations = facts.rotations.map((each) => ({ ...each, endedAt: START }));
  expect(states({ ...rest, facts: { ...facts, rotations } })).toEqual([]);
});
