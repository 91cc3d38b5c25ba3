/** One sentence beside each button: what follows when it is pressed. */
import type { RotationEventType, WriterEventType } from '#shared/plan/facts/events.ts';

const CLOSES = 'This closes the rotation and stops its mails. You can undo it for 24 hours.';

export const EVENT_HELP: Readonly<Record<Exclude<RotationEventType, WriterEventType>, string>> = {
  chosen: 'The plan then reminds you of the host’s last day for applications.',
  applied: 'The reminders to apply stop, and the plan waits for the host.',
  waitlisted: 'The application stays open and waits for the host.',
  offered:
    'Give the last day to answer if the host states one. After that day the offer is closed.',
  accepted: 'You get the list of documents for these dates.',
  rejected: CLOSES,
  'document-updated': 'Enter status and dates only. Never enter results.',
  'feedback-given': 'After positive feedback the plan suggests to ask for a letter.',
  'cases-counted':
    'Write kinds of procedures and numbers only. Never write anything about a patient. 0 takes a count out.',
  'mentor-named': 'A faculty member who teaches you and knows your work.',
  'talk-held':
    'The short talk of your own near the end: your goals, and an honest word on your chances.',
  'task-given': 'The plan reminds you the next day: two or three minutes, told to the team.',
  'task-done': 'The reminder stops.',
  'letter-asked': 'The plan keeps who writes and how far it is. It never keeps the letter.',
  'letter-contact':
    'We mail the writer your dates, what they saw, the due day and your packet: at most four mails. They answer on a page of their own.',
  'letter-agreed': 'Next is the Letter Request Form in MyERAS, once ERAS is open.',
  'letter-requested': 'The writer uploads the letter with the Letter ID on that form.',
  'letter-uploaded': 'Next you assign the letter to programs in MyERAS.',
  'letter-assigned': 'The letter then counts for these programs.',
  'letter-declined': 'The plan then suggests to ask another writer.',
  'dates-changed': 'Documents and reminders follow the new dates.',
  'finished-without-letter': CLOSES,
  withdrawn: CLOSES,
  'canceled-by-host': CLOSES,
};
