/** How emails to applicants end: who sends them, why they come, and whom to ask. */
import type { Deadline } from '#shared/agenda/deadline.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { phraseSource } from '#shared/world/provenance.ts';

/** Where a day comes from, and how sure it is where the day itself does not say so. */
export function sourceNote(deadline: Deadline): string {
  const { certainty } = deadline;
  const isPage = certainty === 'official' || certainty === 'secondary';
  return `Source${isPage ? ` (${certainty})` : ''}: ${phraseSource(deadline)}.`;
}

type Reader = Pick<Applicant, 'cohortId'>;

/** Every reminder ends with it. */
export function closingNote(reader: Reader): string {
  return `You get this because you plan rotations with Away Rotations. ${questions(reader)}`;
}

export function questions(reader: Reader): string {
  return hasAdvisor(reader)
    ? 'Questions? Reply or ask your advisor.'
    : 'Questions? Reply to this email.';
}

export function lateHelp(reader: Reader): string[] {
  return hasAdvisor(reader) ? ['Your advisor sees that this is late and can help.'] : [];
}
