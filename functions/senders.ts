/** Senders made, changed, rotated and revoked: by a lead on the advisors' pages, and by an operator's command. */
import { CONFLICT_RETRIES_MAX, SENDERS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { checkMapping } from '#shared/exchange/webhook/check-mapping.ts';
import type { Mapping } from '#shared/exchange/webhook/mapping.ts';
import { rotated, withoutOlder } from '#shared/exchange/webhook/secret.ts';
import {
  type NewSender,
  newSender,
  SENDER_LIST_ID,
  type Sender,
} from '#shared/exchange/webhook/sender.ts';
import { senderRefusals } from '#shared/exchange/webhook/sender-refusals.ts';
import type { Store } from '#shared/store/store.ts';

export interface SenderDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** A sender, or every reason why not. */
type Made = Result<Sender, readonly string[]>;

/** On the list first, so that no sender exists that nobody can find. An id is given once for ever. */
export async function addSender({ store, clock }: SenderDeps, of: NewSender): Promise<Made> {
  const wrong = checkMapping(of);
  if (wrong.length > 0) return failure(wrong);
  if (!(await listed(store, of.id))) return failure([senderRefusals.tooMany()]);
  const sender = newSender(of, clock.now());
  const wrote = await store.write(sender);
  return wrote.written
    ? success({ ...sender, version: wrote.version })
    : failure([senderRefusals.idTaken(of.id)]);
}

/**
 * From now on both secrets count, the older one for a week.
 * @param from the generation that whoever asks has seen: a second press of the same button makes no third secret
 */
export async function rotateSecret(
  { store, clock }: SenderDeps,
  id: string,
  from?: number,
): Promise<Made> {
  return change(store, id, (sender) =>
    from !== undefined && sender.generations.at(-1)?.n !== from
      ? sender
      : { ...sender, generations: rotated(sender.generations, clock.now()) },
  );
}

/** The older secret ends at once. */
export async function endOlderSecret({ store }: SenderDeps, id: string): Promise<Made> {
  return change(store, id, (sender) => ({
    ...sender,
    generations: withoutOlder(sender.generations),
  }));
}

/** Gives a sender another mapping. Refuses one that could never make an event. */
export async function changeMapping(
  { store }: SenderDeps,
  id: string,
  mapping: Mapping,
): Promise<Made> {
  const sender = await store.read('sender', id);
  const wrong = sender ? checkMapping({ ...sender, mapping }) : [];
  if (wrong.length > 0) return failure(wrong);
  return change(store, id, (known) => ({ ...known, mapping }));
}

/** For good: whoever was revoked by mistake is added under another id. */
export async function revokeSender({ store, clock }: SenderDeps, id: string): Promise<Made> {
  return change(store, id, (sender) => ({
    ...sender,
    revokedAt: sender.revokedAt ?? clock.now(),
  }));
}

/** In the order in which they were added. */
export async function allSenders(store: Store): Promise<Sender[]> {
  const list = await store.read('sender-list', SENDER_LIST_ID);
  const senders = await Promise.all((list?.senderIds ?? []).map((id) => store.read('sender', id)));
  return senders.flatMap((sender) => sender ?? []);
}

async function change(
  store: Store,
  id: string,
  changed: (sender: Sender) => Sender,
): Promise<Made> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const known = await store.read('sender', id);
    if (!known) return failure([senderRefusals.unknown(id)]);
    if (known.revokedAt) return failure([senderRefusals.revoked(id)]);
    const sender = changed(known);
    const wrote = await store.write(sender);
    if (wrote.written) return success({ ...sender, version: wrote.version });
  }
  throw new Error('A sender could not be written: too many writers at once.');
}

/** False when the list is full. */
async function listed(store: Store, id: string): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const list = (await store.read('sender-list', SENDER_LIST_ID)) ?? {
      kind: 'sender-list' as const,
      id: SENDER_LIST_ID,
      version: 0,
      senderIds: [],
    };
    if (list.senderIds.includes(id)) return true;
    if (list.senderIds.length >= SENDERS_MAX) return false;
    if ((await store.write({ ...list, senderIds: [...list.senderIds, id] })).written) return true;
  }
  throw new Error('The list of senders could not be written: too many writers at once.');
}
