/** The item of a person who is visited and emailed, and their address. */
import { impossible } from '#shared/base/result.ts';
import type { Advisor } from '../advisor/advisor.ts';
import type { Applicant } from './applicant.ts';
import type { WriterItem } from './writer.ts';

export type PersonItem = Applicant | WriterItem | Advisor;

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
