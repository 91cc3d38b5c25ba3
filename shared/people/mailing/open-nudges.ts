/** What can be said now about a person's open occasions: from when it may join an email, and when it is sent by itself. */
import { openRungs, type Rung } from '#shared/agenda/ladder.ts';
import { plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  HOUR_MS,
  type Instant,
  latestOf,
  plusMs,
  soonest,
  startOfDay,
} from '#shared/base/time/instant.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import type { Applicant, HistoryEntry } from '../person/applicant.ts';
import { keyOfNudge, keysSaid } from '../person/email-record.ts';
import type { Event } from '../person/event.ts';
import { remindersOf } from './gate.ts';

export interface Nudge {
  /** (rule, subject, deadline, rung): sent once, and again only when the deadline changes. */
  readonly key: string;
  readonly rung: string;
  readonly occasion: Occasion;
}

export interface TimedOccasion {
  readonly occasion: Occasion;
  readonly rungs: readonly Rung[];
  /** The first morning it may be mentioned, if it opens later or was put off. */
  readonly begins?: Instant;
}

interface Span {
  readonly from: Instant;
  readonly by: Instant;
  /** The same of what no cap suppresses; absent where a cap may hold all of it. */
  readonly firmBy?: Instant;
}

interface OpenNudge extends Span {
  readonly nudge: Nudge;
}

/** No matter is named twice within three days, except what no cap suppresses. */
const NAMED_DAYS = 3;

export function openNudges(
  applicant: Applicant,
  timed: readonly TimedOccasion[],
  now: Instant,
): OpenNudge[] {
  const { emails, olderKeys, facts } = applicant;
  const said = new Set([...keysSaid(emails), ...olderKeys]);
  const named = namedAt(applicant);
  return timed.flatMap(({ occasion, rungs }): OpenNudge[] => {
    const { rule, subject, deadline } = occasion;
    const keyOf = ({ name }: Rung) => keyOfNudge(rule, subject, deadline.day, name);
    const open = openRungs(rungs, (rung) => said.has(keyOf(rung)), now).filter(
      (rung) =>
        !(rung.isFirm ? isEntered(applicant, subject, rung) : isSkipped(applicant, subject, rung)),
    );
    const newest = open.at(-1);
    if (!newest) return [];
    const { zone } = facts.profile;
    const last = named.get(aboutOf(rule, subject));
    const free = last && startOfDay(plusDays(dayIn(zone, last), NAMED_DAYS), zone);
    const nudge = { key: keyOf(newest), rung: newest.name, occasion };
    return [{ nudge, ...open.map((rung) => heldTo(rung, free)).reduce(soonestOf) }];
  });
}

/** A firm rung waits for the other email's days to pass only as long as it may wait anyway. */
function heldTo({ at, by, isFirm }: Rung, free = at): Span {
  const from = latestOf(at, free);
  return isFirm ? { from: soonest(from, by), by, firmBy: by } : { from, by: latestOf(by, free) };
}

function soonestOf(one: Span, other: Span): Span {
  const [firm, ...others] = [one.firmBy, other.firmBy].filter((by) => by !== undefined);
  return {
    from: soonest(one.from, other.from),
    by: soonest(one.by, other.by),
    ...(firm && { firmBy: soonest(firm, ...others) }),
  };
}

/** When each matter was last named, by rule and subject. */
function namedAt({ emails, history }: Applicant): Map<string, Instant> {
  const reminded = remindersOf(emails).flatMap(({ keys, claimedAt }) =>
    keys.map((key): [string, Instant] => {
      const [rule = '', subject = ''] = key.split('|');
      return [aboutOf(rule, subject), claimedAt];
    }),
  );
  const named = [...history.flatMap(namedByAnswer), ...reminded];
  return new Map(named.toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b))));
}

/** The email that reports a writer's answer says what follows from it. */
function namedByAnswer({ by, event, at }: HistoryEntry): [string, Instant][] {
  if (by !== 'writer' || !('letterId' in event)) return [];
  const rule = FOLLOWS[event.type];
  const subject = `${event.rotationId}/${rule === 'G15' ? 'letter' : event.letterId}`;
  return rule ? [[aboutOf(rule, subject), at]] : [];
}

const FOLLOWS: Readonly<Record<string, string>> = {
  'letter-uploaded': 'assign-letter',
  'letter-promised': 'promised-too-late',
  'letter-declined': 'G15',
};

function aboutOf(rule: string, subject: string): string {
  return `${rule}|${subject}`;
}

const ACTED_MS = 48 * HOUR_MS;

/** True for the first words about an offer that the applicant entered: the page has just shown its end. */
function isEntered({ history }: Applicant, subject: string, { name, at: morning }: Rung): boolean {
  return (
    (name === 'opens' || name === '7') &&
    history.some(
      ({ by, at, event }) =>
        by === 'applicant' &&
        event.type === 'offered' &&
        event.rotationId === subject &&
        at > plusMs(morning, -ACTED_MS),
    )
  );
}

/** Acted on after the rung or within 48 hours before it. News, such as an offer or a rejected document, skips only the current rung. */
function isSkipped(applicant: Applicant, subject: string, rung: Rung): boolean {
  return applicant.history.some(({ by, at, event }) => {
    if (
      by !== 'applicant' ||
      event.type === 'time-passed' ||
      !subjectsOf(event).includes(subject)
    ) {
      return false;
    }
    return at > (isNews(event) ? rung.at : plusMs(rung.at, -ACTED_MS));
  });
}

function isNews(event: Event): boolean {
  return (
    event.type === 'offered' ||
    (event.type === 'document-updated' && event.status === 'not-accepted')
  );
}

function subjectsOf(event: Event): readonly (string | undefined)[] {
  return event.type === 'document-updated'
    ? [event.kind, ...(event.also ?? [])].map((kind) => `${event.rotationId}/${kind}`)
    : [subjectOf(event)];
}

/** What an event is about, written like an occasion's subject. */
function subjectOf(event: Exclude<Event, { type: 'document-updated' }>): string | undefined {
  switch (event.type) {
    case 'letter-asked':
      return `${event.rotationId}/letter`;
    case 'letter-contact':
    case 'letter-agreed':
    case 'letter-requested':
    case 'letter-uploaded':
    case 'letter-assigned':
    case 'letter-declined':
    case 'letter-corrected':
      return `${event.rotationId}/${event.letterId}`;
    case 'mentor-named':
    case 'talk-held':
      return `${event.rotationId}/mentor`;
    case 'task-done':
      return `${event.rotationId}/task-${event.task}`;
    case 'own-task-done':
      return `${event.rotationId}/own-${event.task}`;
    // Keeping a log is not an act on what is due, and neither is a report of what took place.
    case 'took-place':
    case 'cases-counted':
    case 'task-given':
    case 'own-task-set':
    case 'note-kept':
    case 'tier-set':
    case 'host-described':
      return undefined;
    default:
      return 'rotationId' in event ? event.rotationId : undefined;
  }
}
