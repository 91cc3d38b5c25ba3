/** The dates that one plan depends on: the season's, and those that follow from the hosts' lead times. */
import { statedDay } from '#shared/agenda/matters/host-days.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { type ClockTime, EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { phraseDay, phraseInstant, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { certaintyWords, type Provenance, phraseSource } from '#shared/world/provenance.ts';
import { SEASON_EVENT_NAMES, SEASON_EVENTS } from '#shared/world/season/events.ts';
import type { World } from '#shared/world/world.ts';
import type { SeenDate } from '../person/person.ts';

export interface PlanDate extends Provenance {
  /** `season/2028/match-day`, `host/<rotation>/<first day>/leadDays`: a new key when the applicant changes the rotation. */
  readonly key: string;
  /** "Match Day" */
  readonly label: string;
  readonly rotationId?: string;
  readonly day: Day;
  /** Eastern time; only where a source states it. */
  readonly timeEt?: ClockTime;
}

/** Soonest first, without dates that the applicant entered: only they can change those. */
export function planDates({ profile, rotations }: Facts, world: World): PlanDate[] {
  const { season, dates } = world.season(profile.matchYear);
  const ofSeason = Object.values(dates).map(
    ({ event, note: _, ...date }): PlanDate => ({
      ...date,
      key: `season/${season}/${event}`,
      label: SEASON_EVENTS[event].label,
    }),
  );
  const ofHosts = rotations.flatMap((rotation) => hostDates(rotation, world));
  return [...ofSeason, ...ofHosts].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The label of a date that is no longer known; only season dates disappear. */
export function labelOfKey(key: string): string {
  const event = SEASON_EVENT_NAMES.find((name) => key.endsWith(`/${name}`));
  return event ? SEASON_EVENTS[event].label : 'a date of your plan';
}

function hostDates(rotation: Rotation, world: World): PlanDate[] {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  if (!host) return [];
  switch (rotation.stage) {
    case 'identify':
      // A deadline that the applicant entered overrides the host's page.
      return rotation.windowClosesOn ? [] : hostDate(rotation, host, 'deadline');
    case 'documents':
      return hostDate(rotation, host, 'documents');
    default:
      return [];
  }
}

/** People's items hold the key's last part; the label is before the host's name. */
const HOST_DATES = {
  deadline: { key: 'leadDays', label: 'last day to apply for the rotation at' },
  documents: { key: 'documentsLeadDays', label: 'last day for the documents of the rotation at' },
} as const;

function hostDate(
  { id, host: { name }, dates }: Rotation,
  host: Institution,
  cell: keyof typeof HOST_DATES,
): PlanDate[] {
  const stated = dates && statedDay(host, cell, dates).rule;
  if (!stated) return [];
  const { day, source, certainty, checkedOn } = stated;
  const { key, label } = HOST_DATES[cell];
  return [
    {
      source,
      certainty,
      ...(checkedOn && { checkedOn }),
      key: `host/${id}/${dates.start}/${key}`,
      label: `${label} ${name}`,
      day,
      rotationId: id,
    },
  ];
}

/** `Fri, Mar 24, 2028 (official)`, with both clocks where a time is stated. */
export function phraseSeen({ day, timeEt, certainty }: SeenDate, zone: string): string {
  const when = timeEt ? phraseInstant(instantAt(day, timeEt, EASTERN), zone) : phraseDay(day);
  return `${when} (${certaintyWords(certainty, 'applicant')})`;
}

/** `Match Day: was Fri, Mar 17, 2028 (estimated), now Fri, Mar 24, 2028 (official). Source: …` */
export function movedLine(
  label: string,
  was: SeenDate,
  is: PlanDate | undefined,
  zone: string,
): string {
  const head = `${capital(label)}: was ${phraseSeen(was, zone)}`;
  if (!is) return `${head}; no date is published now.`;
  return `${head}, now ${phraseSeen(is, zone)}. Source: ${phraseSource(is)}.`;
}

/** A subject: `Date changed: Match Day, now Fri, Mar 24`. */
export function movedSubject(label: string, is: PlanDate | undefined): string {
  if (!is) return `Date withdrawn: ${label}`;
  const estimated = is.certainty === 'estimated' ? ', estimated' : '';
  return `Date changed: ${label}, now ${phraseShortDay(is.day)}${estimated}`;
}
