/** Senders are added, changed, rotated, and revoked by a lead on the advisors' pages or by an operator's command. */
import { SENDERS_PER_COHORT_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { checkMapping } from '#shared/exchange/webhook/check-mapping.ts';
import { shelvesOf } from '#shared/exchange/webhook/deliveries.ts';
import type { Mapping } from '#shared/exchange/webhook/mapping.ts';
import {
  type NewSender,
  newSender,
  SENDER_LIST_ID,
  type Sender,
} from '#shared/exchange/webhook/sender.ts';
import { rotated, withoutOlder } from '#shared/exchange/webhook/signature.ts';
import type { Store } from '#shared/store/store.ts';
import { explainSender, senderRefusals } from '#shared/words/sender-refusals.ts';
import { type ChangePorts, change } from './change.ts';

type Made = Result<Sender, readonly string[]>;

/** Revoked senders that a cohort's page still shows, with what they sent. */
const REVOKED_KEPT = 20;

/** Listed first, so that every sender can be found. An id is never reused. */
export async function addSender(ports: ChangePorts, of: NewSender): Promise<Made> {
  const wrong = checkMapping(of);
  if (wrong.length > 0) return failure(wrong);
  if (!(await listed(ports, of))) return refused(senderRefusals.tooMany());
  const sender = newSender(of, ports.clock.now());
  const wrote = await ports.store.write(sender);
  return wrote.written
    ? success({ ...sender, version: wrote.version })
    : refused(senderRefusals.idTaken(of.id));
}

/** Both secrets are valid now, the older for a week. `from` is the page's generation: a second press of its button makes no third secret. */
export async function rotateSecret(ports: ChangePorts, id: string, from?: number): Promise<Made> {
  return changeSender(ports, id, (sender, now) =>
    from !== undefined && sender.generations.at(-1)?.n !== from
      ? sender
      : { ...sender, generations: rotated(sender.generations, now) },
  );
}

export async function endOlderSecret(ports: ChangePorts, id: string): Promise<Made> {
  return changeSender(ports, id, (sender) => ({
    ...sender,
    generations: withoutOlder(sender.generations),
  }));
}

/** Gives a sender another mapping. Refuses one that could never make an event. */
export async function changeMapping(
  ports: ChangePorts,
  id: string,
  mapping: Mapping,
): Promise<Made> {
  const sender = await ports.store.read('sender', id);
  const wrong = sender ? checkMapping({ ...sender, mapping }) : [];
  if (wrong.length > 0) return failure(wrong);
  return changeSender(ports, id, (known) => ({ ...known, mapping }));
}

/** For good: a sender revoked by mistake is added under another id. */
export async function revokeSender(ports: ChangePorts, id: string): Promise<Made> {
  return changeSender(ports, id, (sender, now) => ({ ...sender, revokedAt: now }));
}

/** Oldest first. */
export async function allSenders(store: Store): Promise<Sender[]> {
  const list = await store.read('sender-list', SENDER_LIST_ID);
  return sendersOn(store, list?.senders ?? []);
}

/** The same for one cohort, without reading the senders of others. */
export async function sendersOf(store: Store, cohortId: string): Promise<Sender[]> {
  const list = await store.read('sender-list', SENDER_LIST_ID);
  return sendersOn(store, (list?.senders ?? []).filter(isOfSome([cohortId])));
}

type Listed = Pick<Sender, 'id' | 'cohortIds'>;

async function sendersOn(store: Store, list: readonly Listed[]): Promise<Sender[]> {
  const senders = await Promise.all(list.map(({ id }) => store.read('sender', id)));
  return senders.flatMap((sender) => sender ?? []);
}

function isOfSome(cohortIds: readonly string[]) {
  return (listed: Listed) => listed.cohortIds.some((id) => cohortIds.includes(id));
}

async function changeSender(
  ports: ChangePorts,
  id: string,
  changed: (sender: Sender, now: Instant) => Sender,
): Promise<Made> {
  return change<'sender', Made>(ports, 'sender', id, (known, now) => {
    if (!known) return { answer: refused(senderRefusals.unknown(id)) };
    if (known.revokedAt) return { answer: refused(senderRefusals.revoked(id)) };
    const sender = changed(known, now);
    return { write: sender, answer: success(sender) };
  });
}

/** False if one of its cohorts has as many senders as it can. Revoked ones do not count. */
async function listed(ports: ChangePorts, { id, cohortIds }: NewSender): Promise<boolean> {
  return change(ports, 'sender-list', SENDER_LIST_ID, async (known) => {
    const { version, senders } = known ?? { version: 0, senders: [] };
    if (senders.some((each) => each.id === id)) return { answer: true };
    const ofThese = await sendersOn(ports.store, senders.filter(isOfSome(cohortIds)));
    const [inUse, revoked] = [
      ofThese.filter(({ revokedAt }) => !revokedAt),
      ofThese.filter(({ revokedAt }) => revokedAt),
    ];
    const isFull = cohortIds.some(
      (of) => inUse.filter(isOfSome([of])).length >= SENDERS_PER_COHORT_MAX,
    );
    if (isFull) return { answer: false };
    const forgotten = new Set(revoked.slice(0, -REVOKED_KEPT).map((each) => each.id));
    for (const each of forgotten) await forgetDeliveries(ports, each);
    const kept = senders.filter((each) => !forgotten.has(each.id));
    return {
      write: {
        kind: 'sender-list',
        id: SENDER_LIST_ID,
        version,
        senders: [...kept, { id, cohortIds: [...cohortIds] }],
      },
      answer: true,
    };
  });
}

/** A sender that leaves the list keeps no deliveries: no erasure would find them. */
async function forgetDeliveries(ports: ChangePorts, senderId: string): Promise<void> {
  for (const id of shelvesOf(senderId)) {
    await change(ports, 'deliveries', id, (shelf) =>
      shelf ? { write: { ...shelf, deliveries: [] } } : {},
    );
  }
}

function refused(refusal: Parameters<typeof explainSender>[0]): Made {
  return failure([explainSender(refusal).message]);
}
