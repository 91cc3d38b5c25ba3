/** Where a person is mailed. */
import { impossible } from '../result.ts';
import type { PersonItem } from '../store/items.ts';

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
