/** What is further ahead: after two months of silence, to someone who answered one of the last three emails, never with nothing to say. */
import type { PlanState } from '#shared/agenda/state.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import type { Applicant } from '../person/applicant.ts';
import { keyOfNudge } from '../person/email-record.ts';
import { remindersOf } from './gate.ts';

export interface Overview {
  readonly key: string;
  /** Open and not due, in the order of the plan's state. */
  readonly ahead: readonly Occasion[];
  /** Hard deadlines that have passed and are still open, in the same order. */
  readonly missed: readonly Occasion[];
  /** Advised days that have passed, of what is still worth doing. */
  readonly late?: readonly Occasion[];
  /** A rotation that is lost, of several the first. */
  readonly lost?: Occasion;
  readonly state: PlanState;
}

const RULE = 'overview';
const SILENT_DAYS = 60;
const LAST_EMAILS = 3;
/** When it becomes due, like every rung; it is sent with the digest. */
const MORNING = '08:00';

/** When silence has lasted long enough; undefined for someone who got no reminder yet, or answered none of the last. */
export function overviewAt({ facts, emails, history }: Applicant): Instant | undefined {
  const last = remindersOf(emails).slice(-LAST_EMAILS);
  const [first] = last;
  const latest = last.at(-1);
  const isAnswered = history.some(
    ({ by, at, event }) =>
      by === 'applicant' && event.type !== 'time-passed' && first && at > first.claimedAt,
  );
  if (!latest || !isAnswered) return undefined;
  const { zone } = facts.profile;
  return instantAt(plusDays(dayIn(zone, latest.claimedAt), SILENT_DAYS), MORNING, zone);
}

export function overviewKey(today: Day): string {
  return keyOfNudge(RULE, 'plan', today, 'quiet');
}

export function isOverviewKey(key: string): boolean {
  return key.startsWith(`${RULE}|`);
}
