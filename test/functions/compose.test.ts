/** A part is made of its ports when it is first asked for, and again when the world is another one. */
import { expect, test } from 'vitest';
import { changeWorld } from '#functions/change-world.ts';
import { compose, given, once } from '#functions/compose.ts';
import { WORLD_FRESH_MS } from '#functions/present-world.ts';
import { success } from '#shared/base/result.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { matchDay } from '../shared/people/mailing/worlds.ts';
import { memoryExecutions } from '../shared/people/workflow/memory-executions.ts';

function stage() {
  const store = memoryStore();
  let now: Instant = MONDAY;
  const clock = { now: () => now };
  const ground = given({ store, clock, log: () => {}, executions: undefined });
  return {
    ground,
    correct: () =>
      changeWorld({ store, clock }, (item) =>
        success({ ...item, corrections: [matchDay('2028-03-24')] }),
      ),
    after: (ms: number) => {
      now = plusMs(now, ms);
    },
  };
}

test('nothing is asked for before the part is, and then each port once', async () => {
  const { ground } = stage();
  const asked: string[] = [];
  const pepper = async () => {
    asked.push('pepper');
    return 'salt';
  };
  const part = compose({ ...ground, pepper }, (ports) => `with ${ports.pepper}`);
  expect(asked).toEqual([]);
  expect(await Promise.all([part(), part()])).toEqual(['with salt', 'with salt']);
  expect(asked).toEqual(['pepper']);
});

test('a port that failed is asked again by the next call', async () => {
  const { ground } = stage();
  let tries = 0;
  const pepper = async () => {
    tries += 1;
    if (tries === 1) throw new Error('The secret could not be read.');
    return 'salt';
  };
  const part = compose({ ...ground, pepper }, (ports) => ports.pepper);
  await expect(part()).rejects.toThrow('could not be read');
  expect(await part()).toBe('salt');
});

test('a part stays the same while the world does, and is made again in a changed one', async () => {
  const { ground, correct, after } = stage();
  const part = compose(ground, ({ worldFor }) => ({
    day: worldFor().season(2028).dates['match-day']?.day,
  }));
  const first = await part();
  after(WORLD_FRESH_MS);
  expect(await part()).toBe(first);
  await correct();
  after(WORLD_FRESH_MS);
  expect([first, await part()]).toEqual([{ day: '2028-03-17' }, { day: '2028-03-24' }]);
});

test('rotations are followed where there is a state machine, and by the sweep alone where there is none', async () => {
  const { ground } = stage();
  const alone = await compose(ground, ({ workflow }) => workflow)();
  expect(alone).toBe(NO_WORKFLOW);
  const executions = memoryExecutions();
  const followed = await compose(
    { ...ground, executions: () => executions },
    ({ workflow }) => workflow,
  )();
  expect([alone.followsRotations, followed.followsRotations]).toEqual([false, true]);
});

test('what is made once is made for everybody who waits for it', async () => {
  let made = 0;
  const get = once(async () => {
    made += 1;
    return made;
  });
  expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1]);
});
