/** The one-time link a person asked for and was not mailed yet. */

import { keysSaid } from '../person/mail-record.ts';
import type { Cause } from '../person/person.ts';
import type { PersonItem } from '../person/person-item.ts';

/** Nobody is mailed whose address bounced or who complained; unsubscribing does not forbid what one asks for. */
export function signInToMail({ reach, causes, mails }: PersonItem): Cause | undefined {
  if (reach === 'bounced' || reach === 'complained') return undefined;
  const said = new Set(keysSaid(mails));
  return causes.find(({ id, stream }) => stream === 'sign-in' && !said.has(id));
}
