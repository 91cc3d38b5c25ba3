/** Writes any person under the version read. An item that can grow puts its past aside first. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { PersonItem } from '#shared/people/person/person-item.ts';
import type { OutboxMail } from '#shared/store/outbox-mail.ts';
import type { Store, Written } from '#shared/store/store.ts';
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
