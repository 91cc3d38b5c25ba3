/**
 * Every reason to refuse an update as the sentence people read: what is the case, why, and what to do. The page, the API,
 * the log, and the tests quote the same entry.
 */

import { phraseDay } from '#shared/base/time/phrase.ts';
import type { PlanRefusal } from '#shared/plan/facts/refusals.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { EVENT_WORDS } from './event-words.ts';
import { LETTER_STATUS_WORDS } from './letter-words.ts';
import { saidBy } from './said.ts';

export const said = saidBy<PlanRefusal>({
  'unknown-rotation': () =>
    'There is no such rotation on your plan. Open your plan and choose one from it.',
  'unknown-letter': () =>
    'There is no such letter at this rotation. Choose one that was asked for.',
  closed: ({ host }) =>
    `The rotation at ${host} is closed. If that was a slip, undo the last update within 24 hours; otherwise add the rotation again.`,
  'not-now': ({ host, stage, status, type }) =>
    `${EVENT_WORDS[type].noun} cannot be recorded now: the rotation at ${host} is ${statusWords(stage, status, 'applicant')}. Open the rotation to see what can be.`,
  'dates-needed': () => 'This step needs the first and last day of the rotation. Add both dates.',
  'dates-overlap': ({ host }) =>
    `These dates overlap your confirmed rotation at ${host}. Change the dates of one of them first.`,
  'start-behind-us': ({ host }) =>
    `The rotation at ${host} has begun, so its first day stays. Change the last day only.`,
  'offer-already-expired': ({ day }) =>
    `An offer that expired on ${phraseDay(day)} cannot be recorded as open. Ask the host for a new date and enter that.`,
  'window-already-closed': ({ day }) =>
    `The host took applications until ${phraseDay(day)}, which has passed. Choose later dates, or enter the new closing day.`,
  'nothing-to-record': () =>
    'There is no checklist before the host accepts. Enter the document’s dates or where it lies, or come back then.',
  'unknown-site': () => 'This site is not in our list. Find it again, or enter it by hand.',
  'too-many-rotations': ({ most }) =>
    `A plan holds at most ${most} rotations, closed ones included. The guide advises two to four.`,
  'too-many-letters': ({ most }) => `A rotation holds at most ${most} letters.`,
  'no-checklist-yet': ({ host }) =>
    `There is no checklist before ${host} accepts. Leave it empty, or correct the status.`,
  'not-on-checklist': ({ host }) =>
    `The checklist of the rotation at ${host} has no such document.`,
  'expires-before-issue': () => 'The document expires before it was issued. Check both dates.',
  'host-grants-no-letters': ({ host }) =>
    `${host} states that it grants no letters of recommendation. Ask a writer at another rotation.`,
  'asked-afterwards': ({ day }) =>
    `A letter that was asked for on ${phraseDay(day)} cannot have moved on before. Check both days.`,
  'letter-too-early': ({ from }) =>
    `Ask for the letter from the middle of the rotation on: ${phraseDay(from)}. The writer must know your work first.`,
  'letter-out-of-order': ({ type, status }) =>
    `${EVENT_WORDS[type].noun} cannot be recorded: this letter is ${LETTER_STATUS_WORDS[status]}.`,
  'eras-not-open': ({ opens }) =>
    `The Letter Request Form exists only once ERAS is open, from ${phraseDay(opens)}. Until then the letter counts as promised.`,
  'writer-is-applicant': () =>
    'The letter writer has the same email address as you. Enter the writer’s own address.',
  'writer-wants-no-mail': () =>
    'This writer asked for no more emails, so none is sent. Call them, and line up a back-up.',
  'too-many-writers-named': () =>
    'As many people have been named for the letters of this plan as we mail. Write to this one yourself, or call.',
  'writer-unreachable': () =>
    'This address does not take our emails. Ask the writer for another one, or call them.',
  'promised-in-the-past': () => 'That day has passed. Choose today or a later day.',
  'coordinator-is-nobody-new': () =>
    'This is the address of the applicant or of the writer. Enter the coordinator’s own address.',
  'not-yet-there': ({ day }) => `${phraseDay(day)} is still to come. Enter what has been.`,
  'not-on-rotation': ({ host }) =>
    `This day is outside the rotation at ${host}. Enter a day from its first to its last, or change the dates first.`,
  'too-many-cases': ({ most }) =>
    `The case log holds at most ${most} cases over all rotations, more than a season has. Nothing was lost; check the number.`,
  'too-many-procedures': ({ most }) =>
    `The case log holds at most ${most} kinds of procedure. Use one of the names you have.`,
  'too-many-tasks': ({ most }) => `A rotation holds at most ${most} small tasks.`,
  'unknown-task': () => 'There is no such open task at this rotation. Nothing was changed.',
  'nothing-to-change': () => 'Nothing was filled in, so nothing was changed.',
  'unknown-cost': () =>
    'There is no such cost on your plan. Perhaps it was taken out in another window.',
  'too-many-costs': ({ most }) => `A plan holds at most ${most} costs. Put small ones together.`,
  'unknown-experience': () =>
    'There is no such experience on your plan. Perhaps it was taken out in another window.',
  'too-many-experiences': ({ most }) =>
    `A plan holds at most ${most} experiences beside its rotations. ERAS lists ten.`,
  'nothing-to-put-off': () =>
    'This is done or no longer on your plan, so there is nothing to put off. Open your plan to see what is next.',
  'put-off-into-the-past': () =>
    'Choose a day from tomorrow on: we remind you in the morning of that day.',
  'put-off-past-date': ({ day }) =>
    `That day is after ${phraseDay(day)}, the last safe day for this. Choose an earlier day, or state below that you want to be reminded then all the same.`,
  'too-many-put-off': ({ most }) =>
    `At most ${most} things can be put off at a time. End one of them first, on your plan.`,
  'not-put-off': () => 'This is not put off any more. Nothing was changed.',
  'id-taken': () =>
    'This form was sent before with another answer, which is recorded. Nothing was changed now. Open the page again and answer again.',
  stale: () =>
    'Your plan changed after this page was opened. Nothing was changed now; the present state is shown below. Please answer again.',
  erased: () =>
    'This person has deleted their plan. Nothing was changed; they can begin a new one themselves.',
  'nothing-to-undo': () =>
    'There is no update to take back: only the latest one can be undone, within 24 hours.',
  busy: () =>
    'Several updates came at the same moment, and yours was not recorded. Nothing was changed; please send it again.',
  'case-is-open': () => 'A case is open already. Write what you know into that one.',
  'unknown-case': () =>
    'There is no such case with this applicant. Open the applicant’s page again.',
  'case-is-closed': () =>
    'This case is closed. If that was a slip, undo it within 24 hours; otherwise open a new one.',
  'note-needed': () =>
    'A case that is opened by hand needs a note: say in a sentence what it is about.',
  'contact-ahead': ({ day }) =>
    `A talk on ${phraseDay(day)} has not taken place yet. Enter it as the follow-up day instead.`,
  'no-case-to-undo': () =>
    'There is nothing to take back: only the latest update of a case can be undone, within 24 hours.',
  'only-for-advisors': () => 'Cases are kept by advisors. Nothing was changed.',
});

/** The sentence alone. */
export function refusalWords(refusal: PlanRefusal): string {
  return said(refusal).message;
}
