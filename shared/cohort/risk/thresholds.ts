/** From when a code is amber or red: defaults of ours, which a cohort's lead may change. */
import * as z from 'zod';

const days = z.int().min(0).max(730);

export const thresholdsSchema = z.strictObject({
  /** D1: amber so many days before a hard date. */
  deadlineAmberDays: days,
  /** D2: amber with so many days of slack or fewer. */
  slackAmberDays: days,
  /**
   * D1, D2, P1: what had passed for a rotation that is only considered is told, in amber, once it has been on the list
   * for so many days. The default is what the back plan gives to choosing a host.
   */
  candidateDays: days,
  /** R1: an IR rotation counts when it ends so many days before programs review. */
  rotationEndsBeforeReviewDays: days,
  /** R1: red from so many days before that day: earlier, hosts have not answered anybody. */
  rotationRedDays: days,
  /** R1: amber when nothing is applied for so many days before the intended start (nine months). */
  appliedBeforeStartDays: days,
  /** L1: red so many days before programs review, without a letter from a US IR rotation. */
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
  candidateDays: 21,
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

/** As the form and the report name each. */
export const THRESHOLD_WORDS: Readonly<Record<keyof Thresholds, string>> = {
  deadlineAmberDays: 'D1: amber so many days before a hard date',
  slackAmberDays: 'D2: amber with so many days to the latest safe day, or fewer',
  candidateDays:
    'D1, D2, P1: amber for what had passed when a rotation only considered is on the list for so many days',
  rotationEndsBeforeReviewDays: 'R1: an IR rotation must end so many days before programs review',
  rotationRedDays: 'R1: red without one from so many days before programs review',
  appliedBeforeStartDays: 'R1: amber with nothing applied for so many days before the start wanted',
  letterRedDays: 'L1: red without a letter from US IR so many days before programs review',
  letterAmberDays: 'L1: amber so many days before programs review with too few letters asked for',
  lettersWanted: 'L1: letters that should be asked for by then',
  writerSilentDays: 'L2: amber when a writer has not answered for so many days',
  documentRedDays: 'C1: red when a paper expires too early, so many days before the start',
  documentAmberDays: 'C1: amber, so many days before the start',
  unreachedDueDays: 'U1: red when no email arrives and something is due in so many days',
  silentDays: 'U1: amber when nothing was heard for so many days and something is open',
  uncheckedDays: 'P1: amber when a host’s date was checked so many days ago',
  hostUsualDays: 'X1: a host usually answers within so many days',
  visaUsualDays: 'X1: a visa office usually answers within so many days',
  schoolUsualDays: 'X1: a home school usually answers within so many days',
  outsideUsualDays: 'X1: an outside office such as Intealth usually answers within so many days',
};
