import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import type { Run } from '#shared/people/person/applicant.ts';
import { type Person, person, sweepUntil } from './people.ts';
import { agreed, arnOf, execution, kill, machineArn, read, until } from './stage.ts';

test('a killed execution is told of by its event, and the sweep starts another', async () => {
  const { alice, rotation } = await aliceWhoWaits();
  await killAndHear(alice, rotation);
  expect(await execution(rotation, 2)).toBeUndefined();

  await sweepUntil(alice, 'run 2 waits', (item) => item.runs[rotation]?.wait !== undefined);
  await agreed(alice.id, rotation);
  await alice.reports(rotation, { type: 'applied' });
  expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
});

test('an event that comes twice, and late, changes nothing', async () => {
  const { alice, rotation } = await aliceWhoWaits();
  await killAndHear(alice, rotation);
  await sweepUntil(alice, 'run 2 waits', (item) => item.runs[rotation]?.wait !== undefined);
  const before = await agreed(alice.id, rotation);
  await reportEnd(alice.id, rotation, 1);
  await alice.reports(rotation, { type: 'applied' });
  const after = await agreed(alice.id, rotation);
  expect([before, after].map((item) => item.runs[rotation]?.run)).toEqual([2, 2]);
});

test('an execution that died between two waits, unheard, is found by the sweep', async () => {
  const { alice, rotation } = await aliceWhoWaits();
  await killAndHear(alice, rotation);
  await unhear(alice, rotation, { run: 1 });

  await sweepUntil(alice, 'run 2 waits', (item) => item.runs[rotation]?.wait !== undefined);
  expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
});

test('one that died in a wait, unheard, is found as soon as it should have moved', async () => {
  const { alice, rotation, wait } = await aliceWhoWaits();
  await killAndHear(alice, rotation);
  await unhear(alice, rotation, { run: 1, wait });
  await alice.reports(rotation, { type: 'applied' });
  expect((await read(alice.id)).runs[rotation]?.run).toBe(1);

  await sweepUntil(alice, 'run 2 waits', (item) => item.runs[rotation]?.wait?.stage === 'apply');
  expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
});

test('one that died in a wait, unheard, while nothing happened is found by the weekly look', async () => {
  const { alice, rotation, wait } = await aliceWhoWaits();
  await killAndHear(alice, rotation);
  await unhear(alice, rotation, { run: 1, wait: { ...wait, at: '2020-01-01T00:00:00.000Z#000' } });

  await sweepUntil(alice, 'run 2 waits', (item) => {
    const { run, wait: arrived } = item.runs[rotation] ?? {};
    return run === 2 && arrived !== undefined;
  });
  await agreed(alice.id, rotation);
});

async function aliceWhoWaits(): Promise<{
  alice: Person;
  rotation: string;
  wait: NonNullable<Run['wait']>;
}> {
  const alice = await person();
  const rotation = await alice.adds();
  const { wait } = (await agreed(alice.id, rotation)).runs[rotation] ?? {};
  if (!wait) throw new Error('There is no wait.');
  return { alice, rotation, wait };
}

/** Kills run 1, and waits until its status-change event has opened run 2. */
async function killAndHear(who: Person, rotation: string): Promise<void> {
  await kill(rotation, 1, (await who.item()).runs[rotation]?.wait?.token);
  await until('the event opens run 2', async () => (await read(who.id)).runs[rotation]?.run === 2);
}

/** As if the event had never come. */
async function unhear(who: Person, rotation: string, run: Run): Promise<void> {
  await who.plants((item) => ({ ...item, dueAt: item.createdAt, runs: { [rotation]: run } }));
}

/** What EventBridge hears of an execution that was stopped. */
async function reportEnd(personId: string, rotation: string, run: number): Promise<void> {
  const detail = {
    executionArn: arnOf(rotation, run),
    stateMachineArn: machineArn,
    name: `${rotation}-${run}`,
    status: 'ABORTED',
    input: JSON.stringify({ applicantId: personId, rotationId: rotation, run }),
  };
  const entry = {
    Source: 'aws.states',
    DetailType: 'Step Functions Execution Status Change',
    Detail: JSON.stringify(detail),
  };
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries: [entry] }));
}
