/** A bounce or a complaint, written where it stops the mails: on the address, and on the person who has it. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Reach, Who } from '#shared/people/person/person.ts';
import { addressOf, type PersonItem } from '#shared/people/person/person-item.ts';
import type { AddressItem } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { writePerson } from './write-person.ts';

export type Harm = 'bounced' | 'complained';

/** A complaint outlives everything: mailing somebody who complained costs the sender's name. */
const WEIGHT: Readonly<Record<Reach, number>> = {
  ok: 0,
  unsubscribed: 1,
  bounced: 2,
  complained: 3,
};

/** False when the address was known to be as bad or worse. Throws after too many lost races. */
export async function harmAddress(
  store: Store,
  addressHash: string,
  who: Who,
  harm: Harm,
): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const known = await store.read('address', addressHash);
    if (known && WEIGHT[known.reach] >= WEIGHT[harm]) return false;
    const item: AddressItem = known ?? {
      kind: 'address',
      id: addressHash,
      version: 0,
      personKind: who.kind,
      personId: who.id,
      reach: 'ok',
    };
    if ((await store.write({ ...item, reach: harm })).written) return true;
  }
  throw new Error('An address could not be written: too many writers at once.');
}

/** False also when the person has another address by now: then it is not theirs any more. */
export async function harmPerson(
  deps: { readonly store: Store; readonly clock: Clock; readonly pepper: string },
  who: Who,
  addressHash: string,
  harm: Harm,
): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const person: PersonItem | undefined = await deps.store.read(who.kind, who.id);
    if (!person || WEIGHT[person.reach] >= WEIGHT[harm]) return false;
    if (hashAddress(addressOf(person), deps.pepper) !== addressHash) return false;
    const now = deps.clock.now();
    const harmed = { ...person, reach: harm, dueAt: now };
    if ((await writePerson(deps.store, harmed, now)).written) return true;
  }
  throw new Error('A person could not be written: too many writers at once.');
}
