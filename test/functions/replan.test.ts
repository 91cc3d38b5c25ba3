import { describe, expect, test } from 'vitest';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { changeWorld } from '#functions/change-world.ts';
import { presentWorld } from '#functions/present-world.ts';
import { replan, replanOrLog, WALK_PAGE_MAX, WORLD_SETTLES_MS } from '#functions/replan.ts';
import { sweep } from '#functions/sweep.ts';
import { emailParts } from '#infra/local/email-parts.ts';
import { nudgeDeps, type Parts } from '#infra/local/parts.ts';
import { newSecrets } from '#infra/local/secrets.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { correct, takeBack } from '#shared/world/corrections/change-world.ts';
import { aliceAtYale, FEBRUARY } from '../shared/people/mailing/alice.ts';
import { longerLead, matchDay } from '../shared/people/mailing/worlds.ts';

describe('a date that moves', () => {
  test('is emailed once to those it concerns, with the old date, the new one, and the source', async () => {
    const { season, correctNow, arrived } = await stage(['alice', 'bob']);
    await season(DAY_MS);
    arrived();
    await correctNow();
    await season(2 * DAY_MS);
    const emails = arrived().filter(({ subject }) => subject.startsWith('Date changed'));
    expect(emails.map(({ personId, subject }) => `${personId}: ${subject}`)).toEqual([
      'alice: Date changed: Match Day, now Fri, Mar 24',
      'bob: Date changed: Match Day, now Fri, Mar 24',
    ]);
    expect(emailParts(emails[0]?.raw ?? '').text).toContain(
      'Match Day: was Fri, Mar 17, 2028 (estimated), now Fri, Mar 24, 2028 (official). Source: https://www.nrmp.org/match-calendars/, checked Mon, Feb 1, 2027.',
    );
  });

  test('and is withdrawn is emailed again, the other way around', async () => {
    const { season, correctNow, takeBackNow, arrived } = await stage(['alice']);
    await season(DAY_MS);
    await correctNow();
    await season(DAY_MS);
    arrived();
    await takeBackNow();
    await season(2 * DAY_MS);
    expect(arrived().map(({ subject }) => subject)).toContain(
      'Date changed: Match Day, now Fri, Mar 17, estimated',
    );
  });

  test('waits for the reader’s morning', async () => {
    const { season, correctNow, arrived } = await stage(['alice']);
    await season(DAY_MS);
    arrived();
    // 15:00 UTC is 8:30 p.m. in Kolkata: the walk ends after nine.
    await correctNow();
    await season(DAY_MS);
    const [email] = arrived().filter(({ subject }) => subject.startsWith('Date changed'));
    expect(email?.at).toBe('2027-02-03T02:30:00.000Z');
  });

  test('of a host is emailed as the resulting day, and not to those without a rotation there', async () => {
    const { season, deps, arrived, now } = await stage(['alice']);
    await season(DAY_MS);
    arrived();
    for (const of of [longerLead('yale'), longerLead('stanford')]) {
      const id = of.of === 'host' ? of.institutionId : of.id;
      const by = { id, by: 'dr-lee', reason: 'new page' };
      const secondary = { ...of, certainty: 'secondary' } as const;
      await changeWorld(deps, (item) => correct(item, secondary, by, now()));
    }
    await season(DAY_MS);
    const subjects = arrived().map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.startsWith('Date changed'))).toEqual([
      'Date changed: last day to apply for the rotation at Yale School of Medicine, now Fri, Jun 4',
    ]);
  });
});

describe('the walk', () => {
  test('starts when no process can have the old world, wakes everybody, and rests', async () => {
    const { deps, store, after } = await stage(names(2 * WALK_PAGE_MAX + 3), DAY_MS);
    const states = [await replan(deps), await replan(deps)];
    after(WORLD_SETTLES_MS);
    states.push(await replan(deps), await replan(deps));
    expect(states).toEqual([
      { state: 'noticed', woken: 0 },
      { state: 'settling', woken: 0 },
      { state: 'done', woken: 2 * WALK_PAGE_MAX + 3 },
      { state: 'idle', woken: 0 },
    ]);
    expect((await store.due(deps.clock.now(), 100)).rows).toHaveLength(2 * WALK_PAGE_MAX + 3);
  });

  test('starts again with another release, and with another date', async () => {
    const { deps, correctNow, after } = await stage(['alice']);
    await walked(deps, after);
    expect((await replan({ ...deps, release: 'release2' })).state).toBe('noticed');
    await walked({ ...deps, release: 'release2' }, after);
    await correctNow();
    expect((await replan({ ...deps, release: 'release2' })).state).toBe('noticed');
  });

  test('that breaks off after any write goes on, and wakes everybody', async () => {
    const people = names(WALK_PAGE_MAX + 2);
    for (let writesLeft = 0; writesLeft < WALK_PAGE_MAX + 4; writesLeft += 7) {
      const { deps, store, after } = await stage(people, DAY_MS);
      await replan(deps);
      after(WORLD_SETTLES_MS);
      let left = writesLeft;
      const dying = {
        ...store,
        write: async (...args: Parameters<typeof store.write>) => {
          left -= 1;
          if (left < 0) throw new Error('The process was killed.');
          return store.write(...args);
        },
      };
      await expect(replan({ ...deps, store: dying })).rejects.toThrow('killed');
      expect((await replan(deps)).state).toBe('done');
      const { rows } = await store.due(deps.clock.now(), 100);
      expect(rows, `${writesLeft} writes`).toHaveLength(people.length);
    }
  });

  test('wakes a person who was written at the same moment without planning', async () => {
    const { deps, store, after } = await stage(['alice'], DAY_MS);
    await replan(deps);
    after(WORLD_SETTLES_MS);
    let races = 2;
    const raced = {
      ...store,
      write: async (...[item, alongside]: Parameters<typeof store.write>) => {
        races -= 1;
        const other = races >= 0 && (await store.read('applicant', 'alice'));
        if (other) await store.write(other);
        return store.write(item, alongside);
      },
    };
    expect(await replan({ ...deps, store: raced })).toEqual({ state: 'done', woken: 1 });
    expect((await store.due(deps.clock.now(), 1)).rows).toHaveLength(1);
  });

  test('by two at once is complete, and nobody is emailed twice', async () => {
    const { deps, season, correctNow, after, arrived } = await stage(names(WALK_PAGE_MAX + 2));
    await season(DAY_MS);
    await correctNow();
    await replan(deps);
    after(WORLD_SETTLES_MS);
    const both = await Promise.all([replan(deps), replan(deps)]);
    expect(both.map(({ state }) => state)).toContain('done');
    arrived();
    await season(DAY_MS);
    await season(DAY_MS);
    const notices = arrived().filter(({ subject }) => subject.startsWith('Date changed'));
    expect(notices).toHaveLength(WALK_PAGE_MAX + 2);
    expect(new Set(notices.map(({ personId }) => personId)).size).toBe(WALK_PAGE_MAX + 2);
  });

  test('that fails is logged, and the sweep comes all the same', async () => {
    const { deps } = await stage(['alice']);
    const logged: string[] = [];
    const failing = {
      ...deps.store,
      read: async () => {
        throw new Error('The disk is gone.');
      },
    };
    const log = (level: string, event: string) => logged.push(`${level} ${event}`);
    await replanOrLog({ ...deps, store: failing, log })();
    expect(logged).toEqual(['error replan-failed']);
  });
});

async function walked(deps: Parameters<typeof replan>[0], after: (ms: number) => void) {
  await replan(deps);
  after(WORLD_SETTLES_MS);
  expect((await replan(deps)).state).toBe('done');
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `p${n}`);
}

/** People in a store, an hourly sweep with its walk, and an outbox. */
async function stage(ids: string[], restMs = 0) {
  const store = openSqliteStore(':memory:');
  let now: Instant = FEBRUARY;
  const clock = { now: () => now };
  for (const id of ids) await store.write({ ...aliceAtYale(id), dueAt: plusMs(now, restMs) });
  const parts: Parts = {
    store,
    clock,
    secrets: newSecrets(),
    baseUrl: 'https://rotations.example.org',
    mailer: outboxMailer(mimeFrom('plan@example.org')),
    newId: () => 'n1',
    log: () => undefined,
  };
  const worldOf = presentWorld(parts);
  const deps = { store, clock, release: 'release1' };
  let shown = 0;
  const change = (id: string) => ({ id, by: 'dr-lee', reason: 'NRMP moved it' });
  const after = (ms: number) => {
    now = plusMs(now, ms);
  };
  return {
    store,
    deps,
    after,
    now: () => now,
    correctNow: () =>
      changeWorld(deps, (item) => correct(item, matchDay('2028-03-24'), change('c1'), now)),
    takeBackNow: () => changeWorld(deps, (item) => takeBack(item, 'c1', change('c2'), now)),
    /** Half-hourly sweeps, each after its share of the walk. */
    season: async (ms: number) => {
      const end = plusMs(now, ms);
      while (now < end) {
        await replan(deps);
        await sweep(nudgeDeps(parts, await worldOf()));
        after(HOUR_MS / 2);
      }
    },
    arrived: () => {
      const { rows } = store.outbox.list(500);
      const news = rows.filter(({ seq }) => seq > shown).reverse();
      shown = rows[0]?.seq ?? shown;
      return news.map((row) => ({ ...row, raw: store.outbox.get(row.seq)?.raw ?? '' }));
    },
  };
}
