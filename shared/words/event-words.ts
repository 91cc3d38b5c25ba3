/** How each event reads: the button that reports it, and the sentence in history and refusals. */
import type { RotationEventType } from '#shared/plan/facts/events.ts';

interface EventWords {
  /** What the button says: the fact the person states. */
  readonly button: string;
  /** The fact as a noun phrase: "An offer cannot be recorded now". */
  readonly noun: string;
  /** The line in the history. */
  readonly past: string;
}

export const EVENT_WORDS: Readonly<Record<RotationEventType, EventWords>> = {
  chosen: { button: 'I will apply here', noun: 'The choice', past: 'Chosen to apply' },
  applied: { button: 'I have applied', noun: 'An application', past: 'Application sent' },
  waitlisted: {
    button: 'I am on the waiting list',
    noun: 'A waiting list',
    past: 'Put on the waiting list',
  },
  offered: { button: 'I have an offer', noun: 'An offer', past: 'Offer received' },
  accepted: { button: 'I have accepted', noun: 'An acceptance', past: 'Offer accepted' },
  rejected: { button: 'The host said no', noun: 'A rejection', past: 'Rejected by the host' },
  'document-updated': {
    button: 'Save the document',
    noun: 'A document',
    past: 'Document updated',
  },
  'feedback-given': {
    button: 'I have had feedback',
    noun: 'Feedback',
    past: 'Mid-rotation feedback recorded',
  },
  'cases-counted': { button: 'Save the count', noun: 'A case', past: 'Case log changed' },
  'mentor-named': { button: 'This is my mentor', noun: 'A mentor', past: 'Mentor named' },
  'talk-held': {
    button: 'I have had the talk',
    noun: 'A talk with the mentor',
    past: 'Talk with the mentor held',
  },
  'task-given': { button: 'Note the task', noun: 'A task', past: 'Small task noted' },
  'task-done': { button: 'I have answered it', noun: 'An answer', past: 'Small task answered' },
  'letter-asked': { button: 'I have asked', noun: 'A request', past: 'Letter asked for' },
  'letter-contact': {
    button: 'Mail the writer',
    noun: 'A mail to the writer',
    past: 'Writer agreed in person and is mailed',
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
    button: 'Stop the mails about this letter',
    noun: 'A stop of the writer’s mails',
    past: 'The writer is not mailed any more',
  },
  'letter-agreed': {
    button: 'The writer agreed',
    noun: 'An agreement',
    past: 'Writer agreed',
  },
  'letter-requested': {
    button: 'The Letter Request Form is sent',
    noun: 'A Letter Request Form',
    past: 'Letter Request Form sent from ERAS',
  },
  'letter-uploaded': {
    button: 'The letter is uploaded',
    noun: 'An upload',
    past: 'Letter uploaded to ERAS',
  },
  'letter-assigned': {
    button: 'The letter is assigned to programs',
    noun: 'An assignment',
    past: 'Letter assigned to programs in MyERAS',
  },
  'letter-declined': {
    button: 'The writer declined',
    noun: 'A refusal by the writer',
    past: 'Writer declined',
  },
  'dates-changed': { button: 'Save the dates', noun: 'New dates', past: 'Dates changed' },
  'finished-without-letter': {
    button: 'Close without a letter',
    noun: 'Closing without a letter',
    past: 'Closed without a letter',
  },
  withdrawn: {
    button: 'I no longer want this rotation',
    noun: 'A withdrawal',
    past: 'Withdrawn',
  },
  'canceled-by-host': {
    button: 'The host canceled',
    noun: 'A cancellation',
    past: 'Canceled by the host',
  },
};
