/** The store's port in memory: one JSON text an item, so that nothing is shared with who wrote or read it. */

import { dueAtOf, summaryOf } from '#shared/store/indexed.ts';
import { type Item, parseItem } from '#shared/store/items.ts';
import { keyOf } from '#shared/store/keys.ts';
import type { OutboxMail } from '#shared/store/mailer.ts';
import { pauseMs, type Store } from '#shared/store/store.ts';
import { randomOf } from './random.ts';

export interface MemoryStore extends Store {
  /** Every email that was written alongside an item, in the order of the writes. */
  readonly outbox: readonly OutboxMail[];
}

export function memoryStore(): MemoryStore {
  const rows = new Map<string, { item: Item; json: string }>();
  const outbox: OutboxMail[] = [];
  return {
    outbox,
    async read(kind, id) {
      const row = rows.get(keyOf(kind, id));
      return row && JSON.parse(row.json);
    },
    async write(item, alongside) {
      const key = keyOf(item.kind, item.id);
      if ((rows.get(key)?.item.version ?? 0) !== item.version) return { written: false };
      const next = parseItem(item.kind, { ...item, version: item.version + 1 });
      if (alongside) outbox.push(alongside);
      rows.set(key, { item: next, json: JSON.stringify(next) });
      return { written: true, version: next.version };
    },
    async remove({ kind, id, version }) {
      const key = keyOf(kind, id);
      if (rows.get(key)?.item.version !== version) return { written: false };
      rows.delete(key);
      return { written: true, version };
    },

    pause: pauseByTurns(),
    writeMany(items) {
      return Promise.all(items.map((item) => this.write(item)));
    },
    async due(now, limit, from) {
      const due = [...rows.values()].flatMap(({ item }) => {
        const dueAt = dueAtOf(item);
        const cursor = `${dueAt} ${item.id}`;
        if (!dueAt || dueAt > now || (from !== undefined && cursor <= from)) return [];
        return [{ cursor, row: { kind: item.kind, id: item.id, dueAt } }];
      });
      return page(due, limit);
    },
    async cohort(cohortId, limit, from) {
      const people = [...rows.values()].flatMap(({ item }) => {
        const summary = summaryOf(item);
        if (summary?.cohortId !== cohortId || (from && summary.id <= from)) return [];
        return [{ cursor: summary.id, row: summary }];
      });
      return page(people, limit);
    },
  };
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
