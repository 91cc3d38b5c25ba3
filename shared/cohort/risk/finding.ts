/** What a risk rule finds about one person on one day: the reason, the owner, the action, and the data behind it. */

import type { StepId } from '#shared/agenda/back-plan/step-table.ts';
import { type Day, latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Risk } from '#shared/people/casework/codes.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import { isCandidate } from '#shared/plan/rotation/kind.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { Thresholds } from './thresholds.ts';

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
  /** When it reached this level. */
  readonly since: Day;
  readonly rotationId?: string;
  /** Findings with the same topic and rotation have one cause. */
  readonly topic: Topic;
  readonly owner: RiskOwner;
  /** Computed only when read: a page shows fifty of ten thousand people. */
  words(): FindingWords;
}

export interface FindingWords {
  /** Without a final period. */
  readonly reason: string;
  /** Without a final period. */
  readonly action: string;
  /** The dates behind it, with their sources. */
  readonly data: readonly string[];
}

export interface RiskView {
  readonly row: Summary;
  readonly season: Season;
  readonly thresholds: Thresholds;
  readonly now: Instant;
  /** In Eastern time. */
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

/** "No US IR letter, and programs review in 14 days: call, or arrange a second letter." */
export function sentenceOf(finding: Pick<Finding, 'words'>): string {
  const { reason, action } = finding.words();
  return `${reason}: ${action}.`;
}

/** `levelFrom`, but a rotation that is only considered is amber at most, and only once there was time to choose it. */
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

/** Each level applies from its day on; undefined before both. */
export function levelFrom(
  today: Day,
  from: { readonly red?: Day | undefined; readonly amber?: Day | undefined },
): Pick<Finding, 'level' | 'since'> | undefined {
  if (from.red && today >= from.red) return { level: 'red', since: from.red };
  if (from.amber && today >= from.amber) return { level: 'amber', since: from.amber };
  return undefined;
}

/** After Match Day, a season's rules no longer apply. */
export function seasonIsOver({ season, today }: RiskView): boolean {
  const match = season.dates['match-day'];
  return match !== undefined && today > match.day;
}

/** Deadlines that still matter: past ones do not for a rotation that is only considered. */
export function standingDues({ outlook, rotations }: Summary, today: Day): readonly OutlookDue[] {
  const due = outlook?.due ?? [];
  const candidates = rotations.filter(isCandidate);
  if (candidates.length === 0) return due;
  return due.filter(
    ({ day, rotationId }) => day >= today || !candidates.some(({ id }) => id === rotationId),
  );
}

/** What a finding is about: several rules about one matter give one finding. */
export type Topic =
  | 'application'
  | 'answer'
  | 'documents'
  | 'expiry'
  | 'visa'
  | 'travel'
  | 'letter'
  | 'ir-rotation'
  | 'reach'
  | 'overlap'
  | 'unchecked'
  | 'outside'
  /** A deadline that no other rule covers. */
  | `rule ${string}`;

const OF_RULE: Readonly<Record<string, Topic>> = {
  apply: 'application',
  accept: 'answer',
  G14: 'documents',
  G14b: 'documents',
  G13: 'visa',
  esta: 'visa',
  G10: 'letter',
  G15: 'letter',
  G16b: 'letter',
  G17: 'letter',
  G17b: 'letter',
  'letter-declined': 'letter',
  'call-writer': 'letter',
  'promised-too-late': 'letter',
};

const OF_STEP: Readonly<Record<StepId, Topic>> = {
  choose: 'application',
  affiliation: 'application',
  apply: 'application',
  answer: 'answer',
  documents: 'documents',
  'visa-appointment': 'visa',
  visa: 'visa',
  esta: 'visa',
  housing: 'travel',
  flight: 'travel',
};

export function topicOfRule(rule: string): Topic {
  return OF_RULE[rule] ?? `rule ${rule}`;
}

export function topicOfStep(step: StepId): Topic {
  return OF_STEP[step];
}
