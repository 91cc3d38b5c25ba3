/** The past of an invented person: updates, each a number of days before the demo starts. */
import { type Day, partsOf, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { checklistFor } from '#shared/plan/documents/checklist.ts';
import type { RotationEvent } from '#shared/plan/facts/events.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { RotationDates, RotationPlan } from '#shared/plan/facts/rotation.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import { institutionById } from '#shared/world/programs/directory.ts';
import { seasonOf } from '#shared/world/season/season.ts';

const MONTHS_TO_SUBMISSION_MIN = 6;

export interface DemoStart {
  /** A day before (negative) or after the start. */
  day(offsetDays: number): Day;
  /** The next Match whose ERAS submission is at least half a year ahead. */
  readonly nextMatch: number;
  /** The Match whose ERAS is open, or was last. */
  readonly presentMatch: number;
}

export interface PastUpdate {
  readonly daysAgo: number;
  readonly event: Event;
  /** The update's id, which becomes the id of the rotation or letter it creates. */
  readonly id?: string;
}

export interface DemoPerson {
  readonly id: string;
  /** One line for the home page. */
  readonly situation: string;
  readonly profile: Profile;
  /** Email to them bounces from the start of the demo. */
  readonly bounces?: true;
  readonly story: readonly PastUpdate[];
}

/** A person of the cast, for any day the demo may start. */
export type Character = (start: DemoStart) => DemoPerson;

export function demoStart(at: Instant): DemoStart {
  const today = dayIn(EASTERN, at);
  const { year } = partsOf(today);
  // ERAS opens in the year before its Match.
  const years = [year, year + 1, year + 2];
  const aheadFrom = plusMonths(today, MONTHS_TO_SUBMISSION_MIN);
  const isAhead = (match: number) => dayOfEvent(match, 'eras-submit-opens') >= aheadFrom;
  const hasOpened = (match: number) => dayOfEvent(match, 'eras-opens') <= today;
  return {
    day: (offsetDays) => plusDays(today, offsetDays),
    nextMatch: years.find(isAhead) ?? year + 2,
    presentMatch: years.findLast(hasOpened) ?? year,
  };
}

function dayOfEvent(match: number, event: 'eras-opens' | 'eras-submit-opens') {
  const date = seasonOf(match).dates[event];
  if (!date) throw new Error(`The season of Match ${match} has no ${event}.`);
  return date.day;
}

/** Enrolled and applying to integrated IR, unless `other` differs. */
export function student(
  name: string,
  address: string,
  zone: string,
  matchYear: number,
  other: Partial<Profile> = {},
): Profile {
  return {
    name,
    address,
    zone,
    matchYear,
    enrollment: 'enrolled',
    pathway: 'integrated-ir',
    ...other,
  };
}

/** A hands-on IR rotation in the US, at a host of the directory. */
export function atHost(
  institutionId: string,
  dates: RotationDates,
  other: Partial<RotationPlan> = {},
): RotationPlan {
  const host = institutionById(institutionId);
  if (!host) throw new Error(`The directory has no ${institutionId}, which the demo names.`);
  return {
    host: { name: host.name, institutionId },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    dates,
    ...other,
  };
}

/** Four weeks, including both the first and the last day. */
export function fourWeeks({ day }: DemoStart, firstOffsetDays: number): RotationDates {
  return { start: day(firstOffsetDays), end: day(firstOffsetDays + 27) };
}

export function added(daysAgo: number, id: string, rotation: RotationPlan): PastUpdate {
  return { daysAgo, id, event: { type: 'rotation-added', rotation } };
}

export function reported(daysAgo: number, event: RotationEvent, id?: string): PastUpdate {
  return { daysAgo, event, ...(id && { id }) };
}

/** The letter's id is the update's own. */
export function asked(
  daysAgo: number,
  rotationId: string,
  letterId: string,
  writer: Letter['writer'],
): PastUpdate {
  return reported(daysAgo, { type: 'letter-asked', rotationId, writer }, letterId);
}

/** Chosen, applied for, offered, and accepted, each a week after the last. */
export function acceptedAfter(
  daysAgo: number,
  rotationId: string,
  dates: RotationDates,
): PastUpdate[] {
  return [
    reported(daysAgo, { type: 'chosen', rotationId, dates }),
    reported(daysAgo - 7, { type: 'applied', rotationId }),
    reported(daysAgo - 14, { type: 'offered', rotationId }),
    reported(daysAgo - 21, { type: 'accepted', rotationId }),
  ];
}

/** The whole checklist of a rotation in the US, cleared: the rotation has its institution's id. */
export function allCleared(daysAgo: number, id: string, dates: RotationDates): PastUpdate[] {
  const stay = { country: 'US', mode: 'hands-on', dates } as const;
  const kinds = checklistFor(stay, institutionById(id), {}).map(({ kind }) => kind);
  return cleared(daysAgo, id, kinds);
}

export function cleared(
  daysAgo: number,
  rotationId: string,
  kinds: readonly DocumentKind[],
): PastUpdate[] {
  return kinds.map((kind) =>
    reported(daysAgo, { type: 'document-updated', rotationId, kind, status: 'cleared' }),
  );
}
