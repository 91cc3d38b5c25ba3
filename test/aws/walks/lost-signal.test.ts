import { expect, test } from 'vitest';
import { inDays, person, sweepUntil } from './people.ts';
import { agreed, execution } from './stage.ts';

test('a signal that is sent moves the execution at once', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  await agreed(alice.id, rotation);
  await alice.reports(rotation, { type: 'applied' });
  const item = await agreed(alice.id, rotation);
  expect(item.runs[rotation]?.wait?.stage).toBe('apply');
  expect((await execution(rotation, 1))?.entered.filter((name) => name === 'Arm')).toHaveLength(2);
});

test('a signal that is lost is repeated by the sweep', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  await alice.reports(rotation, { type: 'applied' });
  await agreed(alice.id, rotation);
  await alice.reportsUnheard(rotation, { type: 'offered', expiresOn: inDays(20) });
  await alice.reportsUnheard(rotation, { type: 'accepted' });
  expect((await execution(rotation, 1))?.entered.at(-1)).toBe('Apply');

  await sweepUntil(
    alice,
    'the wait is in documents',
    (item) => item.runs[rotation]?.wait?.stage === 'documents',
  );
  await agreed(alice.id, rotation);
});

test('a start that is lost is made by the sweep', async () => {
  const alice = await person();
  const rotation = await alice.addsUnheard();
  expect(await execution(rotation, 1)).toBeUndefined();

  await sweepUntil(alice, 'the execution waits', (item) => item.runs[rotation]?.wait !== undefined);
  await agreed(alice.id, rotation);
});
