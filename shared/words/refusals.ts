/** The message for every refused update: what is wrong, why, and what to do. Page, API, and log use the same entry. */
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { PlanRefusal } from '#shared/plan/facts/refusals.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { EVENT_WORDS } from './event-words.ts';
import { explainer } from './explainer.ts';
import { LETTER_STATUS_WORDS } from './plan-words.ts';

export const explain = explainer<PlanRefusal>({
  'unknown-rotation': () => 'Your plan has no such rotation. Open your plan and choose one.',
  'unknown-letter': () => 'This rotation has no such letter. Choose one that you asked for.',
  closed: ({ host }) =>
    `The rotation at ${host} is closed. Reopen it on its page first: say where it is now.`,
  'not-now': ({ host, stage, status, type }) =>
    `You cannot record “${EVENT_WORDS[type].past}” now: the rotation at ${host} is ${statusWords(stage, status, 'applicant')}. Open the rotation to see what you can record.`,
  'dates-needed': () => 'This step needs the first and last day of the rotation. Add both dates.',
  'dates-overlap': ({ host }) =>
    `These dates overlap your confirmed rotation at ${host}. Change the dates of one of them first.`,
  'lasts-too-long': ({ days, kind }) =>
    `This would be a ${kind} of ${days} days. Check the year of its first and last day.`,
  'too-far-ahead': ({ day }) => `${phraseDay(day)} is more than three years ahead. Check the year.`,
  'days-have-passed': ({ host, day }) =>
    `The rotation at ${host} would have ended on ${phraseDay(day)}. Check the year. If it is over, record that it took place.`,
  'start-behind-us': ({ host }) =>
    `The rotation at ${host} has started, so its first day stays. Change only the last day.`,
  'offer-already-expired': ({ day }) =>
    `This offer expired on ${phraseDay(day)}, so it cannot be recorded as open. Ask the host for a new date and enter it.`,
  'offer-day-needed': () => 'An hour needs its day. Enter the last day to answer too.',
  'window-already-closed': ({ day }) =>
    `The host took applications until ${phraseDay(day)}. Choose later dates, or enter the new deadline.`,
  'nothing-to-record': () =>
    'There is no checklist until the host accepts you. Enter the document’s dates or where you keep it, or come back then.',
  'unknown-site': () => 'This site is not in our list. Search again, or enter it by hand.',
  'host-is-in-us': ({ host }) =>
    `In our directory, ${host} is a host in the US. Correct the country, or enter a hospital elsewhere by hand.`,
  'too-many-rotations': ({ most }) =>
    `A plan holds at most ${most} rotations, including closed ones. The guide recommends two to four.`,
  'too-many-letters': ({ most }) => `A rotation holds at most ${most} letters.`,
  'no-checklist-yet': ({ host }) =>
    `There is no checklist until ${host} accepts. Leave it empty, or correct the status.`,
  'follows-from-entry': () =>
    'Whether you need a visa or an ESTA depends on how you will enter the US. Change that on your profile.',
  'expires-before-issue': () => 'The expiry date is before the issue date. Check both.',
  'host-grants-no-letters': ({ host }) =>
    `${host} states that it gives no letters of recommendation. Ask a writer at another rotation.`,
  'asked-afterward': ({ day }) =>
    `This letter was asked for on ${phraseDay(day)}, so it cannot have an earlier status. Check both dates.`,
  'letter-too-early': ({ from }) =>
    `Ask for the letter from the middle of the rotation on: ${phraseDay(from)}. The writer needs to know your work first.`,
  'letter-out-of-order': ({ type, status }) =>
    `You cannot record “${EVENT_WORDS[type].past}”: this letter is ${LETTER_STATUS_WORDS[status]}.`,
  'eras-not-open': ({ opens }) =>
    `The Letter Request Form is available once ERAS opens on ${phraseDay(opens)}. Until then, the letter counts as promised.`,
  'writer-is-applicant': () =>
    'The letter writer has the same email address as you. Enter the writer’s own address.',
  'writer-wants-no-email': () =>
    'This writer asked for no more emails, so we send none. Call them, and arrange a backup letter.',
  'too-many-writers-named': () =>
    'We already email the most people that one plan can name for its letters. Email or call this one yourself.',
  'writer-unreachable': () =>
    'Our emails do not reach this address. Ask the writer for another one, or call them.',
  'promised-in-the-past': () => 'That day has passed. Choose today or later.',
  'coordinator-is-nobody-new': () =>
    'This is the address of the applicant or the writer. Enter the coordinator’s own address.',
  'too-many-hand-overs': ({ most }) =>
    `This letter was handed to a coordinator ${most} times already. Reply to our email if someone else should upload it.`,
  'nobody-takes-over': () =>
    'No coordinator has this letter, so there is nothing to accept or take back.',
  'not-yet-there': ({ day }) => `${phraseDay(day)} is in the future. Enter a date that has passed.`,
  'not-on-rotation': ({ host }) =>
    `This date is outside the rotation at ${host}. Enter a date within the rotation, or change its dates first.`,
  'too-many-cases': ({ most }) =>
    `The case log holds at most ${most} cases in all rotations, more than any season has. Nothing was changed; check the number.`,
  'too-many-procedures': ({ most }) =>
    `The case log holds at most ${most} kinds of procedures. Use one of the names you already have.`,
  'too-many-tasks': ({ most }) => `A rotation holds at most ${most} tasks.`,
  'unknown-task': () => 'This rotation has no such open task. Nothing was changed.',
  'nothing-to-change': () => 'Nothing was filled in, so nothing was changed.',
  'eras-not-reported': () =>
    'You have not reported that you submitted your ERAS application, so there is nothing to correct.',
  'unknown-cost': () => 'Your plan has no such cost. It may have been removed in another window.',
  'too-many-costs': ({ most }) => `A plan holds at most ${most} costs. Combine small ones.`,
  'unknown-experience': () =>
    'Your plan has no such experience. It may have been removed in another window.',
  'too-many-experiences': ({ most }) =>
    `A plan holds at most ${most} experiences besides its rotations. ERAS lists ten.`,
  'nothing-to-put-off': () =>
    'This is done or no longer on your plan, so there is nothing to remind you of. Open your plan to see what is next.',
  'put-off-into-the-past': () =>
    'Choose tomorrow or later: we remind you on the morning of that day.',
  'put-off-too-long': ({ last }) =>
    `The last day you can choose is ${phraseDay(last)}: the next reminder cannot wait longer.`,
  'cannot-be-put-off': () =>
    'This cannot be put off any longer: the next reminder is due tomorrow, or it would be too late.',
  'too-many-put-off': ({ most }) =>
    `You can have at most ${most} later reminders at a time. Cancel one on your plan first.`,
  'not-put-off': () => 'This reminder was already back to normal. Nothing was changed.',
  'id-taken': () =>
    'This form was already sent with another answer, which is recorded. Nothing was changed now. Reload the page and answer again.',
  stale: () =>
    'Your plan changed after you opened this page. Nothing was changed now; the current state is shown below. Please answer again.',
  'stale-case': () =>
    'The case or the plan changed after you opened this page. Nothing was changed now; the current case is shown below. Please save again.',
  erased: () =>
    'This applicant has deleted their plan. Nothing was changed; they can start a new one themselves.',
  'nothing-to-undo': () =>
    'There is no update to undo: only the latest one can be undone, within 24 hours.',
  busy: () =>
    'Several updates arrived at the same time, and yours was not recorded. Nothing was changed; please send it again.',
  'case-is-open': () => 'A case is already open. Add what you know to that one.',
  'unknown-case': () => 'This applicant has no such case. Reload the applicant’s page.',
  'case-is-closed': () =>
    'This case is closed. If that was a mistake, undo it within 24 hours. Otherwise, open a new one.',
  'note-needed': () =>
    'A case opened by hand needs a note: describe in a sentence what it is about.',
  'follow-up-past': ({ day }) =>
    `${phraseDay(day)} is past. Choose today or a later day to follow up. Nothing was changed.`,
  'contact-ahead': ({ day }) =>
    `A talk on ${phraseDay(day)} is in the future. Enter it as the follow-up day instead.`,
  'no-case-to-undo': () =>
    'There is nothing to undo: only the latest update to a case can be undone, within 24 hours.',
  'only-for-advisors': () => 'Only advisors can change cases. Nothing was changed.',
});

/** The sentence alone. */
export function refusalWords(refusal: PlanRefusal): string {
  return explain(refusal).message;
}
