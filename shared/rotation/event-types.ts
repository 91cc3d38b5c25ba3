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
  'letter-asked',
  'letter-agreed',
  'letter-requested',
  'letter-uploaded',
  'letter-assigned',
  'letter-declined',
  'dates-changed',
  'finished-without-letter',
  'withdrawn',
  'cancelled-by-host',
] as const;

export type RotationEventType = (typeof ROTATION_EVENT_TYPES)[number];
