import { expect, test } from 'vitest';
import { call } from './lambda.ts';
import { inDays, type Person, person } from './people.ts';
import { everybodyLookedAt } from './queues.ts';
import { agreed } from './stage.ts';

/** Ten people with five rotations each: what one person's rotations do meets in one item. */
const PEOPLE = 10;
const ROTATIONS_EACH = 5;

test('fifty rotations at once all come to agree with the table', { timeout: 400_000 }, async () => {
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => person('fifty')));
  const pairs: [Person, string][] = [];
  for (let n = 0; n < ROTATIONS_EACH; n += 1) {
    const dates = { start: inDays(60 + 30 * n), end: inDays(80 + 30 * n) };
    const added = await Promise.all(people.map((each) => each.addsUnheard(dates)));
    pairs.push(...people.map((each, index): [Person, string] => [each, added[index] ?? '']));
  }
  await call('SweepFunction', {});
  await everybodyLookedAt();
  for (const [who, rotation] of pairs) await agreed(who.id, rotation);

  // All of them are told of at the same time, and the sweep finds all of them behind.
  await Promise.all(
    pairs.map(([who, rotation]) => who.reportsUnheard(rotation, { type: 'applied' })),
  );
  await call('SweepFunction', {});
  await everybodyLookedAt();
  for (const [who, rotation] of pairs) {
    const item = await agreed(who.id, rotation);
    expect(item.runs[rotation]).toMatchObject({ run: 1, wait: { stage: 'apply' } });
  }
});
