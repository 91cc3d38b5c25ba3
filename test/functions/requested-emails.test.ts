/** What someone asked for leaves at once, ahead of everything, and is tried again within a minute when it does not. */
import { describe, expect, test } from 'vitest';
import { type NudgeDeps, nudge, type Visit } from '#functions/nudge.ts';
import { setSending } from '#functions/store/switches.ts';
import { sweep } from '#functions/sweep.ts';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  instantAt,
  MINUTE_MS,
  plusMs,
} from '#shared/base/time/instant.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import type { Stream } from '#shared/people/person/email-record.ts';
import type { PersonItem } from '#shared/people/person/person-item.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import type { Delivery } from '#shared/store/mailer.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, DANA } from '../cast.ts';
import { FAIR, startProcess } from '../season/faults.ts';
import { type MemoryStore, memoryStore } from '../season/memory-store.ts';
import { type VirtualMachine, virtualMachine } from '../season/virtual-machine.ts';
import { offered } from './offered.ts';
import { portsOf } from './ports.ts';

/** Three in the morning in Kolkata: a request knows no quiet hours. */
const NIGHT = instantAt('2027-03-18', '03:00', 'Asia/Kolkata');
const NOON = instantAt('2027-03-18', '12:00', 'Asia/Kolkata');

const asked = (stream: 'link' | 'sign-in' | 'confirm', at: Instant) => [
  { id: 'asked', stream, at } as const,
];
const profile = { ...DANA, zone: 'America/New_York' };
const REFUSED: Delivery = { outcome: 'refused', reason: 'greylisted' };
const UNKNOWN: Delivery = { outcome: 'unknown', reason: 'timeout' };

const PEOPLE: readonly (readonly [string, PersonItem])[] = [
  ['an applicant’s new link', alice({ causes: asked('link', NIGHT) })],
  ['an applicant’s sign-in', alice({ causes: asked('sign-in', NIGHT) })],
  [
    'a stranger’s confirmation',
    alice({ causes: asked('confirm', NIGHT), pending: { since: NIGHT } }),
  ],
  [
    'a letter writer’s new link',
    {
      ...newWriter({ id: 'w1', name: 'Prof. Osei', address: 'osei@example.org' }, NIGHT),
      causes: asked('link', NIGHT),
    },
  ],
  [
    'an advisor’s sign-in',
    {
      ...newAdvisor({ id: 'd1', profile, role: 'lead', cohortIds: [] }, NIGHT),
      causes: asked('sign-in', NIGHT),
    },
  ],
];

describe.each(PEOPLE)('%s', (_, person) => {
  test('leaves at the first visit', async () => {
    const { store, visit } = await stage(person, NIGHT);
    expect(await visit()).toMatchObject({ sent: 1 });
    expect(store.outbox).toHaveLength(1);
  });

  test('that is refused leaves a minute later', async () => {
    const { store, visit, at } = await stage(person, NIGHT);
    const refused = await visit([REFUSED]);
    expect(refused).toMatchObject({ refused: 1, sent: 0 });
    expect(refused.againAt && refused.againAt <= plusMs(NIGHT, MINUTE_MS)).toBe(true);
    at(plusMs(NIGHT, MINUTE_MS));
    expect(await visit()).toMatchObject({ sent: 1 });
    expect(store.outbox).toHaveLength(1);
  });

  test('without an answer is sent again a minute later, though no evidence can come', async () => {
    const { store, visit, at } = await stage(person, NIGHT);
    expect(await visit([UNKNOWN], DAY_MS)).toMatchObject({ unknown: 1, sent: 0 });
    at(plusMs(NIGHT, MINUTE_MS));
    expect(await visit([], DAY_MS)).toMatchObject({ sent: 1 });
    expect(store.outbox).toHaveLength(1);
  });

  test('is held while an operator stopped everything, and leaves at the first visit after', async () => {
    const { store, visit, at } = await stage(person, NIGHT);
    await setSending(portsOf(store), 'stopped', 'operator', NIGHT);
    expect(await visit()).toMatchObject({ sent: 0, held: 1 });
    await setSending(portsOf(store), 'on', 'operator', NIGHT);
    at(plusMs(NIGHT, MINUTE_MS));
    expect(await visit()).toMatchObject({ sent: 1 });
  });

  test('leaves while only what cannot wait does', async () => {
    const { store, visit } = await stage(person, NIGHT);
    await setSending(portsOf(store), 'critical', 'complaints', NIGHT);
    expect(await visit()).toMatchObject({ sent: 1, held: 0 });
  });

  test('leaves once where two sweeps come at once', async () => {
    const { store, sweepNow } = await stage(person, NIGHT);
    await Promise.all([sweepNow(), sweepNow()]);
    expect(store.outbox).toHaveLength(1);
  });
});

describe('a new link goes ahead', () => {
  test('of a digest whose fate is unknown, which is waited for as usual', async () => {
    const { store, visit, at, streams } = await stage(offered(alice(), NOON), NOON);
    await visit([UNKNOWN], DAY_MS);
    const later = plusMs(NOON, MINUTE_MS);
    at(later);
    await ask(store, later);
    expect(await visit([], DAY_MS)).toMatchObject({ sent: 1, lost: 0 });
    expect(await streams()).toEqual(['digest claimed', 'link sent']);
    at(plusMs(NOON, DAY_MS + HOUR_MS));
    expect(await visit([], DAY_MS)).toMatchObject({ lost: 1 });
    expect(await streams()).toEqual(['digest lost', 'link sent']);
  });

  test('of a visit that fails', async () => {
    const { store, deps, streams } = await stage(offered(alice(), NOON), NOON);
    await ask(store, NOON);
    const render: NudgeDeps['render'] = async (planned, ...of) => {
      if (planned.stream === 'digest') throw new Error('no words');
      return deps.render(planned, ...of);
    };
    expect(await nudge({ ...deps, render }, ALICE)).toMatchObject({ sent: 1, failed: 1 });
    expect(await streams()).toEqual(['link sent']);
  });

  test('and holds nothing up: refused, it leaves the digest to the same visit', async () => {
    const { store, visit, at, streams } = await stage(offered(alice(), NOON), NOON);
    await ask(store, NOON);
    expect(await visit([REFUSED])).toMatchObject({ refused: 1, sent: 1 });
    expect(await streams()).toEqual(['link failed', 'digest sent']);
    at(plusMs(NOON, MINUTE_MS));
    expect(await visit()).toMatchObject({ sent: 1 });
    expect(await streams()).toEqual(['digest sent', 'link sent']);
  });
});

describe('a new link that fails', () => {
  test('for want of its words is tried again within a minute', async () => {
    const { store, deps, visit, at } = await stage(alice(), NIGHT);
    await ask(store, NIGHT);
    const render = () => Promise.reject(new Error('no key'));
    const failed = await nudge({ ...deps, render }, ALICE);
    expect(failed).toMatchObject({ failed: 1, sent: 0 });
    expect(failed.againAt && failed.againAt <= plusMs(NIGHT, MINUTE_MS)).toBe(true);
    at(plusMs(NIGHT, MINUTE_MS));
    expect(await visit()).toMatchObject({ sent: 1 });
  });

  test('with its process, killed before the sending, leaves a minute later', async () => {
    const { store, machine, visit, at } = await stage(alice(), NIGHT);
    await ask(store, NIGHT);
    const killed = startProcess(machine.ports, {
      ...FAIR,
      fault: ({ port }) => (port === 'deliver' ? 'crash-before' : undefined),
    });
    await nudge(machine.nudgeDeps(killed), ALICE);
    at(plusMs(NIGHT, MINUTE_MS));
    expect(await visit([], DAY_MS)).toMatchObject({ sent: 1 });
    expect(store.outbox).toHaveLength(1);
  });

  test('does not shorten the wait of a digest that is refused beside it', async () => {
    const { store, visit, at, streams } = await stage(offered(alice(), NOON), NOON);
    await ask(store, NOON);
    await visit([REFUSED, REFUSED]);
    at(plusMs(NOON, MINUTE_MS));
    expect(await visit([REFUSED])).toMatchObject({ sent: 0, refused: 1 });
    expect(await streams()).toEqual(['digest failed', 'link failed']);
    at(plusMs(NOON, 2 * MINUTE_MS));
    // One that is taken shows that the next may be.
    expect(await visit()).toMatchObject({ sent: 2, refused: 0 });
  });
});

const ALICE = { kind: 'applicant', id: 'alice' } as const;

interface Stage {
  readonly store: MemoryStore;
  readonly machine: VirtualMachine;
  readonly deps: NudgeDeps;
  at(now: Instant): void;
  sweepNow(): Promise<unknown>;
  /** One visit: its first emails end as given, and the others are accepted. */
  visit(ends?: readonly Delivery[], evidenceMs?: number): Promise<Visit>;
  streams(): Promise<string[]>;
}

async function stage(person: PersonItem, start: Instant): Promise<Stage> {
  const store = memoryStore();
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start });
  await store.write({ ...person, dueAt: start });
  // Without the oracle of the season: it reads what left, and a sign-in's words are no keys.
  const deps = machine.nudgeDeps({ ...machine.ports, store });
  return {
    store,
    machine,
    deps,
    at: machine.setClock,
    sweepNow: () => sweep(deps),
    visit(ends = [], evidenceMs = 0) {
      const left = [...ends];
      return nudge(
        {
          ...deps,
          mailer: {
            evidenceMs,
            deliver: async (...of) => left.shift() ?? deps.mailer.deliver(...of),
          },
        },
        person,
      );
    },
    async streams() {
      const { emails } = (await store.read('applicant', 'alice')) ?? { emails: [] };
      return emails.map(
        ({ stream, status }: { stream: Stream; status: string }) => `${stream} ${status}`,
      );
    },
  };
}

async function ask(store: MemoryStore, at: Instant): Promise<void> {
  const person = await store.read('applicant', 'alice');
  if (!person) throw new Error('Alice is gone.');
  await store.write({ ...person, causes: asked('link', at), dueAt: at });
}
