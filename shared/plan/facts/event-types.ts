/** What can happen to a rotation, as a person or an outside system reports it. */
export const ROTATION_EVENT_TYPES = [
  'chosen',
  'applied',
  'waitlisted',
  'offered',
  'accepted',
  'rejected',
  'document-updated',
  'feedback-given',
  'cases-counted',
  'mentor-named',
  'talk-held',
  'task-given',
  'task-done',
  'letter-asked',
  'letter-contact',
  'letter-promised',
  'letter-handed-over',
  'letter-mail-stopped',
  'letter-agreed',
  'letter-requested',
  'letter-uploaded',
  'letter-assigned',
  'letter-declined',
  'dates-changed',
  'finished-without-letter',
  'withdrawn',
  'canceled-by-host',
] as const;

export type RotationEventType = (typeof ROTATION_EVENT_TYPES)[number];

/** What a letter's writer, or their coordinator, says of it; the applicant's pages have no form for these. */
export const WRITER_EVENT_TYPES = [
  'letter-promised',
  'letter-handed-over',
  'letter-mail-stopped',
] as const;

export type WriterEventType = (typeof WRITER_EVENT_TYPES)[number];
