/** The words of each event: its form, its button, and its line in the history and in refusals. */
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import { LETTER_EVENT_WORDS } from './letter-event-words.ts';

interface EventWords {
  /** On the button: what the person reports. */
  readonly button: string;
  /** The line in the history, and what a refusal names: “Offer received”. */
  readonly past: string;
  /** The form's heading, where the button alone is not clear. */
  readonly title?: string;
  /** Beside the button: what happens next. Absent where the applicant has no form. */
  readonly follows?: string;
  /** For a field that has another label here than elsewhere, or needs a hint. */
  readonly fields?: Readonly<Record<string, { readonly label?: string; readonly hint?: string }>>;
}

const CLOSES = 'This closes the rotation and stops its emails. You can undo it for 24 hours.';
const BOTH_DAYS = { hint: 'Both days count.' };

export const EVENT_WORDS: Readonly<Record<RotationEventType, EventWords>> = {
  chosen: {
    button: 'I will apply here',
    past: 'Chosen to apply',
    follows: 'The plan then reminds you before the host’s application deadline.',
    fields: { windowClosesOn: { hint: 'If the host states one.' }, 'dates.end': BOTH_DAYS },
  },
  applied: {
    button: 'I have applied',
    past: 'Application sent',
    follows: 'The reminders to apply stop, and the plan waits for the host’s answer.',
    fields: { 'dates.end': BOTH_DAYS },
  },
  waitlisted: {
    button: 'I am on the waitlist',
    past: 'Put on the waitlist',
    follows: 'The application stays open, and the plan waits for the host’s answer.',
  },
  offered: {
    button: 'I have an offer',
    past: 'Offer received',
    follows:
      'Enter the last day to answer if the host states one. After that day, the offer closes.',
    fields: {
      expiresOn: {
        label: 'Last day to answer',
        hint: 'As the host states it. Leave it empty if there is none.',
      },
      expiresTime: {
        label: 'Time it ends',
        hint: 'If the offer names one, in the host’s local time: 17:00 for 5:00 p.m.',
      },
    },
  },
  accepted: {
    button: 'I have accepted',
    past: 'Offer accepted',
    follows: 'You get the list of documents to submit for these dates.',
    fields: { 'dates.end': BOTH_DAYS },
  },
  'step-reported': {
    button: 'Save the step',
    past: 'Step reported',
    follows: 'The plan shows it as started or done, and reminds you of what comes next.',
    fields: { appointmentOn: { label: 'Day of the visa appointment', hint: 'Once it is booked.' } },
  },
  'host-day-entered': {
    button: 'Save the host’s day',
    past: 'Host’s day entered',
    follows: 'The plan uses this day in place of an estimate.',
  },
  'followed-up': {
    button: 'I asked, and there is no answer yet',
    past: 'Followed up with the host',
    follows: 'We ask again in three weeks.',
  },
  'host-confirmed': {
    button: 'Yes, I can apply there',
    past: 'Host confirmed that an application is possible',
    follows: 'The plan stops asking whether this host can take you.',
  },
  'tier-set': {
    button: 'Set the tier',
    past: 'Tier set',
    title: 'Set this host’s tier',
    follows: 'Your own judgment: the order of your rotations and your shortlist use it.',
  },
  'host-described': {
    button: 'Save my three answers',
    past: 'Described for later rotators',
    title: 'How was it? Three questions',
    follows:
      'If a school sees your plan, it sees the answers with the year. Its other applicants see them only once two of you were there in one year, and never with a name.',
  },
  'took-place': {
    button: 'Yes',
    past: 'Rotation took place',
    follows: 'The plan continues from there.',
  },
  rejected: {
    button: 'The host said no',
    past: 'Rejected by the host',
    follows: CLOSES,
  },
  'document-updated': {
    button: 'Save the document',
    past: 'Document updated',
    follows: 'Enter statuses and dates only, never results.',
    fields: {
      expiresOn: { hint: 'If one is printed on the document.' },
      keptAt: { hint: 'In your own words, for example: “scan on my laptop”.' },
    },
  },
  'feedback-given': {
    button: 'I got feedback',
    past: 'Mid-rotation feedback recorded',
    follows: 'After positive feedback, the plan suggests asking for a letter.',
    fields: {
      change: {
        hint: 'Ask: “Is there anything I could change to be more helpful to the team?” Enter nothing about patients.',
      },
      focus: {
        hint: 'Ask: “Are there any areas you’d recommend I focus on for improvement in the next two weeks?”',
      },
    },
  },
  'cases-counted': {
    button: 'Save the count',
    past: 'Case log changed',
    title: 'Log the cases of one day',
    follows:
      'Enter only types of procedures and counts, never anything about a patient. Enter 0 to remove a count.',
    fields: { procedure: { hint: 'The kind only, for example: TACE, biopsy, IVC filter.' } },
  },
  'mentor-named': {
    button: 'This is my mentor',
    past: 'Mentor named',
    title: 'Name your mentor',
    follows: 'A faculty member who teaches you and knows your work.',
  },
  'talk-held': {
    button: 'We had the talk',
    past: 'Talked with the mentor',
    title: 'I talked with my mentor',
    follows:
      'A short talk near the end of the rotation: your goals, and an honest view of your chances.',
  },
  'task-given': {
    button: 'Save the task',
    past: 'Small task saved',
    title: 'Add a small task',
    follows:
      'The plan reminds you the next day to present the answer to the team in two or three minutes.',
    fields: { on: { label: 'The day you got it' } },
  },
  'task-done': {
    button: 'I presented the answer',
    past: 'Small task done',
    title: 'I presented the answer to a small task',
    follows: 'The reminder stops.',
  },
  'own-task-set': {
    button: 'Save my task',
    past: 'Own task saved',
    title: 'Add a task of my own',
    follows: 'We remind you of it before its day. Only you can read it.',
    fields: {
      title: { label: 'What you have to do', hint: 'No patient data.' },
      dueOn: { label: 'By this day' },
    },
  },
  'own-task-done': {
    button: 'Done',
    past: 'Own task done',
    title: 'My task is done',
    follows: 'The reminder stops.',
  },
  'note-kept': {
    button: 'Save my note',
    past: 'Own note changed',
    title: 'My note',
    follows: 'Only you can read it. Leave it empty to remove it.',
    fields: { ownNote: { label: 'Note', hint: 'No patient data.' } },
  },
  ...LETTER_EVENT_WORDS,
  'dates-changed': {
    button: 'Save the dates',
    past: 'Dates changed',
    title: 'The dates changed',
    follows: 'Documents and reminders follow the new dates.',
    fields: { 'dates.end': BOTH_DAYS },
  },
  'finished-without-letter': {
    button: 'Close without a letter',
    past: 'Closed without a letter',
    follows: CLOSES,
  },
  withdrawn: {
    button: 'I no longer want this rotation',
    past: 'Withdrawn',
    follows: CLOSES,
    fields: { why: { label: 'Your reason' } },
  },
  'canceled-by-host': {
    button: 'The host canceled',
    past: 'Canceled by the host',
    follows: CLOSES,
  },
  reopened: {
    button: 'Reopen it',
    past: 'Reopened',
    title: 'It is not closed after all',
    follows: 'The plan continues from there. What you recorded before is still there.',
  },
  'step-corrected': {
    button: 'Correct the step',
    past: 'Step corrected',
    title: 'I reported a step by mistake',
    follows:
      'What you reported about later steps is removed. Documents and letters stay, and the plan continues from here.',
    fields: { to: { label: 'Where this rotation is now' } },
  },
};
