/** Writes any person under the version read. An item that can grow puts its past aside first. */
import type { OutboxMail } from '../mail/outbox-mail.ts';
import type { Instant } from '../time/instant.ts';
import type { PersonItem } from './items.ts';
import type { Store, Written } from './store.ts';
import { writeApplicant } from './write-applicant.ts';

export async function writePerson(
  store: Store,
  person: PersonItem,
  now: Instant,
  alongside?: OutboxMail,
): Promise<Written> {
  return person.kind === 'applicant'
    ? writeApplicant(store, person, now, alongside)
    : store.write(person, alongside);
}
