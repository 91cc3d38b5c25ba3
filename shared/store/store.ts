/** The store's port: one person, one item, one conditional write; no transactions. One contract suite keeps SQLite and DynamoDB the same. */
import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Item, ItemKind, ItemOf } from './items.ts';
import type { OutboxEmail } from './mailer.ts';

export type Written =
  | { readonly written: true; readonly version: number }
  /** Someone else wrote since `version` was read: read again and decide again. */
  | { readonly written: false };

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: string;
}

/** A row of the due index. It may lag: read the item before acting on a row. */
export interface DueRow {
  readonly kind: ItemKind;
  readonly id: string;
  readonly dueAt: Instant;
}

export interface Store {
  /** The item as it is now (a consistent read), or undefined. Throws when the stored item is not of its schema. */
  read<Kind extends ItemKind>(kind: Kind, id: string): Promise<ItemOf<Kind> | undefined>;
  /** Writes under the version read (0: it must not exist yet) and raises it. `alongside` appears in the local outbox only with this write. */
  write(item: Item, alongside?: OutboxEmail): Promise<Written>;
  /** Removes an item under the version the caller read; `written: false` when someone wrote since. */
  remove(item: Pick<Item, 'kind' | 'id' | 'version'>): Promise<Written>;
  /** Many items, each as `write` would: some may be written where others lost their race. Not atomic; only quicker. */
  writeMany(items: readonly Item[]): Promise<readonly Written[]>;
  /** Lets others go first after this many lost races, for about `pauseMs`: how long a write takes is known here. */
  pause(lost: number): Promise<void>;
  /** People to visit by `now`, soonest first. `limit` rows at most. */
  due(now: Instant, limit: number, from?: string): Promise<Page<DueRow>>;
  /** A cohort's people in the order of their ids, from the index's own copy of their summaries. */
  cohort(cohortId: string, limit: number, from?: string): Promise<Page<Summary>>;
}

/** Throws for a limit that no caller may ask for: a page is 1 to `PAGE_ROWS_MAX` rows. */
export function checkPageLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= PAGE_ROWS_MAX) return;
  throw new RangeError(`A page holds 1 to ${PAGE_ROWS_MAX} rows, not ${limit}.`);
}

/** The first pause is up to twice this, about as long as a table takes to be read and written. */
const CONFLICT_PAUSE_MS_MIN = 20;
/** All pauses together stay well within the time of a request. */
export const CONFLICT_PAUSE_MS_MAX = 1000;

/** Up to twice as long after each lost race; by chance, so that those who met once do not meet again. */
export function pauseMs(lost: number, random: number): number {
  return random * Math.min(CONFLICT_PAUSE_MS_MAX, CONFLICT_PAUSE_MS_MIN * 2 ** lost);
}
