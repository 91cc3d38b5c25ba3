/** What every store keeps, whatever it is made of. An adapter's own test calls this with a way to open an empty one. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { summaryOf } from '#shared/store/indexed.ts';
import type { ItemKind } from '#shared/store/items.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import type { DueRow, Page, Store } from '#shared/store/store.ts';
import { alice, bob, carol, MONDAY } from '../cast.ts';

export interface OpenStore {
  readonly store: Store;
  close(): Promise<void> | void;
  /** Puts a body under a key behind the store's back. */
  plant(kind: ItemKind, id: string, body: unknown): Promise<void> | void;
  /** The emails of the local outbox; absent where a store has none. */
  emails?(): readonly Pick<OutboxEmail, 'personId' | 'n'>[];
}

/** @param has.outbox false for a store without a local outbox, which has no stories of it */
export function storeContract(
  name: string,
  open: () => Promise<OpenStore>,
  has: { readonly outbox: boolean },
): void {
  describe(`${name} keeps the contract:`, () => {
    let opened: OpenStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    /** The item of someone who must be there. */
    const read = async (id: string): Promise<Applicant> => {
      const item = await store.read('applicant', id);
      if (!item) throw new Error(`${id} is not in the store.`);
      return item;
    };

    describe('an item', () => {
      test('that was never written is not there', async () => {
        expect(await store.read('applicant', 'alice')).toBeUndefined();
      });

      test('of one kind is not found under another', async () => {
        await store.write(alice());
        expect(await store.read('chunk', 'alice')).toBeUndefined();
      });

      test('is read back as it was written, one version up', async () => {
        expect(await store.write(carol())).toEqual({ written: true, version: 1 });
        expect(await store.read('applicant', 'carol')).toEqual(carol({ version: 1 }));
      });

      test('among many is written as it would be alone, whichever others lost a race', async () => {
        await store.write(bob());
        const answers = await store.writeMany([alice(), bob(), carol()]);
        expect(answers.map(({ written }) => written)).toEqual([true, false, true]);
        expect(await store.read('applicant', 'alice')).toEqual(alice({ version: 1 }));
        expect(await store.read('applicant', 'carol')).toEqual(carol({ version: 1 }));
      });

      test('is put only where none is', async () => {
        await store.write(alice());
        expect(await store.write(alice({ reach: 'bounced' }))).toEqual({ written: false });
        expect((await read('alice')).reach).toBe('ok');
      });

      test('is not written under a version that nobody has written yet', async () => {
        expect(await store.write(alice({ version: 1 }))).toEqual({ written: false });
        expect(await store.read('applicant', 'alice')).toBeUndefined();
      });

      test('is written under the version it has, and goes up by one with each write', async () => {
        await store.write(alice());
        await store.write(alice({ version: 1, revision: 7 }));
        expect(await store.write(alice({ version: 2, revision: 8 }))).toEqual({
          written: true,
          version: 3,
        });
        expect(await read('alice')).toMatchObject({ version: 3, revision: 8 });
      });

      test('is not written under an outdated version: a value, not an exception', async () => {
        await store.write(alice());
        await store.write(alice({ version: 1, revision: 1 }));
        expect(await store.write(alice({ version: 1, revision: 99 }))).toEqual({ written: false });
        expect(await read('alice')).toMatchObject({ version: 2, revision: 1 });
      });

      test('leaves the others alone', async () => {
        await store.write(alice());
        await store.write(bob());
        await store.write(alice({ version: 1, reach: 'unsubscribed' }));
        expect(await store.read('applicant', 'bob')).toEqual(bob({ version: 1 }));
      });

      test('of ninety thousand bytes comes back whole', async () => {
        const long = Array.from({ length: 900 }, (_, n) => ({
          id: `update-${n}`,
          at: plusMs(MONDAY, n),
          by: 'applicant' as const,
          event: { type: 'withdrawn' as const, rotationId: `rotation-${n}` },
        }));
        const large = alice({ history: long });
        expect(JSON.stringify(large).length).toBeGreaterThan(90_000);
        await store.write(large);
        expect((await read('alice')).history).toEqual(long);
      });

      test('keeps the letters of every script', async () => {
        const { facts } = alice();
        const name = 'Ålice मैथ्यू 陳 O’Neill 🩺 \u{10FFFD}';
        await store.write(alice({ facts: { ...facts, profile: { ...facts.profile, name } } }));
        expect((await read('alice')).facts.profile.name).toBe(name);
      });
    });

    describe('an item that is removed', () => {
      test('is gone from every index, and can be put again', async () => {
        await store.write(alice());
        expect(await store.remove(await read('alice'))).toMatchObject({ written: true });
        expect(await store.read('applicant', 'alice')).toBeUndefined();
        expect((await store.due(plusMs(MONDAY, HOUR_MS), 10)).rows).toEqual([]);
        expect((await store.cohort('c2028', 10)).rows).toEqual([]);
        expect(await store.write(alice())).toEqual({ written: true, version: 1 });
      });

      test('stays where another write came since, or where it is already gone', async () => {
        await store.write(alice());
        const seen = await read('alice');
        await store.write({ ...seen, revision: 7 });
        expect(await store.remove(seen)).toEqual({ written: false });
        expect((await read('alice')).revision).toBe(7);
        expect(await store.remove({ kind: 'applicant', id: 'nobody', version: 1 })).toEqual({
          written: false,
        });
      });
    });

    describe('two writers at once', () => {
      test('of the same version: one of them wrote', async () => {
        await store.write(alice());
        const answers = await Promise.all([
          store.write(alice({ version: 1, revision: 1 })),
          store.write(alice({ version: 1, revision: 2 })),
        ]);
        expect(answers.filter(({ written }) => written)).toHaveLength(1);
        expect((await read('alice')).version).toBe(2);
      });

      test('who read again after a lost race lose nothing', async () => {
        await store.write(alice());
        const addTwenty = async (): Promise<void> => {
          for (let added = 0; added < 20; ) {
            const item = await read('alice');
            const { written } = await store.write({ ...item, revision: item.revision + 1 });
            if (written) added += 1;
          }
        };
        await Promise.all([addTwenty(), addTwenty()]);
        expect(await read('alice')).toMatchObject({ revision: 40, version: 41 });
      });
    });

    describe('a thing that is not of its schema', () => {
      test('is not written, and nothing is there afterward', async () => {
        const wrong = { ...alice(), reach: 'perhaps' } as unknown as Applicant;
        await expect(store.write(wrong)).rejects.toThrow(/reach/);
        expect(await store.read('applicant', 'alice')).toBeUndefined();
      });

      test('with a field too many is not written either', async () => {
        const wrong = { ...alice(), note: 'x' } as unknown as Applicant;
        await expect(store.write(wrong)).rejects.toThrow(/note/);
      });

      test('is told on reading, without its words', async () => {
        await opened.plant('applicant', 'alice', {
          ...alice({ version: 1 }),
          facts: 'alice@example.org',
        });
        const reading = store.read('applicant', 'alice');
        await expect(reading).rejects.toThrow(/facts/);
        await expect(reading).rejects.not.toThrow(/example\.org/);
      });

      test('is refused under another id than its own', async () => {
        await opened.plant('applicant', 'alice', bob({ version: 1 }));
        await expect(store.read('applicant', 'alice')).rejects.toThrow(/another id/);
      });
    });

    describe('the due index', () => {
      test('names everybody who is due, soonest first, and nobody else', async () => {
        await store.write(alice({ dueAt: hoursAfter(2) }));
        await store.write(bob({ dueAt: hoursAfter(1) }));
        await store.write(carol({ dueAt: hoursAfter(4) }));
        expect(await store.due(hoursAfter(3), 10)).toEqual({
          rows: [
            { kind: 'applicant', id: 'bob', dueAt: hoursAfter(1) },
            { kind: 'applicant', id: 'alice', dueAt: hoursAfter(2) },
          ],
        });
      });

      test('counts the very moment as due', async () => {
        await store.write(alice({ dueAt: hoursAfter(1) }));
        expect((await store.due(hoursAfter(1), 10)).rows).toHaveLength(1);
        expect((await store.due(plusMs(hoursAfter(1), -1), 10)).rows).toEqual([]);
      });

      test('leaves out what is never visited', async () => {
        await store.write({
          kind: 'switches',
          id: 'sending',
          version: 0,
          sending: 'on',
          changedAt: MONDAY,
        });
        expect((await store.due(hoursAfter(1000), 10)).rows).toEqual([]);
      });

      test('forgets the old place of a person whose moment has moved', async () => {
        await store.write(alice({ dueAt: hoursAfter(1) }));
        await store.write(alice({ version: 1, dueAt: hoursAfter(5) }));
        expect((await store.due(hoursAfter(4), 10)).rows).toEqual([]);
        expect((await store.due(hoursAfter(5), 10)).rows).toHaveLength(1);
      });

      test('comes in pages: everybody once, also those of one moment', async () => {
        for (const id of ids(7)) await store.write(alice({ id, dueAt: MONDAY }));
        const pages = await allPages<DueRow>((from) => store.due(MONDAY, 3, from));
        expect(pages.map((rows) => rows.length)).toEqual([3, 3, 1]);
        expect(
          pages
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(ids(7));
      });

      test('ends where the last page is full', async () => {
        for (const id of ids(4)) await store.write(alice({ id, dueAt: MONDAY }));
        const pages = await allPages<DueRow>((from) => store.due(MONDAY, 2, from));
        expect(pages.map((rows) => rows.length)).toEqual([2, 2]);
      });
    });

    describe('the cohort index', () => {
      test('shows its people in the order of their ids, with their summaries', async () => {
        await store.write(carol());
        await store.write(alice());
        await store.write(bob({ cohortId: 'c2029' }));
        const { rows, next } = await store.cohort('c2028', 10);
        expect(rows.map(({ id }) => id)).toEqual(['alice', 'carol']);
        expect(rows[1]).toEqual(summaryOf(carol()));
        expect(next).toBeUndefined();
      });

      test('of a cohort that nobody is in is empty', async () => {
        await store.write(alice());
        expect(await store.cohort('c202', 10)).toEqual({ rows: [] });
      });

      test('shows a person as last written', async () => {
        await store.write(alice());
        await store.write(alice({ version: 1, reach: 'bounced' }));
        expect((await store.cohort('c2028', 10)).rows.map(({ reach }) => reach)).toEqual([
          'bounced',
        ]);
      });

      test('comes in pages', async () => {
        for (const id of ids(7)) await store.write(alice({ id }));
        const pages = await allPages<Summary>((from) => store.cohort('c2028', 3, from));
        expect(pages.map((rows) => rows.map(({ id }) => id))).toEqual([
          ['p0', 'p1', 'p2'],
          ['p3', 'p4', 'p5'],
          ['p6'],
        ]);
      });
    });

    describe('a page', () => {
      test.each([0, -1, 1.5, Number.NaN, PAGE_ROWS_MAX + 1])(
        'of %s rows is refused',
        async (limit) => {
          await expect(store.due(MONDAY, limit)).rejects.toThrow(RangeError);
          await expect(store.cohort('c2028', limit)).rejects.toThrow(RangeError);
        },
      );

      test.each([1, PAGE_ROWS_MAX])('of %s rows is given', async (limit) => {
        expect((await store.due(MONDAY, limit)).rows).toEqual([]);
        expect((await store.cohort('c2028', limit)).rows).toEqual([]);
      });

      test('from a place that no page named is refused', async () => {
        await expect(store.due(MONDAY, 5, 'alice')).rejects.toThrow(/earlier page/);
        await expect(store.cohort('c2028', 5, randomUUID())).rejects.toThrow(/earlier page/);
        await store.write(alice());
        await store.write({ ...alice(), id: 'bob' });
        const { next } = await store.due('2099-01-01T00:00:00.000Z', 1);
        await expect(store.due('2099-01-01T00:00:00.000Z', 5, `${next}=`)).rejects.toThrow(
          /earlier page/,
        );
      });
    });

    if (has.outbox)
      describe('an email alongside', () => {
        const emails = (): readonly unknown[] =>
          opened.emails?.().map(({ personId, n }) => [personId, n]) ?? [];

        test('is there once its write is', async () => {
          await store.write(alice(), emailTo('alice', 1));
          expect(emails()).toEqual([['alice', 1]]);
        });

        test('is not there when its write lost the race', async () => {
          await store.write(alice());
          expect(await store.write(alice(), emailTo('alice', 1))).toEqual({ written: false });
          expect(emails()).toEqual([]);
        });

        test('is not there when its item is refused', async () => {
          const wrong = { ...alice(), reach: 'perhaps' } as unknown as Applicant;
          await expect(store.write(wrong, emailTo('alice', 1))).rejects.toThrow();
          expect(emails()).toEqual([]);
        });

        test('that left before is refused, and its item is not written', async () => {
          await store.write(alice(), emailTo('alice', 1));
          const again = store.write(alice({ version: 1, revision: 5 }), emailTo('alice', 1));
          await expect(again).rejects.toThrow(/was sent already/);
          expect(emails()).toEqual([['alice', 1]]);
          expect(await read('alice')).toMatchObject({ version: 1, revision: 0 });
        });
      });
  });
}

const hoursAfter = (hours: number): Instant => plusMs(MONDAY, hours * HOUR_MS);

const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}`);

async function allPages<Row>(
  read: (from: string | undefined) => Promise<Page<Row>>,
): Promise<(readonly Row[])[]> {
  const pages: (readonly Row[])[] = [];
  let from: string | undefined;
  do {
    const { rows, next } = await read(from);
    pages.push(rows);
    from = next;
  } while (from !== undefined && pages.length < 20);
  return pages;
}

function emailTo(personId: string, n: number): OutboxEmail {
  return {
    personId,
    n,
    at: MONDAY,
    to: `${personId}@example.org`,
    subject: 'Hello',
    raw: 'Hello\r\n',
  };
}
