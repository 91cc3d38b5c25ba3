/** A message to a list: everybody once, whatever breaks off and however often it is asked again. */
import { describe, expect, test } from 'vitest';
import type { LeasePorts } from '#functions/leased.ts';
import { handOut } from '#functions/run-job.ts';
import { JOB_LEASE_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import { MESSAGE_PART_PEOPLE, newBulk } from '#shared/cohort/bulk.ts';
import { claimEmail, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, carol, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const MESSAGE = { from: 'Dana Advisor', subject: 'Office hours', paragraphs: ['Come on Friday.'] };
const CAUSE = { id: 'm1', stream: 'message', at: MONDAY, message: MESSAGE } as const;

interface Stage {
  readonly store: Store;
  readonly deps: LeasePorts;
  at(now: Instant): void;
}

async function stage(...people: Applicant[]): Promise<Stage> {
  const store = memoryStore();
  let now: Instant = MONDAY;
  const of = { id: 'm1', cohortId: 'c2028', message: MESSAGE };
  const { item, parts } = newBulk(
    of,
    people.map(({ id }) => id),
    MONDAY,
  );
  for (const each of [...parts, item, ...people]) await store.write(each);
  const deps = {
    store,
    clock: { now: () => now },
    mayContinue: () => true,
    breathe: async () => undefined,
  };
  return {
    store,
    deps,
    at: (moment) => {
      now = moment;
    },
  };
}

const crowd = (count: number) =>
  Array.from({ length: count }, (_, n) => alice({ id: `p${String(n).padStart(5, '0')}` }));

const causesOf = async (store: Store, id: string) =>
  ((await store.read('applicant', id))?.causes ?? []).map((cause) => cause.id);

describe('handing out', () => {
  test('gives everybody the cause and has them visited', async () => {
    const { store, deps } = await stage(alice(), bob(), carol());
    expect(await handOut(deps, 'm1')).toBe('finished');
    expect(await store.read('bulk', 'm1')).toMatchObject({ handedOutAt: MONDAY, given: 3 });
    for (const id of ['alice', 'bob', 'carol']) expect(await causesOf(store, id)).toEqual(['m1']);
    expect((await store.read('applicant', 'bob'))?.dueAt).toBe(MONDAY);
    expect(await handOut(deps, 'm1')).toBe('not-needed');
  });

  test('continues wherever it died, and nobody is duplicated or left out', async () => {
    let died = 0;
    for (let writes = 0; ; writes += 1) {
      const { store, deps, at } = await stage(...crowd(105));
      let left = writes;
      const dying: Store = {
        ...store,
        write: async (item, email) => {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return store.write(item, email);
        },
      };
      const fate = await handOut({ ...deps, store: dying }, 'm1').catch(() => 'killed');
      if (fate === 'finished') break;
      died += 1;
      at(plusMs(MONDAY, JOB_LEASE_MS));
      expect(await handOut(deps, 'm1')).toBe('finished');
      expect(await store.read('bulk', 'm1')).toMatchObject({ done: 105, given: 105 });
      for (const { id } of crowd(105)) expect(await causesOf(store, id)).toEqual(['m1']);
    }
    // A claim, everybody, two batches and the end.
    expect(died).toBe(1 + 105 + 2 + 1);
  });

  test('reaches everybody of a list in several parts, a batch at a time', async () => {
    const people = crowd(2 * MESSAGE_PART_PEOPLE + 1);
    const { store, deps } = await stage(...people);
    let batches = 0;
    const twoAtATime = () => {
      batches += 1;
      return batches % 3 !== 0;
    };
    let fate = await handOut({ ...deps, mayContinue: twoAtATime }, 'm1');
    while (fate === 'paused') fate = await handOut({ ...deps, mayContinue: twoAtATime }, 'm1');
    expect(await store.read('bulk', 'm1')).toMatchObject({ given: people.length });
    for (const { id } of people) expect(await causesOf(store, id)).toEqual(['m1']);
  });

  test('is left alone while somebody alive does it', async () => {
    const { deps } = await stage(alice(), bob());
    const running = handOut(deps, 'm1');
    expect(await handOut(deps, 'm1')).toBe('not-needed');
    expect(await running).toBe('finished');
  });

  test('skips people who were emailed it, are gone, were erased, or can no longer be reached', async () => {
    const { store, deps } = await stage(
      settled(alice({ causes: [CAUSE] })),
      bob({ reach: 'bounced' }),
      carol({ cohortId: 'c2029' }),
      alice({ id: 'erased', erased: { at: MONDAY } }),
    );
    await handOut(deps, 'm1');
    for (const id of ['alice', 'bob', 'carol', 'erased'])
      expect(await causesOf(store, id)).toEqual([]);
    expect(await store.read('bulk', 'm1')).toMatchObject({ done: 4, given: 1 });
  });

  test('loses no update that comes between', async () => {
    const { store, deps } = await stage(alice());
    let raced = false;
    const racing: Store = {
      ...store,
      write: async (item, email) => {
        if (!raced && item.kind === 'applicant') {
          raced = true;
          await store.write({ ...alice({ version: 1 }), revision: 7 });
        }
        return store.write(item, email);
      },
    };
    await handOut({ ...deps, store: racing }, 'm1');
    const item = await store.read('applicant', 'alice');
    expect([item?.revision, item?.causes.length]).toEqual([7, 1]);
  });
});

describe('the ledger', () => {
  const given = alice({ causes: [CAUSE] });
  /** 3 p.m. UTC is half past eight in the evening in Kolkata; an hour later its quiet hours hold. */
  const night: Instant = plusMs(MONDAY, 3_600_000);

  test('emails it once, under the message’s id', () => {
    const { email } = planNudges(given, PUBLISHED_WORLD, MONDAY);
    expect([email?.stream, email?.causeId]).toEqual(['message', 'm1']);
    expect(planNudges(settled(given), PUBLISHED_WORLD, MONDAY).email?.stream).not.toBe('message');
  });

  test('holds it by night and names the morning', () => {
    const plan = planNudges(given, PUBLISHED_WORLD, night);
    expect(plan.email?.stream).not.toBe('message');
    expect(plan.nextAt && plan.nextAt <= '2026-11-24T02:30:00.000Z').toBe(true);
  });

  test('says nothing to who has unsubscribed since', () => {
    expect(planNudges({ ...given, reach: 'unsubscribed' }, PUBLISHED_WORLD, MONDAY)).toEqual({});
  });
});

function settled(applicant: Applicant): Applicant {
  const { email } = planNudges(applicant, PUBLISHED_WORLD, MONDAY);
  if (!email) throw new Error('Nothing is planned.');
  const claimed = claimEmail(applicant, entryOf(email), 'Office hours', MONDAY);
  return settleEmail(claimed.person, claimed.n, 'sent', MONDAY) ?? claimed.person;
}
