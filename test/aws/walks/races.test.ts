import { expect, test } from 'vitest';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import { withoutWait } from '#shared/people/workflow/runs.ts';
import { RE_ENTRIES_MAX } from '#shared/people/workflow/where-next.ts';
import { call } from './lambda.ts';
import { type Person, person } from './people.ts';
import { agreed, clock, execution, signal, until } from './stage.ts';

test('an update committed before the token is stored is found by the wait itself', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  const { token } = waitOf(await agreed(alice.id, rotation), rotation);
  // As if the wait's function had been slow: its token is not on the item, and the update finds nobody to signal.
  await alice.plants((item) => withoutWait(item, rotation));
  await alice.reportsUnheard(rotation, { type: 'applied' });
  expect((await execution(rotation, 1))?.entered.at(-1)).toBe('Identify');

  await call('WaitFunction', await waitRequest(alice, rotation, { token, stage: 'identify' }));
  const item = await agreed(alice.id, rotation);
  expect(waitOf(item, rotation).stage).toBe('apply');
});

test('a wait told twice is kept once', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  const before = await agreed(alice.id, rotation);
  const { token } = waitOf(before, rotation);
  await call('WaitFunction', await waitRequest(alice, rotation, { token, stage: 'identify' }));
  expect((await alice.item()).version).toBe(before.version);
  expect(await looks(rotation)).toBe(1);
});

test('a wait that comes late, after a later one, changes nothing', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  const { token } = waitOf(await agreed(alice.id, rotation), rotation);
  await alice.reports(rotation, { type: 'applied' });
  const before = await agreed(alice.id, rotation);
  const enteredAt = '2020-01-01T00:00:00.000Z';
  await call(
    'WaitFunction',
    await waitRequest(alice, rotation, { token, stage: 'apply', enteredAt }),
  );
  expect((await alice.item()).version).toBe(before.version);
  await agreed(alice.id, rotation);
  expect(await looks(rotation)).toBe(2);
});

test('a next run takes over while the old one lives, and the old one ends when it wakes', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  const { token } = waitOf(await agreed(alice.id, rotation), rotation);
  const input = { applicantId: alice.id, rotationId: rotation, run: 1, entries: RE_ENTRIES_MAX };
  const request = { input, startedAt: clock.now(), definition: DEFINITION };
  expect(await call('ArmFunction', request)).toMatchObject({ next: 'over', why: 'next-run' });

  expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
  expect((await execution(rotation, 1))?.status).toBe('RUNNING');
  await alice.reports(rotation, { type: 'applied' });
  await agreed(alice.id, rotation);
  expect((await execution(rotation, 1))?.entered.at(-1)).toBe('Identify');

  await signal(token);
  await until(
    'the old run has ended',
    async () => (await execution(rotation, 1))?.status === 'SUCCEEDED',
  );
  expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
});

test('a look asked for twice opens one next run', async () => {
  const alice = await person();
  const rotation = await alice.adds();
  await agreed(alice.id, rotation);
  const input = { applicantId: alice.id, rotationId: rotation, run: 1, entries: RE_ENTRIES_MAX };
  const request = { input, startedAt: clock.now(), definition: DEFINITION };
  const answers = await Promise.all([call('ArmFunction', request), call('ArmFunction', request)]);
  expect(answers.map((answer) => (answer as { why: string }).why).toSorted()).toEqual([
    'next-run',
    'superseded',
  ]);
  expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
  expect(await execution(rotation, 3)).toBeUndefined();
});

type Item = Awaited<ReturnType<Person['item']>>;

function waitOf(item: Item, rotation: string): { token: string; stage: string } {
  const wait = item.runs[rotation]?.wait;
  if (!wait) throw new Error('There is no wait.');
  return wait;
}

async function waitRequest(
  who: Person,
  rotationId: string,
  of: { token: string; stage: string; enteredAt?: string },
): Promise<object> {
  const { run = 1 } = (await who.item()).runs[rotationId] ?? {};
  return {
    applicantId: who.id,
    rotationId,
    run,
    until: null,
    enteredAt: clock.now(),
    retryCount: 0,
    ...of,
  };
}

async function looks(rotation: string): Promise<number> {
  const { entered = [] } = (await execution(rotation, 1)) ?? {};
  return entered.filter((name) => name === 'Arm').length;
}
