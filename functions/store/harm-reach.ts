/** A bounce or a complaint, written where it stops the emails: on the address, and on the person who has it. */
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Reach, Who } from '#shared/people/person/person.ts';
import { addressOf } from '#shared/people/person/person-item.ts';
import { newAddress } from '#shared/store/items.ts';
import { type ChangePorts, changeTo } from '../change.ts';

type Harm = 'bounced' | 'complained';

/** A complaint outlives everything: emailing someone who complained costs the sender its reputation. */
const WEIGHT: Readonly<Record<Reach, number>> = {
  ok: 0,
  unsubscribed: 1,
  bounced: 2,
  complained: 3,
};

interface HarmPorts extends ChangePorts {
  readonly pepper: string;
}

/** False if the address was already in this state or a worse one. */
export async function harmAddress(
  ports: HarmPorts,
  address: string,
  who: Who,
  harm: Harm,
): Promise<boolean> {
  const id = hashAddress(address, ports.pepper, who.kind);
  return changeTo(ports, 'address', id, (known = newAddress(id, who)) =>
    WEIGHT[known.reach] >= WEIGHT[harm] ? undefined : { ...known, reach: harm },
  );
}

/** Also false if the person has changed addresses since: this one is no longer theirs. */
export async function harmPerson(
  deps: HarmPorts,
  who: Who,
  address: string,
  harm: Harm,
): Promise<boolean> {
  return changeTo(deps, who.kind, who.id, (person, now) => {
    if (!person || WEIGHT[person.reach] >= WEIGHT[harm]) return undefined;
    if (!isSame(addressOf(person), address)) return undefined;
    return { ...person, reach: harm, dueAt: now };
  });
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
