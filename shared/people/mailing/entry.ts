/** Entries of an applicant's calendar: season dates, deadlines, and rotations. */
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { dayShown, type Matter, type View } from '#shared/agenda/matter.ts';
import { capital } from '#shared/base/sentence.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { phraseDeadline } from '#shared/words/deadline-words.ts';
import { discreetTitle } from '#shared/words/discreet.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { certaintyWords, phraseSource } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant } from '../person/applicant.ts';
import { type PlanDate, phraseSeen, planDates } from './plan-dates.ts';

/** What its owner can do with the calendar address; the last two choose its titles. */
export const FEED_ACTS = ['renew', 'stop', 'discreet', 'full'] as const;
export type FeedAct = (typeof FEED_ACTS)[number];
type Titles = Extract<FeedAct, 'discreet' | 'full'>;

export interface CalendarEntry {
  /** Stays the same when the date changes; the UID derives from it. */
  readonly key: string;
  readonly title: string;
  readonly details: string;
  /** `until` is the day after the last one, for entries of several days. */
  readonly day: Day;
  readonly until?: Day;
  /** Only where a source states a clock time. */
  readonly at?: Instant;
}

/** Nothing that cannot be done: no step of a lost or refused rotation. `full` titles name visas and health papers, if the owner chose that. */
export function calendarEntries(
  applicant: Applicant,
  world: World,
  now: Instant,
  titles: Titles = 'discreet',
): CalendarEntry[] {
  const { profile, rotations } = applicant.facts;
  const at = agendaAt(applicant.facts, world, now);
  return [
    ...planDates(applicant.facts, world)
      .filter(({ key }) => key.startsWith('season/'))
      .map((date) => dateEntry(date, profile.zone)),
    ...at.matters
      .filter((matter) => isPossible(matter, at))
      .flatMap((matter) => matterEntry(matter, at.view, profile.zone, titles)),
    ...rotations.flatMap(rotationEntry),
  ];
}

function isPossible(matter: Matter, at: AgendaAt): boolean {
  const { name, need } = standingOf(at, matter);
  return name !== 'lost' && at.matters.every(({ id, kind }) => id !== need || kind !== 'conflict');
}

/** At its time where a source states one, otherwise all day. */
export function dateEntry(date: PlanDate, zone: string): CalendarEntry {
  return {
    key: date.key,
    title: titleOf(capital(date.label), date),
    details: `${phraseSeen(date, zone)}. Source: ${phraseSource(date)}.`,
    day: date.day,
    ...(date.timeEt && { at: instantAt(date.day, date.timeEt, EASTERN) }),
  };
}

export function occasionEntry(
  {
    rule,
    subject,
    words,
    discreet,
    deadline,
    startBy,
  }: Pick<Occasion, 'rule' | 'subject' | 'words' | 'discreet' | 'deadline' | 'startBy'>,
  zone: string,
): CalendarEntry {
  const certainty = certaintyWords(deadline.certainty, 'applicant');
  // The source of a visa's day would name the visa.
  const isNamed = discreet && deadline.certainty === 'estimated';
  const source = isNamed ? '' : ` Source: ${phraseSource(deadline)}.`;
  return {
    key: occasionKey(rule, subject),
    title: titleOf(`${startBy ? 'Start' : 'Due'}: ${discreet ?? words.title}`, deadline),
    details: `By ${phraseDeadline(deadline, zone)} (${certainty}).${source}`,
    day: startBy ?? deadline.day,
    ...(!startBy && deadline.hasClockTime && { at: deadline.at }),
  };
}

/** What is the person's to do and has a day; a question, a count, and what is done have none. */
function matterEntry(matter: Matter, view: View, zone: string, titles: Titles): CalendarEntry[] {
  const { rule, subject, kind, whose, due, done } = matter;
  const isDue = kind === 'step' || kind === 'paper' || kind === 'letter';
  const day = dayShown(matter);
  if (done || !isDue || whose !== 'applicant' || !day || !due) return [];
  const words = wordsOf(matter, view);
  const startBy = day < due.day ? { startBy: day } : {};
  const discreet = titles === 'full' ? undefined : discreetTitle(matter, view);
  return [
    occasionEntry(
      { rule, subject, words, deadline: due, ...startBy, ...(discreet && { discreet }) },
      zone,
    ),
  ];
}

export function occasionKey(rule: string, subject: string): string {
  return `due/${rule}/${subject}`;
}

function rotationEntry({ id, host, dates, stage, status, closed }: Rotation): CalendarEntry[] {
  if (!dates || (closed && closed.reason !== 'complete')) return [];
  return [
    {
      key: `rotation/${id}`,
      title: `Rotation at ${host.name}`,
      details: `${capital(statusWords(stage, status, 'applicant'))}. Dates entered by you.`,
      day: dates.start,
      until: plusDays(dates.end, 1),
    },
  ];
}

function titleOf(title: string, of: Pick<PlanDate, 'certainty'>): string {
  return of.certainty === 'estimated' ? `${title} (estimated)` : title;
}
