import { describe, expect, test } from 'vitest';
import { nudge } from '#functions/nudge.ts';
import { sweep } from '#functions/sweep.ts';
import { instantAt, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { virtualMachine } from '../season/virtual-machine.ts';

/** Noon in Kolkata in the months when "list your target programs" is due. */
const NOON = instantAt('2027-01-14', '12:00', 'Asia/Kolkata');

describe('a sweep', () => {
  test('visits everybody who is due, over pages, and nobody else', async () => {
    const people = Array.from({ length: 130 }, (_, n) => someone(`p${n}`));
    const { deps, store } = await machineWith([
      ...people,
      { ...someone('later'), dueAt: plusMs(NOON, 1) },
    ]);
    const report = await sweep(deps);
    expect(report).toMatchObject({ due: 130, sent: 130, failed: 0, finished: true, errors: [] });
    expect(new Set(store.outbox.map(({ personId }) => personId)).size).toBe(130);
    expect(store.outbox.map(({ personId }) => personId)).not.toContain('later');
  });

  test('that finds nobody says so', async () => {
    const { deps } = await machineWith([]);
    expect(await sweep(deps)).toMatchObject({ due: 0, sent: 0, finished: true });
  });

  test('leaves nobody due behind: the next one at the same hour has nothing to do', async () => {
    const { deps } = await machineWith([someone('alice'), someone('bob')]);
    await sweep(deps);
    expect(await sweep(deps)).toMatchObject({ due: 0, sent: 0 });
  });

  test('continues past a person who cannot be visited, and names them', async () => {
    const { deps, store } = await machineWith([
      someone('alice'),
      someone('poison'),
      someone('zoe'),
    ]);
    const report = await sweep({
      ...deps,
      render: async (planned, applicant, now) => {
        if (applicant.id === 'poison') throw new Error('no words');
        return deps.render(planned, applicant, now);
      },
    });
    expect(report).toMatchObject({ due: 3, sent: 2, failed: 1 });
    expect(report.errors).toEqual([{ personId: 'poison', error: new Error('no words') }]);
    expect(store.outbox.map(({ personId }) => personId)).toEqual(['alice', 'zoe']);
    // And the next sweep is not held up by them either.
    expect(await sweep(deps)).toMatchObject({ due: 0 });
  });
});

describe('two sweeps at once', () => {
  test('send each email once', async () => {
    const people = ['alice', 'bob', 'carol', 'deepa'].map(someone);
    const { deps, store } = await machineWith(people);
    const reports = await Promise.all([sweep(deps), sweep(deps), sweep(deps)]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(4);
    expect(store.outbox.map(({ personId }) => personId).toSorted()).toEqual([
      'alice',
      'bob',
      'carol',
      'deepa',
    ]);
  });

  test('where one dies in the middle, the other finishes', async () => {
    const people = ['alice', 'bob', 'carol', 'deepa'].map(someone);
    const { deps, store } = await machineWith(people);
    const dying = sweep(deps, async (who) => {
      if (who.id === 'carol') throw new Error('killed');
      return nudge(deps, who);
    });
    const [died, lived] = await Promise.allSettled([dying, sweep(deps)]);
    expect([died.status, lived.status]).toEqual(['rejected', 'fulfilled']);
    expect(new Set(store.outbox.map(({ personId }) => personId)).size).toBe(4);
    expect(store.outbox).toHaveLength(4);
  });
});

function someone(id: string): Applicant {
  const { facts } = alice();
  const profile = { ...facts.profile, address: `${id}@example.org` };
  return alice({ id, dueAt: NOON, facts: { ...facts, profile } });
}

async function machineWith(people: Applicant[]) {
  const store = memoryStore();
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start: NOON });
  for (const each of people) await machine.ports.store.write(each);
  return { store, deps: machine.nudgeDeps(machine.ports) };
}
