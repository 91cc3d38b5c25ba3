/** The store's port in memory. An item is frozen when it is written, so that its readers may share it. */

import { type Applicant, applicantSchema } from '#shared/people/person/applicant.ts';
import { dueAtOf, summaryOf } from '#shared/store/indexed.ts';
import { type Item, type ItemKind, type ItemOf, parseItem } from '#shared/store/items.ts';
import { keyOf } from '#shared/store/keys.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import { pauseMs, type Store } from '#shared/store/store.ts';
import { randomOf } from './random.ts';

export interface MemoryStore extends Store {
  /** Every email that was written alongside an item, in the order of the writes. */
  readonly outbox: readonly OutboxEmail[];
}

export function memoryStore(): MemoryStore {
  const rows = new Map<string, Item>();
  const outbox: OutboxEmail[] = [];
  return {
    outbox,
    async read<Kind extends ItemKind>(kind: Kind, id: string) {
      return rows.get(keyOf(kind, id)) as ItemOf<Kind> | undefined;
    },
    async write(item, alongside) {
      const key = keyOf(item.kind, item.id);
      const before = rows.get(key);
      if ((before?.version ?? 0) !== item.version) return { written: false };
      const next = deepFrozen(checked({ ...item, version: item.version + 1 }, before));
      if (alongside) outbox.push(alongside);
      rows.set(key, next);
      return { written: true, version: next.version };
    },
    async remove({ kind, id, version }) {
      const key = keyOf(kind, id);
      if (rows.get(key)?.version !== version) return { written: false };
      rows.delete(key);
      return { written: true, version };
    },

    pause: pauseByTurns(),
    writeMany(items) {
      return Promise.all(items.map((item) => this.write(item)));
    },
    async due(now, limit, from) {
      const due = [...rows.values()].flatMap((item) => {
        const dueAt = dueAtOf(item);
        const cursor = `${dueAt} ${item.id}`;
        if (!dueAt || dueAt > now || (from !== undefined && cursor <= from)) return [];
        return [{ cursor, row: { kind: item.kind, id: item.id, dueAt } }];
      });
      return page(due, limit);
    },
    async cohort(cohortId, limit, from) {
      const people = [...rows.values()].flatMap((item) => {
        const summary = summaryOf(item);
        if (summary?.cohortId !== cohortId || (from && summary.id <= from)) return [];
        return [{ cursor: summary.id, row: summary }];
      });
      return page(people, limit);
    },
  };
}

/** As `parseItem` does. Of an applicant, the parts that were read and not changed have been checked already. */
function checked(item: Item, before: Item | undefined): Item {
  if (item.kind !== 'applicant' || before?.kind !== 'applicant') return parseItem(item.kind, item);
  const changed = Object.entries(item).filter(
    ([part, value]) => before[part as keyof Applicant] !== value,
  );
  const parsed = changed.map(([part, value]) => [
    part,
    applicantSchema.shape[part as keyof Applicant].parse(value),
  ]);
  return { ...item, ...Object.fromEntries(parsed) };
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFrozen(part);
  return Object.freeze(value);
}

/** A pause of no time: it lets others have as many turns as it would last milliseconds. The same ones every time. */
export function pauseByTurns(): Store['pause'] {
  const { next } = randomOf(1);
  return async (lost) => {
    for (let turn = pauseMs(lost, next()); turn > 0; turn -= 1) await undefined;
  };
}

function page<Row>(found: { cursor: string; row: Row }[], limit: number) {
  const sorted = found.toSorted((a, b) => (a.cursor < b.cursor ? -1 : 1));
  const rows = sorted.slice(0, limit).map(({ row }) => row);
  const last = sorted[limit - 1];
  return { rows, ...(sorted.length > limit && last && { next: last.cursor }) };
}
