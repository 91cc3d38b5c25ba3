/** Writers who cannot be emailed, or will not be: the emails end, and each applicant who counts on them is asked to call. */
import { describe, expect, test } from 'vitest';
import { feedback } from '#functions/feedback.ts';
import { sweep } from '#functions/sweep.ts';
import { update } from '#functions/update.ts';
import { EASTERN, HOUR_MS, type Instant, instantAt, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Event } from '#shared/people/person/event.ts';
import { type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../cast.ts';
import { memoryStore } from '../../season/memory-store.ts';
import { virtualMachine } from '../../season/virtual-machine.ts';

const PEPPER = 'pepper';
const OSEI = 'osei@example.org';
const OSEI_ID = writerIdOf(OSEI, PEPPER);
/** The first email comes on the next weekday. */
const A_DAY = 24;
const MORNING = instantAt('2027-09-01', '09:00', EASTERN);
const MENTOR = { rotationId: 'plan', letterId: 'mentor' } as const;
const TICK = {
  type: 'letter-contact',
  ...MENTOR,
  agreedInPerson: 'yes',
  address: OSEI,
} as const;

test('a writer who was emailed, and whose address then bounces, is called instead; another address is emailed', async () => {
  const stage = await stageAt(MORNING);
  await stage.report('u1', TICK);
  await stage.hour(A_DAY);
  expect((await stage.writer()).emails.map(({ status }) => status)).toEqual(['sent']);

  await stage.returned('Bounce', { bounce: { bounceType: 'Permanent' } });
  expect((await stage.writer()).reach).toBe('ok');
  await stage.hour(23);
  expect((await stage.writer()).emails).toHaveLength(1);
  await stage.hour();
  await stage.returned('Bounce', { bounce: { bounceType: 'Permanent' } }, 2);
  expect(await stage.writer()).toMatchObject({ reach: 'bounced', emails: [{}, {}] });
  await stage.hour();
  expect(await stage.contact()).toMatchObject({ state: 'unreachable' });
  expect(await stage.rules()).toContain('call-writer');

  expect(await stage.report('u2', TICK)).toBe('writer-unreachable');
  expect(await stage.report('u3', { ...TICK, address: 'osei2@example.org' })).toBe('accepted');
  // Over a weekend.
  await stage.hour(3 * A_DAY);
  expect(await stage.contact()).toMatchObject({ state: 'emailed' });
  expect((await stage.writer('osei2@example.org')).emails).toHaveLength(1);
  expect((await stage.writer()).emails).toHaveLength(2);
});

test('a complaint ends the emails of that writer for good', async () => {
  const stage = await stageAt(MORNING);
  await stage.report('u1', TICK);
  await stage.hour();
  await stage.returned('Complaint', { complaint: {} });
  await stage.hour();
  expect(await stage.contact()).toMatchObject({ state: 'unreachable' });
  expect(await stage.store.read('address', hashAddress(OSEI, PEPPER, 'writer'))).toMatchObject({
    reach: 'complained',
    personKind: 'writer',
  });
});

describe('a writer without pointers', () => {
  test('is not emailed at an address that complained about a letter', async () => {
    const stage = await stageAt(MORNING);
    await stage.store.write({
      kind: 'address',
      id: hashAddress(OSEI, PEPPER, 'writer'),
      version: 0,
      personKind: 'writer',
      personId: 'osei',
      reach: 'complained',
    });
    await stage.report('u1', TICK);
    await stage.hour();
    await stage.hour();
    expect((await stage.writer()).emails).toEqual([]);
    expect(await stage.contact()).toMatchObject({ state: 'unreachable' });
  });

  test('is emailed although they stopped their own emails as an applicant', async () => {
    const stage = await stageAt(MORNING);
    await stage.store.write({
      kind: 'address',
      id: hashAddress(OSEI, PEPPER),
      version: 0,
      personKind: 'applicant',
      personId: 'bob',
      reach: 'unsubscribed',
    });
    await stage.report('u1', TICK);
    await stage.hour(A_DAY);
    expect((await stage.writer()).emails).toHaveLength(1);
  });
});

test('a stop of all emails reaches every applicant, once, and cannot be ticked away', async () => {
  const stage = await stageAt(MORNING);
  await stage.report('u1', TICK);
  await stage.hour();
  const writer = await stage.writer();
  await stage.store.write({ ...writer, reach: 'unsubscribed', dueAt: stage.now() });
  await stage.hour();
  await stage.hour();
  expect(await stage.contact()).toMatchObject({ state: 'stopped' });
  const applicant = await stage.store.read('applicant', 'alice');
  const response = applicant?.history.filter(({ event }) => event.type === 'letter-email-stopped');
  expect(response).toHaveLength(1);
  expect(applicant?.undo).toBeUndefined();
  expect(await stage.report('u2', TICK)).toBe('writer-wants-no-email');
});

test('the mentor’s letter reaches the end of its ladder, and then the applicant is emailed', async () => {
  const stage = await stageAt(MORNING);
  await stage.report('u1', TICK);
  await stage.report('u2', { type: 'letter-requested', ...MENTOR });
  for (let day = 0; day < 24; day += 1) await stage.hour(24);
  const applicant = await stage.store.read('applicant', 'alice');
  expect(applicant?.facts.letters?.[0]?.status).toBe('not-progressing');
  expect((await stage.writer()).emails).toHaveLength(3);
  expect(await stage.rules()).toContain('call-writer');
});

async function stageAt(start: Instant) {
  const store = memoryStore();
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start });
  let now = start;
  const { facts } = alice();
  const mentor = { name: 'Dr. Osei', specialty: 'research' } as const;
  const letter = { id: 'mentor', writer: mentor, status: 'asked', askedOn: '2027-08-20' } as const;
  await machine.ports.store.write(
    alice({
      reach: 'unsubscribed',
      dueAt: start,
      facts: { ...facts, letters: [{ ...letter, since: start }] },
    }),
  );
  const deps = machine.nudgeDeps(machine.ports);
  const written = async (address = OSEI): Promise<WriterItem> => {
    const writer = await store.read('writer', writerIdOf(address, PEPPER));
    if (!writer) throw new Error(`${address} writes no letters.`);
    return writer;
  };
  return {
    store,
    now: () => now,
    writer: written,
    /** Time passes, and two sweeps: what one visit asks of another person is seen by the second. */
    async hour(hours = 1): Promise<void> {
      now = plusMs(now, hours * HOUR_MS);
      machine.setClock(now);
      for (let each = 0; each < 2; each += 1) {
        const { errors } = await sweep(deps);
        if (errors[0]) throw errors[0].error;
      }
    },
    async report(id: string, event: Event): Promise<string> {
      const ports = { ...machine.ports, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
      const response = await update(ports, 'alice', { id, by: 'applicant', event });
      return response.answer === 'refused' ? response.refusal.reason : response.answer;
    },
    async returned(eventType: string, more: object, n = 1): Promise<void> {
      const tags = { kind: ['writer'], person: [OSEI_ID], n: [String(n)] };
      const detail = { eventType, mail: { destination: [OSEI], tags }, ...more };
      await feedback(
        { store, clock: { now: () => now }, log: () => undefined, pepper: PEPPER },
        { source: 'aws.ses', detail },
      );
    },
    async contact() {
      return (await store.read('applicant', 'alice'))?.facts.letters?.[0]?.contact;
    },
    async rules(): Promise<string[]> {
      const applicant = await store.read('applicant', 'alice');
      return applicant
        ? occasionsAt(applicant.facts, PUBLISHED_WORLD, now).map(({ rule }) => rule)
        : [];
    },
  };
}
