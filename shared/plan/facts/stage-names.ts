/** The names of stages and statuses; their order is in the stage table. */

export const STAGE_NAMES = [
  'identify',
  'apply',
  'documents',
  'rotate',
  'request-letter',
  'letter-received',
  'closed',
] as const;
export type StageName = (typeof STAGE_NAMES)[number];

export const STATUS_NAMES = [
  'shortlisted',
  'preparing',
  'submitted',
  'waitlisted',
  'offered',
  'collecting',
  'upcoming',
  'underway',
  'waiting',
  'not-progressing',
  'to-assign',
  'closed',
] as const;
export type StatusName = (typeof STATUS_NAMES)[number];
