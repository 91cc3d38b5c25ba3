/** Whether a person wants email, written to their address and their item. */
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { type PersonKind, type Reach, reachWished } from '#shared/people/person/person.ts';
import { addressOf, type PersonItem } from '#shared/people/person/person-item.ts';
import { newAddress } from '#shared/store/items.ts';
import { type ChangePorts, change } from './change.ts';

/** @returns how they are reached now: a bounce or a complaint stays what it is */
export async function setReach(
  ports: ChangePorts,
  kind: PersonKind,
  id: string,
  wish: 'ok' | 'unsubscribed',
): Promise<Reach> {
  return change(ports, kind, id, (person, now) => {
    if (!person) return { answer: wish };
    const reach = reachWished(person.reach, wish);
    if (reach === person.reach) return { answer: reach };
    return { write: { ...person, reach, dueAt: now }, answer: reach };
  });
}

/** The address first, so that it outlives the person. One that belongs to someone else by now is left alone. */
export async function setReachWithAddress(
  ports: ChangePorts & { readonly pepper: string },
  person: PersonItem,
  wish: 'ok' | 'unsubscribed',
): Promise<Reach> {
  const id = hashAddress(addressOf(person), ports.pepper, person.kind);
  await change(ports, 'address', id, (known = newAddress(id, person)) =>
    known.personId === person.id
      ? { write: { ...known, reach: reachWished(known.reach, wish) } }
      : {},
  );
  return setReach(ports, person.kind, person.id, wish);
}
