/** From when a code is amber or red: the defaults of features.md section 3, which a cohort's lead may change. */
import * as z from 'zod';

const days = z.int().min(0).max(730);

export const thresholdsSchema = z.strictObject({
  /** D1: amber so many days before a hard date. */
  deadlineAmberDays: days,
  /** D2: amber with so many days of slack or fewer. */
  slackAmberDays: days,
  /** R1: an IR rotation counts when it ends so many days before programmes review. */
  rotationEndsBeforeReviewDays: days,
  /** R1: red from so many days before that day: earlier, hosts have not answered anybody. */
  rotationRedDays: days,
  /** R1: amber when nothing is applied for so many days before the intended start (nine months). */
  appliedBeforeStartDays: days,
  /** L1: red so many days before programmes review, without a letter from a US IR rotation. */
  letterRedDays: days,
  /** L1: amber so many days before it, with fewer letters asked for than `lettersWanted`. */
  letterAmberDays: days,
  lettersWanted: z.int().min(0).max(4),
  /** L2: amber when a writer has not answered for so many days. */
  writerSilentDays: days,
  /** C1: a paper that expires too early is red, and amber, so many days before the start. */
  documentRedDays: days,
  documentAmberDays: days,
  /** U1: red when nobody is reached and something is due within so many days. */
  unreachedDueDays: days,
  /** U1: amber when nothing was heard for so many days while something is open. */
  silentDays: days,
  /** P1: amber when a host's date was last checked so many days ago. */
  uncheckedDays: days,
  /** X1: blue when others take longer than they usually do. */
  hostUsualDays: days,
  visaUsualDays: days,
  schoolUsualDays: days,
  outsideUsualDays: days,
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

export const DEFAULT_THRESHOLDS: Thresholds = {
  deadlineAmberDays: 7,
  slackAmberDays: 14,
  rotationEndsBeforeReviewDays: 14,
  // Ours: a host's answer takes ten weeks and a rotation four, so half a year is the last time to win one calmly.
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
  // The back plan's own wait for a host's answer; the others are ours.
  hostUsualDays: 70,
  visaUsualDays: 60,
  schoolUsualDays: 21,
  outsideUsualDays: 42,
};
