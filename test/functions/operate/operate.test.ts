import { expect, test } from 'vitest';
import { dryRun } from '#functions/operate/dry-run.ts';
import { replay } from '#functions/operate/replay.ts';
import { statusOf } from '#functions/operate/status.ts';
import { setSending } from '#functions/store/switches.ts';
import { countSent, heedComplaint } from '#functions/store/tally.ts';
import { sweep } from '#functions/sweep.ts';
import { statusText } from '#infra/local/ops-text.ts';
import { HOUR_MS, instantAt, plusMs } from '#shared/base/time/instant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../cast.ts';
import { type MemoryStore, memoryStore } from '../../season/memory-store.ts';
import { virtualMachine } from '../../season/virtual-machine.ts';

const MORNING = instantAt('2026-11-24', '00:00', 'Asia/Kolkata');
const PEPPER = 'pepper';

async function dayOf(store: MemoryStore, hours: number): Promise<number> {
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start: MORNING });
  let sent = 0;
  for (let hour = 0; hour < hours; hour += 1) {
    machine.setClock(plusMs(MORNING, hour * HOUR_MS));
    sent += (await sweep(machine.nudgeDeps(machine.ports))).sent;
  }
  return sent;
}

test('a dry run names what then leaves on that day, and writes nothing', async () => {
  const store = memoryStore();
  await store.write(alice({ dueAt: MORNING }));
  const deps = { store, worldFor: () => PUBLISHED_WORLD, pepper: PEPPER };
  const emails = await dryRun(deps, '2026-11-24', MORNING);
  expect((await store.read('applicant', 'alice'))?.version).toBe(1);
  await dayOf(store, 24);
  const left = (await store.read('applicant', 'alice'))?.emails ?? [];
  expect(emails.map(({ keys }) => keys)).toEqual(left.map(({ keys }) => keys));
  expect(left.length).toBeGreaterThan(0);
});

test('a replay of a day has everybody visited again, and nothing is sent twice', async () => {
  const store = memoryStore();
  await store.write(alice({ dueAt: MORNING }));
  const sent = await dayOf(store, 24);
  const evening = plusMs(MORNING, 23 * HOUR_MS);
  expect(await replay({ store, clock: { now: () => evening } }, '2026-11-24')).toEqual({
    day: '2026-11-24',
    people: 1,
    emails: sent,
    duplicates: 0,
    madeDue: 1,
  });
  expect(await dayOf(store, 24)).toBe(0);
});

test('a nudge that truly left twice is found', async () => {
  const store = memoryStore();
  const email = (n: number) => ({
    n,
    stream: 'digest' as const,
    status: 'sent' as const,
    keys: ['G1|plan|2027-03-01|7'],
    rotationIds: [],
    subject: 'x',
    claimedAt: plusMs(MORNING, 10 * HOUR_MS),
    leaseUntil: plusMs(MORNING, 10 * HOUR_MS),
  });
  await store.write(alice({ emails: [email(1), email(2)] }));
  expect((await replay({ store, clock: { now: () => MORNING } }, '2026-11-24')).duplicates).toBe(1);
});

test('the status names who cannot be reached, by id', async () => {
  const store = memoryStore();
  await store.write(alice({ reach: 'bounced', dueAt: MORNING }));
  const status = await statusOf(store, MORNING);
  expect(status).toMatchObject({ sending: 'on', people: 1, due: 1 });
  expect(status.unreachable).toEqual([{ kind: 'applicant', personId: 'alice', reach: 'bounced' }]);
  expect(JSON.stringify(status)).not.toContain('@');
});

test('the status counts who waits for email that the switch holds', async () => {
  const store = memoryStore();
  await store.write(alice({ dueAt: MORNING }));
  await store.write(alice({ id: 'later', dueAt: plusMs(MORNING, HOUR_MS) }));
  await store.write(alice({ id: 'left', dueAt: MORNING, reach: 'unsubscribed' }));
  expect((await statusOf(store, MORNING)).held).toBe(0);
  await setSending({ store, clock: { now: () => MORNING } }, 'critical', 'complaints', MORNING);
  const status = await statusOf(store, MORNING);
  expect(status.held).toBe(1);
  expect(statusText(status)).toContain('held         up to 1 email');
});

test('the status shows how many people complained, and first emails apart', async () => {
  const store = memoryStore();
  await store.write(alice({}));
  const ports = { store, clock: { now: () => MORNING }, pepper: PEPPER };
  for (const address of ['a@example.org', 'b@example.org', 'b@example.org']) {
    await countSent(ports, false);
    await heedComplaint(ports, address, false);
  }
  await countSent(ports, true);
  const status = await statusOf(store, MORNING);
  expect(status.people).toBe(1);
  expect(status.complaints).toEqual({
    sent: 3,
    complained: 2,
    people: 2,
    firstContacts: { sent: 1, complained: 0 },
  });
  expect(statusText(status)).toContain('2 of 3 emails in thirty days, from 2 people');
  expect(statusText(status)).toContain('0 of 1 first emails');
});
