import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNDO_MS, WAIT_SECONDS_MAX } from '#shared/base/limits.ts';
import { type Instant, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { configure } from './lambda.ts';
import { datesMoved, inDays, person } from './people.ts';
import { agreed, clock, execution, signal, until } from './stage.ts';

test('dates moved while waiting move the wait with them', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  await alice.reports(rotation, { type: 'applied' });
  await alice.reports(rotation, { type: 'offered' });
  await alice.reports(rotation, { type: 'accepted' });
  const before = (await agreed(alice.id, rotation)).runs[rotation]?.wait?.until;
  await alice.reports(rotation, {
    type: 'dates-changed',
    dates: { start: inDays(120), end: inDays(145) },
  });
  const after = (await agreed(alice.id, rotation)).runs[rotation]?.wait?.until;
  expect([before, after].every((moment) => moment !== undefined)).toBe(true);
  expect(after).not.toBe(before);
});

test('the undo day ends by the wait’s own timeout, and the execution with it', async () => {
  const bob = await person('bob');
  const rotation = await bob.adds();
  await bob.reports(rotation, { type: 'withdrawn' });
  await agreed(bob.id, rotation);
  // As if he had withdrawn a day ago but for ten seconds; a signal makes Arm look and wait for just that long.
  const closedAt = plusMs(clock.now(), 10 * SECOND_MS - UNDO_MS);
  await bob.plants((item) => closedSince(item, closedAt));
  await signal((await bob.item()).runs[rotation]?.wait?.token);
  expect((await agreed(bob.id, rotation)).facts.rotations[0]?.endedAt).toBeUndefined();

  await until('it has ended', async () => (await bob.rotation(rotation)).endedAt !== undefined);
  expect((await agreed(bob.id, rotation)).runs[rotation]?.wait).toBeUndefined();
  expect((await execution(rotation, 1))?.status).toBe('SUCCEEDED');
});

function closedSince(item: Applicant, at: Instant): Applicant {
  const rotations = item.facts.rotations.map((each) => ({
    ...each,
    closed: { reason: 'withdrawn' as const, at },
  }));
  return { ...item, facts: { ...item.facts, rotations } };
}

describe('with the longest wait shortened to three seconds', () => {
  beforeAll(() => configure('ArmFunction', 'AWAY_WAIT_SECONDS_MAX', '3'));
  afterAll(() => configure('ArmFunction', 'AWAY_WAIT_SECONDS_MAX', String(WAIT_SECONDS_MAX)));

  test('a rotation starts and ends by time, with no sweep and nobody acting', async () => {
    const alice = await person();
    const rotation = await alice.adds();
    await alice.reports(rotation, { type: 'applied' });
    await alice.reports(rotation, { type: 'offered' });
    await alice.reports(rotation, { type: 'accepted' });
    await agreed(alice.id, rotation);

    await alice.plants((item) => datesMoved(item, rotation, inDays(-3), inDays(20)));
    await until('it has started', async () => (await alice.rotation(rotation)).stage === 'rotate');
    expect(await alice.rotation(rotation)).toMatchObject({ startedIncomplete: true });
    await agreed(alice.id, rotation);

    await alice.plants((item) => datesMoved(item, rotation, inDays(-30), inDays(-2)));
    await until(
      'it has ended',
      async () => (await alice.rotation(rotation)).stage === 'request-letter',
    );
    await agreed(alice.id, rotation);
    const entered = (await execution(rotation, 1))?.entered ?? [];
    expect(entered.filter((name) => name === 'Rotate').length).toBeGreaterThanOrEqual(1);
    const moves = (await alice.item()).history.filter(({ by }) => by === 'time');
    expect(moves.map(({ event }) => 'move' in event && event.move)).toEqual([
      'rotation-starts',
      'rotation-ends',
    ]);
  });
});
