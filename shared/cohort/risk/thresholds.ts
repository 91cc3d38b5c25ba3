/** When a code turns amber or red: our defaults, which a cohort's lead may change. */
import * as z from 'zod';

const days = z.int().min(0).max(730);

export const thresholdsSchema = z.strictObject({
  deadlineAmberDays: days,
  slackAmberDays: days,
  /** The default is the time that the back plan allows for choosing a host. */
  candidateDays: days,
  rotationEndsBeforeReviewDays: days,
  /** Not earlier, since hosts have not answered by then. */
  rotationRedDays: days,
  /** Nine months. */
  appliedBeforeStartDays: days,
  letterRedDays: days,
  letterAmberDays: days,
  lettersWanted: z.int().min(0).max(4),
  writerSilentDays: days,
  documentRedDays: days,
  documentAmberDays: days,
  unreachedDueDays: days,
  silentDays: days,
  uncheckedDays: days,
  hostUsualDays: days,
  visaUsualDays: days,
  schoolUsualDays: days,
  outsideUsualDays: days,
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

export const DEFAULT_THRESHOLDS: Thresholds = {
  deadlineAmberDays: 7,
  slackAmberDays: 14,
  candidateDays: 21,
  rotationEndsBeforeReviewDays: 14,
  // Our choice: a host's answer takes ten weeks and a rotation four, so half a year leaves little slack.
  rotationRedDays: 180,
  appliedBeforeStartDays: 274,
  letterRedDays: 14,
  letterAmberDays: 42,
  lettersWanted: 3,
  writerSilentDays: 14,
  documentRedDays: 30,
  documentAmberDays: 90,
  unreachedDueDays: 30,
  silentDays: 30,
  uncheckedDays: 90,
  // The back plan's wait for a host's answer; the others are our estimates.
  hostUsualDays: 70,
  visaUsualDays: 60,
  schoolUsualDays: 21,
  outsideUsualDays: 42,
};

export const THRESHOLD_WORDS: Readonly<Record<keyof Thresholds, string>> = {
  deadlineAmberDays: 'D1: amber this many days before a hard deadline',
  slackAmberDays: 'D2: amber this many days before the latest safe date',
  candidateDays:
    'D1, D2, P1: amber for missed dates once a considered rotation has been on the list for this many days',
  rotationEndsBeforeReviewDays: 'R1: an IR rotation must end this many days before programs review',
  rotationRedDays: 'R1: red without one, starting this many days before programs review',
  appliedBeforeStartDays:
    'R1: amber without an application this many days before the planned start',
  letterRedDays: 'L1: red without a US IR letter this many days before programs review',
  letterAmberDays: 'L1: amber with too few letters requested this many days before programs review',
  lettersWanted: 'L1: letters that should be requested by then',
  writerSilentDays: 'L2: amber when a writer has not answered for this many days',
  documentRedDays: 'C1: red this many days before the start when a document expires too early',
  documentAmberDays: 'C1: amber this many days before the start',
  unreachedDueDays: 'U1: red when emails do not arrive and something is due within this many days',
  silentDays: 'U1: amber when there was no update for this many days and something is open',
  uncheckedDays: 'P1: amber when a host’s date was last checked this many days ago',
  hostUsualDays: 'X1: a host usually answers within this many days',
  visaUsualDays: 'X1: a visa office usually answers within this many days',
  schoolUsualDays: 'X1: a home school usually answers within this many days',
  outsideUsualDays: 'X1: an outside office such as Intealth usually answers within this many days',
};
