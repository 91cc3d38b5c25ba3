/** An occasion: one open thing that one person should do, by when, and why. Rules make them; ladders time them. */

import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { endOf } from '#shared/plan/rotation/moments.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { SEASON_EVENTS } from '#shared/world/season/events.ts';
import type { Season, SeasonDate } from '#shared/world/season/season.ts';
import { instantOfSeasonDate } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';

/** What a rule may look at. Not the clock: time enters only through the ladder, so a plan never changes unseen. */
export interface View {
  readonly facts: Facts;
  readonly season: Season;
  readonly world: World;
}

/** What a rule may see of a person: facts, world and their season, and no clock. */
export function viewOf(facts: Facts, world: World): View {
  return { facts, world, season: world.season(facts.profile.matchYear) };
}

/** What to do and why, as it is true now. */
export function wordsNow(
  { words, deadline }: Occasion,
  now: Instant,
): { readonly next: string; readonly why: string } {
  return now >= deadline.at && words.late ? words.late : words;
}

/** A date and where it comes from. */
export interface Deadline {
  readonly day: Day;
  /** The moment it is over. */
  readonly at: Instant;
  /** True when a source states the clock time, so that it may be shown. */
  readonly hasClockTime: boolean;
  readonly certainty: Certainty;
  readonly source: string;
  readonly checkedOn?: Day;
}

/** A hard date that has passed: the ladder goes on to the advisor. */
export function isMissed({ ladder, deadline }: Occasion, now: Instant): boolean {
  return ladder === 'hard' && now >= deadline.at;
}

export interface OccasionWords {
  /** The thing to do, as an email's subject names it: "TB test for the Yale IR rotation". */
  readonly title: string;
  /** One sentence: what to do. */
  readonly next: string;
  /** One sentence: why now, or what is lost. */
  readonly why: string;
  /** What the button states once it is done. */
  readonly button: string;
  /** What to do and why once the day has passed, where that is something else. */
  readonly late?: { readonly next: string; readonly why: string };
}

export interface Occasion {
  readonly rule: string;
  /** `plan`, a rotation's id, or `<rotation>/<document kind or letter id>`. */
  readonly subject: string;
  readonly rotationId?: string;
  /** A moment that passes: of a rotation under way, or a writer's answer. Its first word does not wait for its week. */
  readonly isMoment?: true;
  readonly ladder: 'hard' | 'window' | 'prompt' | 'last-call';
  /** First day on which it can be done; a ladder starts no earlier. */
  readonly opens?: Day;
  readonly deadline: Deadline;
  readonly words: OccasionWords;
  /** The event that the form offers first. */
  readonly event?: RotationEventType | 'eras-submitted';
}

/** The form that answers it: `applied`; a document's or a letter's own, `document-updated.tb`; undefined for none. */
export function formOf({ event, subject, rotationId }: Occasion): string | undefined {
  if (event === 'eras-submitted') return event;
  if (!event || !rotationId) return undefined;
  const part = subject.slice(`${rotationId}/`.length);
  const isOfPart = event === 'document-updated' || /^letter-(requested|assigned)$/.test(event);
  if (!isOfPart) return event;
  // All documents together have no form: the page opens at its checklist.
  return part && part !== 'documents' ? `${event}.${part}` : undefined;
}

/** A day that ends where rotations happen, with its provenance. */
export function dayDeadline(
  day: Day,
  of: Pick<Deadline, 'certainty' | 'source'> & { checkedOn?: Day },
): Deadline {
  return { day, at: endOf(day), hasClockTime: false, ...of };
}

/** A day computed from a season's date: as certain as that date is. */
export function seasonDayDeadline(day: Day, from: SeasonDate, how: string): Deadline {
  return dayDeadline(day, {
    certainty: from.certainty,
    source: `${how}; ${from.source}`,
    ...(from.checkedOn && { checkedOn: from.checkedOn }),
  });
}

/**
 * A season's date as a deadline. What opens at a stated time must be met by then; what opens on a day without one must be
 * met the day before; what closes, until it is over.
 */
export function seasonDeadline(date: SeasonDate): Deadline {
  const { certainty, source, checkedOn } = date;
  const { kind, label } = SEASON_EVENTS[date.event];
  if (kind === 'opens' && !date.timeEt) {
    return dayDeadline(plusDays(date.day, -1), {
      certainty,
      source: `the day before ${label} on ${phraseDay(date.day)}; ${source}`,
      ...(checkedOn && { checkedOn }),
    });
  }
  return {
    day: date.day,
    at: instantOfSeasonDate(date),
    hasClockTime: date.timeEt !== undefined,
    certainty,
    source,
    ...(checkedOn && { checkedOn }),
  };
}
