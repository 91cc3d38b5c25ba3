/** How long a thing takes the applicant, in words. Ours: nobody publishes it, and it says so beside it. */
import type { Occasion } from '#shared/agenda/occasions/occasion.ts';

const EFFORTS: Readonly<Partial<Record<NonNullable<Occasion['event']>, string>>> = {
  chosen: 'an evening, to read the host’s rules',
  applied: 'two or three evenings, once transcript and school letter are there',
  accepted: 'ten minutes',
  'document-updated': 'an hour of your own; tests and signatures take days',
  'feedback-given': 'five minutes with your attending',
  'letter-asked': 'ten minutes, in person',
  'letter-requested': 'ten minutes in MyERAS',
  'letter-uploaded': 'five minutes in MyERAS',
  'letter-assigned': 'fifteen minutes in MyERAS',
  'eras-submitted': 'an evening',
};

export function effortOf({ event }: Occasion): string {
  return (event && EFFORTS[event]) ?? 'a few minutes';
}
