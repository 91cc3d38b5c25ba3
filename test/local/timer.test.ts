import { expect, test } from 'vitest';
import { every } from '#infra/local/host.ts';

test('two ticks never overlap, and a failed one does not end the timer', async () => {
  let inside = 0;
  let most = 0;
  let ticks = 0;
  const errors: unknown[] = [];
  const enough = Promise.withResolvers<void>();
  const timer = every(
    1,
    async () => {
      ticks += 1;
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside -= 1;
      if (ticks === 2) throw new Error('one bad minute');
      if (ticks === 4) enough.resolve();
    },
    (error) => errors.push(error),
  );
  await enough.promise;
  timer.stop();
  expect(most).toBe(1);
  expect(errors).toEqual([new Error('one bad minute')]);
});

test('a stopped timer does not tick', async () => {
  let ticks = 0;
  const tick = async () => {
    ticks += 1;
  };
  const timer = every(1, tick, () => undefined);
  timer.stop();
  const then = ticks;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(ticks).toBe(then);
});
