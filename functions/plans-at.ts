/** An address in one role, and everyone who has it: one person may have started a plan and have been imported by a school, too. */
import { PLANS_PER_ADDRESS_MAX } from '#shared/base/limits.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { addressOf, type PersonItem } from '#shared/people/person/person-item.ts';
import { type AddressItem, newAddress } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from './change.ts';

interface AddressDeps {
  readonly store: Store;
  readonly pepper: string;
}

export async function plansAt(
  { store, pepper }: AddressDeps,
  address: string,
): Promise<readonly string[]> {
  const item = await store.read('address', hashAddress(address, pepper));
  return item ? peopleOf(item) : [];
}

/** Adds a plan to the address. Does nothing if it is there already. */
export async function joinAddress(
  deps: ChangePorts & AddressDeps,
  person: PersonItem,
): Promise<void> {
  const id = hashAddress(addressOf(person), deps.pepper, person.kind);
  await change(deps, 'address', id, (known) => {
    if (!known) return { write: { ...newAddress(id, person), reach: person.reach } };
    if (peopleOf(known).includes(person.id)) return {};
    const others = [...(known.others ?? []), person.id].slice(-PLANS_PER_ADDRESS_MAX);
    return { write: { ...known, others } };
  });
}

/** A plan that is gone leaves its address to the others, and a complaint to anyone who comes later. */
export async function leaveAddress(
  ports: ChangePorts,
  addressId: string,
  personId: string,
): Promise<void> {
  await change(ports, 'address', addressId, (address) => {
    if (!address || !peopleOf(address).includes(personId)) return {};
    const [next, ...others] = peopleOf(address).filter((id) => id !== personId);
    if (next !== undefined) return { write: { ...withoutOthers(address), personId: next, others } };
    return address.reach === 'complained' ? {} : { remove: address };
  });
}

/** What every plan of the address heeds: a complaint about one of them, or a mailbox that is gone. */
export async function harmAt({ store, pepper }: AddressDeps, person: PersonItem) {
  const id = hashAddress(addressOf(person), pepper, person.kind);
  const reach = (await store.read('address', id))?.reach;
  return reach === 'complained' || reach === 'bounced' ? reach : undefined;
}

function peopleOf({ personId, others = [] }: AddressItem): string[] {
  return [personId, ...others];
}

function withoutOthers({ others: _, ...address }: AddressItem): AddressItem {
  return address;
}
