/** Ends the emails to a person whose address does not exist or whose mailbox stays full. */
import { isGone } from '#shared/people/mailing/mailbox.ts';
import { isHarmed, type Who } from '#shared/people/person/person.ts';
import { addressOf } from '#shared/people/person/person-item.ts';
import { harmAddress, harmPerson } from './store/harm-reach.ts';
import { isDomainAtFault, type TallyPorts } from './store/tally.ts';

/** Checked after each refusal and before each email, so that a crash in between changes nothing. `domain` is for an operator to look into. */
export async function endIfGone(
  ports: TallyPorts,
  who: Who,
): Promise<'ended' | 'domain' | undefined> {
  const person = await ports.store.read(who.kind, who.id);
  if (!person || isHarmed(person.reach)) return undefined;
  if (!isGone(person.emails)) return undefined;
  const address = addressOf(person);
  if (await isDomainAtFault(ports, address)) return 'domain';
  await harmAddress(ports, address, who, 'bounced');
  return (await harmPerson(ports, who, address, 'bounced')) ? 'ended' : undefined;
}
