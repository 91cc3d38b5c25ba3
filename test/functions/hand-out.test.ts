/** A message to a list: everybody once, whatever breaks off and however often it is asked again. */
import { describe, expect, test } from 'vitest';
import { handOut } from '../../functions/hand-out.ts';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import type { Bulk } from '../../shared/cohort/message.ts';
import { claimMail, entryOf, settleMail } from '../../shared/nudges/claim.ts';
import { planNudges } from '../../shared/nudges/plan.ts';
import type { Store } from '../../shared/store/store.ts';
import { type Instant, plusMs } from '../../shared/time/instant.ts';
import { PUBLISHED_WORLD } from '../../shared/world.ts';
import { alice, bob, carol, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const bulk: Bulk = {
  kind: 'bulk',
  id: 'm1',
  version: 1,
  cohortId: 'c2028',
  at: MONDAY,
  message: { from: 'Dana Advisor', subject: 'Office hours', paragraphs: ['Come on Friday.'] },
  recipients: ['alice', 'bob', 'carol'],
};
const clock = { now: () => MONDAY };

async function stage(...people: Applicant[]): Promise<Store> {
  const store = memoryStore();
  await store.write({ ...bulk, version: 0 });
  for (const person of people) await store.write(person);
  return store;
}

const causesOf = async (store: Store, id: string) =>
  ((await store.read('applicant', id))?.causes ?? []).map((cause) => cause.id);

describe('handing out', () => {
  test('gives everybody the cause and has them looked at', async () => {
    const store = await stage(alice(), bob(), carol());
    const done = await handOut({ store, clock }, bulk);
    expect(done.handedOutAt).toBe(MONDAY);
    for (const id of bulk.recipients) expect(await causesOf(store, id)).toEqual(['m1']);
    expect((await store.read('applicant', 'bob'))?.dueAt).toBe(MONDAY);
  });

  test('broken off and gone on with gives nobody a second one', async () => {
    const store = await stage(alice(), bob(), carol());
    let writes = 0;
    const broken: Store = {
      ...store,
      write: (...asked) => {
        writes += 1;
        if (writes === 2) throw new Error('the function died');
        return store.write(...asked);
      },
    };
    await expect(handOut({ store: broken, clock }, bulk)).rejects.toThrow('died');
    await handOut({ store, clock }, bulk);
    for (const id of bulk.recipients) expect(await causesOf(store, id)).toEqual(['m1']);
  });

  test('passes over who was mailed it, has gone, or is not reached any more', async () => {
    const mailed = settled(
      alice({ causes: [{ id: 'm1', stream: 'message', at: MONDAY, message: bulk.message }] }),
    );
    const store = await stage(mailed, bob({ reach: 'bounced' }), carol({ cohortId: 'c2029' }));
    await handOut({ store, clock }, bulk);
    for (const id of bulk.recipients) expect(await causesOf(store, id)).toEqual([]);
  });

  test('loses no update that comes between', async () => {
    const store = await stage(alice());
    let raced = false;
    const racing: Store = {
      ...store,
      write: async (item, mail) => {
        if (!raced && item.kind === 'applicant') {
          raced = true;
          await store.write({ ...alice({ version: 1 }), revision: 7 });
        }
        return store.write(item, mail);
      },
    };
    await handOut({ store: racing, clock }, { ...bulk, recipients: ['alice'] });
    const item = await store.read('applicant', 'alice');
    expect([item?.revision, item?.causes.length]).toEqual([7, 1]);
  });
});

describe('the ledger', () => {
  const given = alice({
    causes: [{ id: 'm1', stream: 'message', at: MONDAY, message: bulk.message }],
  });
  /** 3 p.m. UTC is half past eight in the evening in Kolkata; an hour later its quiet hours hold. */
  const night: Instant = plusMs(MONDAY, 3_600_000);

  test('mails it once, under the message’s id', () => {
    const { mail } = planNudges(given, PUBLISHED_WORLD, MONDAY);
    expect([mail?.stream, mail?.causeId]).toEqual(['message', 'm1']);
    expect(planNudges(settled(given), PUBLISHED_WORLD, MONDAY).mail?.stream).not.toBe('message');
  });

  test('holds it by night and names the morning', () => {
    const plan = planNudges(given, PUBLISHED_WORLD, night);
    expect(plan.mail?.stream).not.toBe('message');
    expect(plan.nextAt && plan.nextAt <= '2026-11-24T02:30:00.000Z').toBe(true);
  });

  test('says nothing to who has unsubscribed since', () => {
    expect(planNudges({ ...given, reach: 'unsubscribed' }, PUBLISHED_WORLD, MONDAY)).toEqual({});
  });
});

function settled(applicant: Applicant): Applicant {
  const { mail } = planNudges(applicant, PUBLISHED_WORLD, MONDAY);
  if (!mail) throw new Error('Nothing is planned.');
  const claimed = claimMail(applicant, entryOf(mail), 'Office hours', MONDAY);
  return settleMail(claimed.person, claimed.n, 'sent', MONDAY) ?? claimed.person;
}
