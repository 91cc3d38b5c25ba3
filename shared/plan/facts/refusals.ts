/**
 * Every reason to refuse an update, as the sentence people read. The page, the API, the log and the tests quote
 * the same entry: what is the case, why, and what to do.
 */

import type { Refusal } from '#shared/base/refusal.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { type StageName, type StatusName, statusWords } from './stages.ts';

/** What a refusal names of a rotation. */
interface Named {
  readonly host: { readonly name: string };
}

export const refusals = {
  unknownRotation: (): Refusal => ({
    reason: 'unknown-rotation',
    says: 'There is no such rotation on your plan. Open your plan and choose one from it.',
    field: 'rotationId',
  }),
  unknownLetter: (): Refusal => ({
    reason: 'unknown-letter',
    says: 'There is no such letter at this rotation. Choose one that was asked for.',
    field: 'letterId',
  }),
  closed: (rotation: Named): Refusal => ({
    reason: 'closed',
    says: `The rotation at ${rotation.host.name} is closed. If that was a slip, undo the last update within 24 hours; otherwise add the rotation again.`,
  }),
  notNow: (
    rotation: Named & { readonly stage: StageName; readonly status: StatusName },
    what: string,
  ): Refusal => ({
    reason: 'not-now',
    says: `${what} cannot be recorded now: the rotation at ${rotation.host.name} is ${statusWords(rotation.stage, rotation.status, 'applicant')}. Open the rotation to see what can be.`,
    field: 'type',
  }),
  datesNeeded: (): Refusal => ({
    reason: 'dates-needed',
    says: 'This step needs the first and last day of the rotation. Add both dates.',
    field: 'dates',
  }),
  datesOverlap: (other: Named): Refusal => ({
    reason: 'dates-overlap',
    says: `These dates overlap your confirmed rotation at ${other.host.name}. Change the dates of one of them first.`,
    field: 'dates',
  }),
  startBehindUs: (rotation: Named): Refusal => ({
    reason: 'start-behind-us',
    says: `The rotation at ${rotation.host.name} has begun, so its first day stays. Change the last day only.`,
    field: 'dates.start',
  }),
  offerAlreadyExpired: (day: Day): Refusal => ({
    reason: 'offer-already-expired',
    says: `An offer that expired on ${phraseDay(day)} cannot be recorded as open. Ask the host for a new date and enter that.`,
    field: 'expiresOn',
  }),
  windowAlreadyClosed: (day: Day): Refusal => ({
    reason: 'window-already-closed',
    says: `The host took applications until ${phraseDay(day)}, which has passed. Choose later dates, or enter the new closing day.`,
    field: 'windowClosesOn',
  }),
  nothingToRecord: (): Refusal => ({
    reason: 'nothing-to-record',
    says: 'There is no checklist before the host accepts. Enter the document’s dates or where it lies, or come back then.',
    field: 'issuedOn',
  }),
  unknownSite: (): Refusal => ({
    reason: 'unknown-site',
    says: 'This site is not in our list. Find it again, or enter it by hand.',
    field: 'rotation.host.name',
  }),
  tooManyRotations: (most: number): Refusal => ({
    reason: 'too-many-rotations',
    says: `A plan holds at most ${most} rotations, closed ones included. The guide advises two to four.`,
    field: 'rotation',
  }),
  tooManyLetters: (most: number): Refusal => ({
    reason: 'too-many-letters',
    says: `A rotation holds at most ${most} letters.`,
    field: 'writer',
  }),
  noChecklistYet: (rotation: Named): Refusal => ({
    reason: 'no-checklist-yet',
    says: `There is no checklist before ${rotation.host.name} accepts. Leave it empty, or correct the status.`,
    field: 'documents',
  }),
  notOnChecklist: (rotation: Named): Refusal => ({
    reason: 'not-on-checklist',
    says: `The checklist of the rotation at ${rotation.host.name} has no such document.`,
    field: 'kind',
  }),
  expiresBeforeIssue: (): Refusal => ({
    reason: 'expires-before-issue',
    says: 'The document expires before it was issued. Check both dates.',
    field: 'expiresOn',
  }),
  hostGrantsNoLetters: (rotation: Named): Refusal => ({
    reason: 'host-grants-no-letters',
    says: `${rotation.host.name} states that it grants no letters of recommendation. Ask a writer at another rotation.`,
    field: 'writer',
  }),
  askedAfterwards: (day: Day): Refusal => ({
    reason: 'asked-afterwards',
    says: `A letter that was asked for on ${phraseDay(day)} cannot have moved on before. Check both days.`,
    field: 'letters',
  }),
  letterTooEarly: (from: Day): Refusal => ({
    reason: 'letter-too-early',
    says: `Ask for the letter from the middle of the rotation on: ${phraseDay(from)}. The writer must know your work first.`,
    field: 'type',
  }),
  letterOutOfOrder: (what: string, standing: string): Refusal => ({
    reason: 'letter-out-of-order',
    says: `${what} cannot be recorded: this letter is ${standing}.`,
    field: 'type',
  }),
  erasNotOpen: (opens: Day): Refusal => ({
    reason: 'eras-not-open',
    says: `The Letter Request Form exists only once ERAS is open, from ${phraseDay(opens)}. Until then the letter counts as promised.`,
    field: 'type',
  }),
  writerIsApplicant: (field = 'writer.address'): Refusal => ({
    reason: 'writer-is-applicant',
    says: 'The letter writer has the same mail address as you. Enter the writer’s own address.',
    field,
  }),
  writerWantsNoMail: (): Refusal => ({
    reason: 'writer-wants-no-mail',
    says: 'This writer asked for no more mails, so none is sent. Call them, and line up a back-up.',
    field: 'address',
  }),
  tooManyWritersNamed: (): Refusal => ({
    reason: 'too-many-writers-named',
    says: 'As many people have been named for the letters of this plan as we mail. Write to this one yourself, or call.',
    field: 'type',
  }),
  writerUnreachable: (): Refusal => ({
    reason: 'writer-unreachable',
    says: 'This address does not take our mails. Ask the writer for another one, or call them.',
    field: 'address',
  }),
  promisedInThePast: (): Refusal => ({
    reason: 'promised-in-the-past',
    says: 'That day has passed. Choose today or a later day.',
    field: 'by',
  }),
  coordinatorIsNobodyNew: (): Refusal => ({
    reason: 'coordinator-is-nobody-new',
    says: 'This is the address of the applicant or of the writer. Enter the coordinator’s own address.',
    field: 'coordinator.address',
  }),
  notYetThere: (day: Day): Refusal => ({
    reason: 'not-yet-there',
    says: `${phraseDay(day)} is still to come. Enter what has been.`,
    field: 'on',
  }),
  notOnRotation: (rotation: Named): Refusal => ({
    reason: 'not-on-rotation',
    says: `This day is outside the rotation at ${rotation.host.name}. Enter a day from its first to its last, or change the dates first.`,
    field: 'on',
  }),
  tooManyCases: (most: number): Refusal => ({
    reason: 'too-many-cases',
    says: `The case log holds at most ${most} cases over all rotations, more than a season has. Nothing was lost; check the number.`,
    field: 'count',
  }),
  tooManyProcedures: (most: number): Refusal => ({
    reason: 'too-many-procedures',
    says: `The case log holds at most ${most} kinds of procedure. Use one of the names you have.`,
    field: 'procedure',
  }),
  tooManyTasks: (most: number): Refusal => ({
    reason: 'too-many-tasks',
    says: `A rotation holds at most ${most} small tasks.`,
    field: 'title',
  }),
  unknownTask: (): Refusal => ({
    reason: 'unknown-task',
    says: 'There is no such open task at this rotation. Nothing was changed.',
    field: 'task',
  }),
  nothingToChange: (): Refusal => ({
    reason: 'nothing-to-change',
    says: 'Nothing was filled in, so nothing was changed.',
    field: 'profile',
  }),
  unknownCost: (): Refusal => ({
    reason: 'unknown-cost',
    says: 'There is no such cost on your plan. Perhaps it was taken out in another window.',
    field: 'costId',
  }),
  tooManyCosts: (most: number): Refusal => ({
    reason: 'too-many-costs',
    says: `A plan holds at most ${most} costs. Put small ones together.`,
    field: 'cost',
  }),
  unknownExperience: (): Refusal => ({
    reason: 'unknown-experience',
    says: 'There is no such experience on your plan. Perhaps it was taken out in another window.',
    field: 'experienceId',
  }),
  tooManyExperiences: (most: number): Refusal => ({
    reason: 'too-many-experiences',
    says: `A plan holds at most ${most} experiences beside its rotations. ERAS lists ten.`,
    field: 'experience',
  }),
  nothingToPutOff: (): Refusal => ({
    reason: 'nothing-to-put-off',
    says: 'This is done or no longer on your plan, so there is nothing to put off. Open your plan to see what is next.',
    field: 'subject',
  }),
  putOffIntoThePast: (): Refusal => ({
    reason: 'put-off-into-the-past',
    says: 'Choose a day from tomorrow on: we remind you in the morning of that day.',
    field: 'until',
  }),
  putOffPastDate: (day: Day): Refusal => ({
    reason: 'put-off-past-date',
    says: `That day is after ${phraseDay(day)}, the last safe day for this. Choose an earlier day, or state below that you want to be reminded then all the same.`,
    field: 'confirmed',
  }),
  tooManyPutOff: (most: number): Refusal => ({
    reason: 'too-many-put-off',
    says: `At most ${most} things can be put off at a time. End one of them first, on your plan.`,
    field: 'until',
  }),
  notPutOff: (): Refusal => ({
    reason: 'not-put-off',
    says: 'This is not put off any more. Nothing was changed.',
    field: 'subject',
  }),
  idTaken: (): Refusal => ({
    reason: 'id-taken',
    says: 'This form was sent before with another answer, which is recorded. Nothing was changed now. Open the page anew and answer again.',
    field: 'update',
  }),
  stale: (): Refusal => ({
    reason: 'stale',
    says: 'Your plan changed after this page was opened. Nothing was changed now; the present state is shown below. Please answer again.',
    field: 'revision',
  }),
  erased: (): Refusal => ({
    reason: 'erased',
    says: 'This person has deleted their plan. Nothing was changed; they can begin a new one themselves.',
  }),
  nothingToUndo: (): Refusal => ({
    reason: 'nothing-to-undo',
    says: 'There is no update to take back: only the latest one can be undone, within 24 hours.',
    field: 'type',
  }),
  busy: (): Refusal => ({
    reason: 'busy',
    says: 'Several updates came at the same moment, and yours was not recorded. Nothing was changed; please send it again.',
  }),
} as const;
