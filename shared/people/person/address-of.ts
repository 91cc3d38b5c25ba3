/** Where a person is mailed. */
import { impossible } from '#shared/base/result.ts';
import type { PersonItem } from '#shared/store/items.ts';

export function addressOf(person: PersonItem): string {
  switch (person.kind) {
    case 'applicant':
      return person.facts.profile.address;
    case 'writer':
      return person.address;
    case 'advisor':
      return person.profile.address;
    default:
      return impossible(person);
  }
}
