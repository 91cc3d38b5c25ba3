/** Every reason to refuse an advisor, as the sentence people read. Nothing in here says whether another cohort exists. */

import type { Refusal } from '#shared/base/refusal.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';

export const cohortRefusals = {
  caseIsOpen: (): Refusal => ({
    reason: 'case-is-open',
    says: 'A case is open already. Write what you know into that one.',
  }),
  unknownCase: (): Refusal => ({
    reason: 'unknown-case',
    says: 'There is no such case with this applicant. Open the applicant’s page anew.',
    field: 'caseId',
  }),
  caseIsClosed: (): Refusal => ({
    reason: 'case-is-closed',
    says: 'This case is closed. If that was a slip, undo it within 24 hours; otherwise open a new one.',
  }),
  noteNeeded: (): Refusal => ({
    reason: 'note-needed',
    says: 'A case that is opened by hand needs a note: say in a sentence what it is about.',
    field: 'note',
  }),
  contactAhead: (day: Day): Refusal => ({
    reason: 'contact-ahead',
    says: `A talk on ${phraseDay(day)} has not taken place yet. Enter it as the follow-up day instead.`,
    field: 'contactedOn',
  }),
  noCaseToUndo: (): Refusal => ({
    reason: 'no-case-to-undo',
    says: 'There is nothing to take back: only the latest update of a case can be undone, within 24 hours.',
  }),
  onlyForAdvisors: (): Refusal => ({
    reason: 'only-for-advisors',
    says: 'Cases are kept by advisors. Nothing was changed.',
  }),
} as const;
