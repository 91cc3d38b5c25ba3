/** How a made-up person's past is told: updates, each so many days before the demo begins. */

import type { Day } from '#shared/base/time/day.ts';
import type { Event } from '#shared/people/person/event.ts';
import { checklistFor } from '#shared/plan/documents/checklist.ts';
import type { RotationEvent } from '#shared/plan/facts/events.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { RotationDates, RotationPlan } from '#shared/plan/facts/rotation.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import { institutionById } from '#shared/world/programs/directory.ts';

/** The day the demo begins, and what the stories hang on it. */
export interface DemoStart {
  /** A day so many days from the start; negative before it. */
  day(offsetDays: number): Day;
  /** The next Match whose ERAS submission is at least half a year ahead. */
  readonly nextMatch: number;
  /** The Match whose ERAS is open, or was last. */
  readonly presentMatch: number;
}

export interface Told {
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
  /** Mail to them comes back from the day the demo begins. */
  readonly bounces?: true;
  readonly story: readonly Told[];
}

/** A person of the cast, for any day the demo may begin on. */
export type Character = (start: DemoStart) => DemoPerson;

/** A hands-on IR rotation in the US, at a host of the directory. */
export function atHost(
  institutionId: string,
  dates: RotationDates,
  other: Partial<RotationPlan> = {},
): RotationPlan {
  const host = institutionById(institutionId);
  if (!host)
    throw new Error(`The demo speaks of ${institutionId}, which the directory does not hold.`);
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

/** Four weeks, first and last day counted, beginning so many days from the start. */
export function fourWeeks({ day }: DemoStart, firstOffsetDays: number): RotationDates {
  return { start: day(firstOffsetDays), end: day(firstOffsetDays + 27) };
}

/** A rotation that was put on the list. */
export function added(daysAgo: number, id: string, rotation: RotationPlan): Told {
  return { daysAgo, id, event: { type: 'rotation-added', rotation } };
}

/** Something that was reported some days ago. */
export function told(daysAgo: number, event: RotationEvent, id?: string): Told {
  return { daysAgo, event, ...(id && { id }) };
}

/** Chosen, applied for and offered, a week apart, and accepted a week after that. */
export function acceptedAfter(daysAgo: number, rotationId: string, dates: RotationDates): Told[] {
  return [
    told(daysAgo, { type: 'chosen', rotationId, dates }),
    told(daysAgo - 7, { type: 'applied', rotationId }),
    told(daysAgo - 14, { type: 'offered', rotationId }),
    told(daysAgo - 21, { type: 'accepted', rotationId }),
  ];
}

/** Everything on the checklist of a rotation in the US, cleared. */
export function allCleared(
  daysAgo: number,
  institutionId: string,
  rotationId: string,
  dates: RotationDates,
): Told[] {
  const host = institutionById(institutionId);
  const checklist = checklistFor({ country: 'US', dates }, host, {});
  return cleared(
    daysAgo,
    rotationId,
    checklist.map(({ kind }) => kind),
  );
}

/** Documents the host has cleared. */
export function cleared(
  daysAgo: number,
  rotationId: string,
  kinds: readonly DocumentKind[],
): Told[] {
  return kinds.map((kind) =>
    told(daysAgo, { type: 'document-updated', rotationId, kind, status: 'cleared' }),
  );
}
