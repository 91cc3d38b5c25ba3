/** Our estimates of how long a step takes the applicant; nobody publishes any. */
import type { Occasion } from '#shared/agenda/occasions/occasion.ts';

const EFFORTS: Readonly<Partial<Record<NonNullable<Occasion['event']>, string>>> = {
  chosen: 'an evening, to read the host’s rules',
  applied: 'two or three evenings, once you have your transcript and school letter',
  accepted: 'ten minutes',
  'document-updated': 'an hour of your time; tests and signatures take days',
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
