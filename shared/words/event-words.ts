/** How each event reads: its form and the fields of it, the button that reports it, the line in history and refusals. */
import type { RotationEventType } from '#shared/plan/facts/events.ts';

interface EventWords {
  /** What the button says: the fact the person states. */
  readonly button: string;
  /** The fact as a noun phrase: "An offer cannot be recorded now". */
  readonly noun: string;
  /** The line in the history. */
  readonly past: string;
  /** What the form is headed, where the button alone does not say what it is for. */
  readonly title?: string;
  /** One sentence beside the button: what follows when it is pressed. Absent where the applicant has no form. */
  readonly follows?: string;
  /** Of a field, where it is called otherwise than in other events, or needs a hint. */
  readonly fields?: Readonly<Record<string, { readonly label?: string; readonly hint?: string }>>;
}

const CLOSES = 'This closes the rotation and stops its emails. You can undo it for 24 hours.';
const BOTH_DAYS = { hint: 'Both days count.' };

export const EVENT_WORDS: Readonly<Record<RotationEventType, EventWords>> = {
  chosen: {
    button: 'I will apply here',
    noun: 'The choice',
    past: 'Chosen to apply',
    follows: 'The plan then reminds you of the host’s last day for applications.',
    fields: {
      windowClosesOn: {
        hint: 'If the host states one. On the host’s page it is often called the deadline.',
      },
      'dates.end': BOTH_DAYS,
    },
  },
  applied: {
    button: 'I have applied',
    noun: 'An application',
    past: 'Application sent',
    follows: 'The reminders to apply stop, and the plan waits for the host.',
    fields: { 'dates.end': BOTH_DAYS },
  },
  waitlisted: {
    button: 'I am on the waiting list',
    noun: 'A waiting list',
    past: 'Put on the waiting list',
    follows: 'The application stays open and waits for the host.',
  },
  offered: {
    button: 'I have an offer',
    noun: 'An offer',
    past: 'Offer received',
    follows:
      'Give the last day to answer if the host states one. After that day the offer is closed.',
    fields: {
      expiresOn: {
        label: 'Last day to answer',
        hint: 'As the host states it. Leave it empty if there is none.',
      },
    },
  },
  accepted: {
    button: 'I have accepted',
    noun: 'An acceptance',
    past: 'Offer accepted',
    follows: 'You get the list of documents for these dates.',
    fields: { 'dates.end': BOTH_DAYS },
  },
  rejected: {
    button: 'The host said no',
    noun: 'A rejection',
    past: 'Rejected by the host',
    follows: CLOSES,
  },
  'document-updated': {
    button: 'Save the document',
    noun: 'A document',
    past: 'Document updated',
    follows: 'Enter status and dates only. Never enter results.',
    fields: {
      expiresOn: { hint: 'If one is printed on the document.' },
      liesAt: { hint: 'In your own words, for example: scan on my laptop.' },
    },
  },
  'feedback-given': {
    button: 'I have had feedback',
    noun: 'Feedback',
    past: 'Mid-rotation feedback recorded',
    follows: 'After positive feedback the plan suggests to ask for a letter.',
    fields: {
      change: {
        hint: 'Ask: “Is there anything I could change to be more helpful to the team?” Nothing about patients.',
      },
      focus: {
        hint: 'Ask: “Are there any areas you’d recommend I focus on for improvement in the next two weeks?”',
      },
    },
  },
  'cases-counted': {
    button: 'Save the count',
    noun: 'A case',
    past: 'Case log changed',
    title: 'Log cases of a day',
    follows:
      'Write kinds of procedures and numbers only. Never write anything about a patient. 0 takes a count out.',
    fields: { procedure: { hint: 'Its kind only, for example: TACE, biopsy, IVC filter.' } },
  },
  'mentor-named': {
    button: 'This is my mentor',
    noun: 'A mentor',
    past: 'Mentor named',
    title: 'Name your mentor',
    follows: 'A faculty member who teaches you and knows your work.',
  },
  'talk-held': {
    button: 'I have had the talk',
    noun: 'A talk with the mentor',
    past: 'Talk with the mentor held',
    title: 'I have had the talk with my mentor',
    follows:
      'The short talk of your own near the end: your goals, and an honest word on your chances.',
  },
  'task-given': {
    button: 'Note the task',
    noun: 'A task',
    past: 'Small task noted',
    title: 'Note a small task',
    follows: 'The plan reminds you the next day: two or three minutes, told to the team.',
    fields: { on: { label: 'Day it was given to you' } },
  },
  'task-done': {
    button: 'I have answered it',
    noun: 'An answer',
    past: 'Small task answered',
    title: 'I have answered a small task',
    follows: 'The reminder stops.',
  },
  'letter-asked': {
    button: 'I have asked',
    noun: 'A request',
    past: 'Letter asked for',
    title: 'I have asked for a letter',
    follows: 'The plan keeps who writes and how far it is. It never keeps the letter.',
    fields: { 'writer.address': { hint: 'If you know it.' } },
  },
  'letter-contact': {
    button: 'Mail the writer',
    noun: 'An email to the writer',
    past: 'Writer agreed in person and is emailed',
    title: 'The writer agreed in person: mail them the details',
    follows:
      'We mail the writer your dates, what they saw, the due day and your packet: at most four emails. They answer on a page of their own.',
    fields: {
      seen: {
        hint: 'One line that reminds them whom it is about, for example: 12 drainages, my talk on TIPS. No patient data.',
      },
    },
  },
  'letter-promised': {
    button: 'I will do it',
    noun: 'A promise of the letter',
    past: 'Letter promised by its writer',
  },
  'letter-handed-over': {
    button: 'Hand it to my coordinator',
    noun: 'A coordinator',
    past: 'Letter handed to the writer’s coordinator',
  },
  'letter-mail-stopped': {
    button: 'Stop the emails about this letter',
    noun: 'A stop of the writer’s emails',
    past: 'The writer is not emailed any more',
  },
  'letter-agreed': {
    button: 'The writer agreed',
    noun: 'An agreement',
    past: 'Writer agreed',
    follows: 'Next is the Letter Request Form in MyERAS, once ERAS is open.',
  },
  'letter-requested': {
    button: 'The Letter Request Form is sent',
    noun: 'A Letter Request Form',
    past: 'Letter Request Form sent from ERAS',
    follows: 'The writer uploads the letter with the Letter ID on that form.',
    fields: {
      erasLetterId: { hint: 'It stands on the Letter Request Form. You may leave it empty.' },
    },
  },
  'letter-uploaded': {
    button: 'The letter is uploaded',
    noun: 'An upload',
    past: 'Letter uploaded to ERAS',
    follows: 'Next you assign the letter to programs in MyERAS.',
  },
  'letter-assigned': {
    button: 'The letter is assigned to programs',
    noun: 'An assignment',
    past: 'Letter assigned to programs in MyERAS',
    follows: 'The letter then counts for these programs.',
  },
  'letter-declined': {
    button: 'The writer declined',
    noun: 'A refusal by the writer',
    past: 'Writer declined',
    follows: 'The plan then suggests to ask another writer.',
  },
  'dates-changed': {
    button: 'Save the dates',
    noun: 'New dates',
    past: 'Dates changed',
    title: 'The dates changed',
    follows: 'Documents and reminders follow the new dates.',
    fields: { 'dates.end': BOTH_DAYS },
  },
  'finished-without-letter': {
    button: 'Close without a letter',
    noun: 'Closing without a letter',
    past: 'Closed without a letter',
    follows: CLOSES,
  },
  withdrawn: {
    button: 'I no longer want this rotation',
    noun: 'A withdrawal',
    past: 'Withdrawn',
    follows: CLOSES,
  },
  'canceled-by-host': {
    button: 'The host canceled',
    noun: 'A cancellation',
    past: 'Canceled by the host',
    follows: CLOSES,
  },
};
