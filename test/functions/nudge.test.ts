import { describe, expect, test } from 'vitest';
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { update } from '#functions/update.ts';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  instantAt,
  MINUTE_MS,
  plusMs,
  SECOND_MS,
} from '#shared/base/time/instant.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import { type Sending, SWITCHES_ID } from '#shared/people/mailing/switches-item.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, carol } from '../cast.ts';
import { type Call, FAIR, startProcess } from '../season/faults.ts';
import { type MemoryStore, memoryStore } from '../season/memory-store.ts';
import { type VirtualMachine, virtualMachine } from '../season/virtual-machine.ts';
import { offered } from './offered.ts';

const ALICE = { kind: 'applicant', id: 'alice' } as const;

/** Thursday noon in Kolkata: the digest's hours have started, and Alice must answer an offer by Saturday. */
const NOON = instantAt('2027-03-18', '12:00', 'Asia/Kolkata');

describe('an email', () => {
  test('is claimed in the item before the mailer is asked, and sent with its record in one write', async () => {
    const { store, deps } = await noon();
    const seen: unknown[] = [];
    const visit = await nudge(
      withMailer(deps, async (email, tag, now) => {
        seen.push((await store.read('applicant', 'alice'))?.emails.at(-1)?.status);
        seen.push(store.outbox.length);
        return deps.mailer.deliver(email, tag, now);
      }),
      ALICE,
    );
    expect(seen).toEqual(['claimed', 0]);
    expect(visit).toMatchObject({ sent: 1, failed: 0 });
    expect((await emailsOf(store)).map(({ status }) => status)).toEqual(['sent']);
    expect(store.outbox.map(({ n, to }) => [n, to])).toEqual([[1, 'alice@example.org']]);
  });

  test('is planned again when an update wins the race for the claim', async () => {
    const { store, deps, report } = await noon();
    let renders = 0;
    const visit = await nudge(
      {
        ...deps,
        async render(planned, applicant, now) {
          renders += 1;
          if (renders === 1) await report({ type: 'withdrawn', rotationId: 'r1' });
          return deps.render(planned, applicant, now);
        },
      },
      ALICE,
    );
    expect(visit.failed).toBe(0);
    const said = (await emailsOf(store)).flatMap(({ keys }) => keys);
    expect(said.filter((key) => key.includes('|r1|'))).toEqual([]);
    expect(store.outbox).toHaveLength((await emailsOf(store)).length);
  });

  test('is not planned for people who are not due', async () => {
    const { store, deps } = await noon({ dueAt: plusMs(NOON, 1) });
    const before = await store.read('applicant', 'alice');
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 0, failed: 0 });
    expect(await nudge(deps, { kind: 'applicant', id: 'zoe' })).toMatchObject({
      sent: 0,
      failed: 0,
    });
    expect(await store.read('applicant', 'alice')).toEqual(before);
  });
});

describe('a process killed between claim and sending', () => {
  test('leaves a claim that is waited for, then lost, and the email leaves once', async () => {
    const { store, deps, machine } = await noon();
    const killed = startProcess(machine.ports, {
      ...FAIR,
      fault: ({ port }) => (port === 'deliver' ? 'crash-before' : undefined),
    });
    await nudge(machine.nudgeDeps(killed), ALICE);
    expect((await emailsOf(store))[0]?.status).toBe('claimed');

    machine.setClock(plusMs(NOON, MINUTE_MS));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 0, lost: 0 });
    expect((await read(store)).dueAt).toBe(NOON);

    machine.setClock(plusMs(NOON, 2 * MINUTE_MS));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 0, lost: 1 });
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 1, lost: 0 });
    expect((await emailsOf(store)).map(({ n, status }) => `${n} ${status}`)).toEqual([
      '1 lost',
      '2 sent',
    ]);
    expect(store.outbox).toHaveLength(1);
  });

  test('leaves a claim that is called lost in the same visit, though another write came first', async () => {
    const { deps, machine } = await noon();
    const crash = ({ port }: Call) => (port === 'deliver' ? 'crash-before' : undefined);
    const killed = startProcess(machine.ports, { ...FAIR, fault: crash });
    await nudge(machine.nudgeDeps(killed), ALICE);
    machine.setClock(plusMs(NOON, 2 * MINUTE_MS));
    let races = 1;
    const raced = {
      ...deps,
      store: {
        ...deps.store,
        write: async (...[item, alongside]: Parameters<typeof deps.store.write>) => {
          races -= 1;
          return races === 0 ? { written: false as const } : deps.store.write(item, alongside);
        },
      },
    };
    expect(await nudge(raced, ALICE)).toMatchObject({ sent: 0, lost: 1 });
  });

  test('that only slept does not send when it wakes: the lease may be somebody else’s', async () => {
    const { store, deps, machine } = await noon();
    const slow = startProcess(machine.ports, {
      ...FAIR,
      fault: ({ port }) => (port === 'write' ? 'slept' : undefined),
    });
    expect(await nudge(machine.nudgeDeps(slow), ALICE)).toMatchObject({ sent: 0, failed: 0 });
    expect(store.outbox).toHaveLength(0);
    machine.setClock(plusMs(NOON, 2 * MINUTE_MS));
    await nudge(deps, ALICE);
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 1 });
  });
});

describe('an update between claim and record', () => {
  test('is judged in the same visit, whatever became of the email', async () => {
    for (const outcome of ['accepted', 'refused'] as const) {
      const { store, deps, report } = await noon();
      const wroteDueAt: Instant[] = [];
      const plannedIn: string[] = [];
      const visit = await nudge(
        withMailer(
          {
            ...deps,
            plan(applicant, ...of) {
              plannedIn.push(applicant.facts.profile.zone);
              return planNudges(applicant, ...of);
            },
            store: {
              ...deps.store,
              write(item, alongside) {
                const isFate =
                  item.kind === 'applicant' && item.emails.at(-1)?.status !== 'claimed';
                if (isFate && wroteDueAt.length === 0) wroteDueAt.push(item.dueAt);
                return deps.store.write(item, alongside);
              },
            },
          },
          async (email, tag, now) => {
            await report({ type: 'zone-changed', zone: 'Asia/Tokyo' });
            return outcome === 'accepted'
              ? deps.mailer.deliver(email, tag, now)
              : { outcome, reason: 'mailbox full' };
          },
        ),
        ALICE,
      );
      expect([visit.sent, visit.refused]).toEqual(outcome === 'accepted' ? [1, 0] : [0, 1]);
      expect(wroteDueAt).toEqual([NOON]);
      expect((await read(store)).facts.profile.zone).toBe('Asia/Tokyo');
      expect(plannedIn).toEqual(['Asia/Kolkata', 'Asia/Tokyo']);
    }
  });
});

describe('an email that is refused', () => {
  test('is tried again after one hour, then two, until it leaves', async () => {
    const { store, deps, machine } = await noon();
    const refusing = withMailer(deps, async () => ({ outcome: 'refused', reason: 'mailbox full' }));
    await nudge(refusing, ALICE);
    expect(await read(store)).toMatchObject({ dueAt: plusMs(NOON, HOUR_MS) });
    machine.setClock(plusMs(NOON, HOUR_MS));
    await nudge(refusing, ALICE);
    expect(await read(store)).toMatchObject({ dueAt: plusMs(NOON, 3 * HOUR_MS) });
    machine.setClock(plusMs(NOON, 3 * HOUR_MS));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 1 });
    expect((await emailsOf(store)).map(({ status }) => status)).toEqual([
      'failed',
      'failed',
      'sent',
    ]);
  });

  test('is tried again after an hour also when a second sweep saw the claim meanwhile', async () => {
    const { store, deps } = await noon();
    await nudge(
      withMailer(
        deps,
        async () => {
          await nudge({ ...deps, mailer: { ...deps.mailer, evidenceMs: DAY_MS } }, ALICE);
          return { outcome: 'refused', reason: 'mailbox full' };
        },
        DAY_MS,
      ),
      ALICE,
    );
    expect(await read(store)).toMatchObject({ dueAt: plusMs(NOON, HOUR_MS) });
  });

  test('was not said: the next one says the same', async () => {
    const { store, deps, machine } = await noon();
    await nudge(
      withMailer(deps, async () => ({ outcome: 'refused', reason: 'mailbox full' })),
      ALICE,
    );
    machine.setClock(plusMs(NOON, HOUR_MS));
    await nudge(deps, ALICE);
    const [first, second] = await emailsOf(store);
    expect(second?.keys).toEqual(first?.keys);
  });
});

test('an email whose fate is unknown stays claimed through the evidence window, and nothing else is sent', async () => {
  const { store, deps, machine } = await noon();
  const doubtful = withMailer(
    deps,
    async () => ({ outcome: 'unknown', reason: 'timeout' }),
    DAY_MS,
  );
  expect(await nudge(doubtful, ALICE)).toMatchObject({ unknown: 1, sent: 0 });
  const until = plusMs(NOON, DAY_MS + 2 * MINUTE_MS);
  expect((await read(store)).dueAt).toBe(NOON);
  machine.setClock(plusMs(until, -SECOND_MS));
  expect(await nudge(doubtful, ALICE)).toMatchObject({ lost: 0 });
  machine.setClock(until);
  expect(await nudge(doubtful, ALICE)).toMatchObject({ lost: 1 });
});

describe('the stop switch', () => {
  test('holds the email before any claim, and the first sweep after its release sends it', async () => {
    const { store, deps, machine } = await noon();
    await store.write(switches('stopped', 0));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 0, held: 1 });
    expect(await emailsOf(store)).toEqual([]);
    expect((await read(store)).dueAt).toBe(NOON);
    await store.write(switches('on', 1));
    machine.setClock(plusMs(NOON, HOUR_MS));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 1, held: 0 });
  });

  test('set to what cannot wait holds a digest, and sends the email that tomorrow would be too late for', async () => {
    const { store, deps, machine } = await noon();
    await store.write(switches('critical', 0));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 0, held: 1 });
    // The offer ends on 20 March in the US, before the digest of the 21st could be sent in Kolkata.
    machine.setClock(instantAt('2027-03-20', '12:00', 'Asia/Kolkata'));
    expect(await nudge(deps, ALICE)).toMatchObject({ sent: 1 });
    expect((await emailsOf(store)).map(({ stream }) => stream)).toEqual(['urgent']);
  });

  test('does not hold what time does to a rotation', async () => {
    const { store, deps, machine } = await noon();
    await store.write(switches('stopped', 0));
    machine.setClock('2027-03-21T12:00:00.000Z');
    expect(await nudge(deps, ALICE)).toMatchObject({ moved: 1 });
    expect((await read(store)).facts.rotations[0]?.closed?.reason).toBe('offer-expired');
  });
});

describe('a visit that throws', () => {
  test('tells its error and backs off, with nothing claimed', async () => {
    const { store, deps } = await noon();
    const visit = await nudge({ ...deps, render: async () => fail() }, ALICE);
    expect(visit).toMatchObject({ failed: 1, sent: 0, error: new Error('no words') });
    expect(await read(store)).toMatchObject({ dueAt: plusMs(NOON, HOUR_MS), emails: [] });
  });

  test('does not make an update wait that came meanwhile', async () => {
    const { store, deps, report } = await noon();
    await nudge(
      {
        ...deps,
        render: async () => {
          await report({ type: 'zone-changed', zone: 'Asia/Tokyo' });
          return fail();
        },
      },
      ALICE,
    );
    expect(await read(store)).toMatchObject({ dueAt: NOON, failures: 0 });
  });
});

test('a case is opened by the write that ends the visit, and by no other', async () => {
  const { store, machine, deps } = await noon();
  await machine.ports.store.write(carol({ dueAt: NOON, reach: 'unsubscribed' }));
  await nudge(deps, { kind: 'applicant', id: 'carol' });
  const seen = await store.read('applicant', 'carol');
  expect(openCaseOf(seen?.casework)?.openedBy).toBe('rules');
  expect(seen?.outlook?.at).toBe(NOON);
  expect(seen?.version).toBe(2);
});

interface Noon {
  readonly store: MemoryStore;
  readonly machine: VirtualMachine;
  readonly deps: NudgeDeps;
  report(event: Event): Promise<void>;
}

async function noon(overrides: Partial<Applicant> = {}): Promise<Noon> {
  const store = memoryStore();
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start: NOON });
  await machine.ports.store.write({ ...offered(alice({ dueAt: NOON }), NOON), ...overrides });
  return {
    store,
    machine,
    deps: machine.nudgeDeps(machine.ports),
    async report(event) {
      const deps = { ...machine.ports, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW };
      const { answer } = await update(deps, 'alice', { id: 'told', by: 'applicant', event });
      expect(answer).toBe('accepted');
    },
  };
}

function withMailer(deps: NudgeDeps, deliver: Mailer['deliver'], evidenceMs = 0): NudgeDeps {
  return { ...deps, mailer: { evidenceMs, deliver } };
}

function switches(sending: Sending, version: number) {
  return { kind: 'switches', id: SWITCHES_ID, version, sending, changedAt: NOON } as const;
}

async function read(store: MemoryStore): Promise<Applicant> {
  const kept = await store.read('applicant', 'alice');
  if (!kept) throw new Error('Alice is gone.');
  return kept;
}

async function emailsOf(store: MemoryStore): Promise<Applicant['emails']> {
  return (await read(store)).emails;
}

function fail(): never {
  throw new Error('no words');
}
