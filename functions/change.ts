/** The one way to change a stored item: read it, judge it, write it under the version read, and start over after a lost race. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock, Instant } from '#shared/base/time/instant.ts';
import type { ItemKind, ItemOf } from '#shared/store/items.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import type { DueRow, Store } from '#shared/store/store.ts';
import { writeItem } from './store/write-item.ts';

export interface ChangePorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** A judge's decision. Without `write` or `remove`, or with the reading itself as `write`, the item stays as it is. */
type Act<Stored> =
  | {
      readonly write?: Stored;
      readonly alongside?: OutboxEmail | undefined;
      readonly remove?: never;
    }
  | { readonly remove: Stored; readonly write?: never };

type Judge<Kind extends ItemKind, Judged> = (
  item: ItemOf<Kind> | undefined,
  now: Instant,
) => Judged | Promise<Judged>;

/** Every race was lost: others keep writing this item. */
export class Contended extends Error {
  constructor(kind: ItemKind) {
    super(`The ${kind} could not be written: too many writers at once.`);
    this.name = 'Contended';
  }
}

/** `judge` is called again with each new reading. `givenUp` answers after too many lost races, instead of throwing `Contended`. */
export function change<Kind extends ItemKind, const Answer>(
  ports: ChangePorts,
  kind: Kind,
  id: string,
  judge: Judge<Kind, Act<ItemOf<Kind>> & { readonly answer: Answer }>,
  givenUp?: () => Answer | Promise<Answer>,
): Promise<Answer>;
export function change<Kind extends ItemKind>(
  ports: ChangePorts,
  kind: Kind,
  id: string,
  judge: Judge<Kind, Act<ItemOf<Kind>> & { readonly answer?: never }>,
): Promise<void>;
export async function change<Kind extends ItemKind, Answer>(
  ports: ChangePorts,
  kind: Kind,
  id: string,
  judge: Judge<Kind, Act<ItemOf<Kind>> & { readonly answer?: Answer }>,
  givenUp?: () => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
  for (let lost = 0; lost <= CONFLICT_RETRIES_MAX; lost += 1) {
    if (lost > 0) await ports.store.pause(lost);
    const now = ports.clock.now();
    const read = await ports.store.read(kind, id);
    const judged = await judge(read, now);
    if (judged.write === read || (await isDone(ports.store, judged, now))) return judged.answer;
  }
  if (givenUp) return givenUp();
  throw new Contended(kind);
}

/** The same for a judge that only says how the item is to be, or undefined where it stays. True if it said so. */
export function changeTo<Kind extends ItemKind>(
  ports: ChangePorts,
  kind: Kind,
  id: string,
  next: Judge<Kind, ItemOf<Kind> | undefined>,
): Promise<boolean> {
  return change(ports, kind, id, async (item, now) => {
    const write = await next(item, now);
    return write ? { write, answer: true } : { answer: false };
  });
}

async function isDone(store: Store, act: Act<ItemOf<ItemKind>>, now: Instant): Promise<boolean> {
  if (act.write) return (await writeItem(store, act.write, now, act.alongside)).written;
  if (act.remove) return (await store.remove(act.remove)).written;
  return true;
}

/** Has the next sweep visit a person, whatever they were waiting for. False when they are due already, or gone. A lost race is tried again: its winner may have recorded a fate without reading the plan. */
export async function makeDue(
  ports: ChangePorts,
  { kind, id }: Pick<DueRow, 'kind' | 'id'>,
  now: Instant,
): Promise<boolean> {
  return changeTo(ports, kind, id, (item) =>
    item && 'dueAt' in item && item.dueAt > now ? { ...item, dueAt: now } : undefined,
  );
}
