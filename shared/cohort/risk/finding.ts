/** What a risk rule finds of one person on one day: a sentence with its reason, owner, action and the data behind it. */

import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Risk } from '#shared/people/casework/codes.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isCandidate } from '#shared/plan/rotation/kind.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { Thresholds } from './thresholds.ts';
import type { Topic } from './topics.ts';

/** Who acts next. */
export type RiskOwner =
  | 'applicant'
  | 'writer'
  | 'advisor'
  | 'host'
  | 'home school'
  | 'visa office'
  | 'outside office';

export interface Finding extends Risk {
  /** The day on which it came to this level. */
  readonly since: Day;
  readonly rotationId?: string;
  /** What it is about: findings of one topic at one rotation have one cause. */
  readonly topic: Topic;
  readonly owner: RiskOwner;
  /** Written only where it is read: of ten thousand people a page tells fifty. */
  words(): FindingWords;
}

export interface FindingWords {
  /** What is so, with no stop at its end. */
  readonly reason: string;
  /** What to do, with no stop at its end. */
  readonly action: string;
  /** The dates and their sources that it follows from. */
  readonly data: readonly string[];
}

/** What a rule looks at: a person's row of the index, the season, and the day. */
export interface RiskView {
  readonly row: Summary;
  readonly season: Season;
  readonly thresholds: Thresholds;
  readonly now: Instant;
  /** In Eastern time, as rotations are counted. */
  readonly today: Day;
}

export function riskViewOf(
  row: Summary,
  season: Season,
  thresholds: Thresholds,
  now: Instant,
  today: Day = dayIn(EASTERN, now),
): RiskView {
  return { row, season, thresholds, now, today };
}

/** "No US IR letter, review date in 14 days: call, or line up the second writer." */
export function sentenceOf(finding: Pick<Finding, 'words'>): string {
  const { reason, action } = finding.words();
  return `${reason}: ${action}.`;
}

/**
 * The same for a step of a rotation. One that is only considered is amber at most: before its day from the day it was put
 * on the list, and for what had passed once there was time to choose.
 */
export function fairLevel(
  { today, thresholds }: RiskView,
  rotation: SummaryRotation | undefined,
  from: Parameters<typeof levelFrom>[1],
): ReturnType<typeof levelFrom> {
  const found = levelFrom(today, from);
  if (!found || !rotation || !isCandidate(rotation)) return found;
  const counted = found.level === 'red' ? thresholds.candidateDays : 0;
  const since = latest(found.since, plusDays(rotation.since, counted));
  return today >= since ? { level: 'amber', since } : undefined;
}

/** The level of something dated, or undefined before both days: each holds from its own day on. */
export function levelFrom(
  today: Day,
  from: { readonly red?: Day | undefined; readonly amber?: Day | undefined },
): Pick<Finding, 'level' | 'since'> | undefined {
  if (from.red && today >= from.red) return { level: 'red', since: from.red };
  if (from.amber && today >= from.amber) return { level: 'amber', since: from.amber };
  return undefined;
}
