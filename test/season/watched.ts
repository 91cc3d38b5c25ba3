/** One person as the oracle sees them: what is open, what is live, and what has left. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, type Instant, msBetween, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nextTimeMove, passTime } from '#shared/plan/moves/pass-time.ts';
import { type Occasion, occasionsOf } from '#shared/words/occasions.ts';
import type { World } from '#shared/world/world.ts';
import { type Bound, boundOf } from './bound.ts';
import {
  hasActed,
  hasEntered,
  mayBeNamedAgain,
  morningAfter,
  silenceIsOver,
  type Window,
  windowsOf,
} from './due.ts';
import type { FaultKind } from './faults.ts';
import { countAllowed, lossName } from './ruled-out.ts';
import { type Wishes, wishesOf } from './wishes.ts';

/** A nudge that may leave from one morning on, and by itself on another. */
export interface Live {
  readonly key: string;
  /** Absent for the overview. */
  readonly occasion?: Occasion;
  /** Until when it is spoken of. */
  readonly until: Instant;
  readonly from: Instant;
  readonly by: Instant;
  /** The same of what no cap holds back; absent where a cap may hold all of it. */
  readonly firmBy?: Instant;
  readonly since: Instant;
}

export interface Sent {
  readonly n: number;
  readonly at: Instant;
  /** It came back: its day is used, and not its week. */
  readonly isBack?: true;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly at: Instant;
}

export interface Watched {
  item: Applicant;
  facts: Facts;
  wishes: Wishes;
  moveAt: Instant | undefined;
  open: { occasion: Occasion; windows: Window[] }[];
  live: Map<string, Live>;
  /** The next moment at which `live` can change by itself. */
  changesAt: Instant;
  seenAt: Instant;
  /** What left, and the number of the email it last left in. */
  readonly gone: Map<string, number>;
  /** The numbers of the emails of which an event was heard. */
  readonly proved: Set<number>;
  /** What an email must answer, since when: ids of causes, and a date that moved. */
  readonly causes: Map<string, Instant>;
  /** A date moved, and no email has said so yet. */
  mayTell: boolean;
  digests: Sent[];
  urgents: Sent[];
  readonly emailsOf: Map<Day, number>;
  /** What each email named, by its number. */
  readonly named: Map<number, readonly string[]>;
  /** How often each gate was open again after an email had said that it is closed. */
  readonly allowed: Map<string, number>;
  readonly bound: Bound;
  faults: Fault[];
}

const NEVER: Instant = '2100-01-01T00:00:00.000Z';

export function watch(item: Applicant, at: Instant): Watched {
  return {
    item,
    facts: item.facts,
    wishes: wishesOf(item.facts),
    moveAt: undefined,
    open: [],
    live: new Map(),
    changesAt: at,
    seenAt: at,
    gone: new Map(),
    proved: new Set(),
    causes: new Map(),
    mayTell: false,
    digests: [],
    urgents: [],
    emailsOf: new Map(),
    named: new Map(),
    allowed: new Map(),
    bound: boundOf(),
    faults: [],
  };
}

/** Works out again what is open and live at a moment. */
export function refresh(person: Watched, at: Instant, world: World): void {
  const { item } = person;
  person.facts = passTime(item.facts, at, world).facts;
  person.wishes = wishesOf(person.facts);
  person.moveAt = nextTimeMove(person.facts, world)?.at;
  const agenda = agendaAt(person.facts, world, at);
  countAllowed(person, agenda.matters);
  person.open = occasionsOf(agenda).map((occasion) => ({
    occasion,
    windows: windowsOf(occasion, person.wishes).map((window) => ({
      ...window,
      rung: lossName(person, occasion, window.rung),
    })),
  }));
  const before = person.live;
  person.live = new Map();
  // What a commit made live after this hour's sweep is the next sweep's.
  const sinceOf = (key: string, from: Instant) =>
    before.get(key)?.since ?? (from > person.seenAt ? from : plusMs(at, 1));
  const isNotified = isReachable(person) && !isSeasonOver(person, at, world);
  const wanted = isNotified ? wantedOf(person) : [];
  const named = namedAt(person);
  const owed: [key: string, window: Window][] = [];
  for (const { occasion, windows } of wanted) {
    const current = windows.filter(
      (window) =>
        window.from <= at &&
        at < window.until &&
        !(window.isFirm ? hasEntered : hasActed)(item.history, occasion.subject, window),
    );
    owed.push(...current.map((each): [string, Window] => [keyOf(occasion, each.rung), each]));
    const reported = windows.findLastIndex(({ rung }) => person.gone.has(keyOf(occasion, rung)));
    const open = current.filter((window) => windows.indexOf(window) > reported);
    const newest = open.at(-1);
    if (!newest) continue;
    const key = keyOf(occasion, newest.rung);
    const held = heldTo(open, named.get(aboutOf(key)), person.wishes);
    const known = before.get(key);
    // A day that came nearer by what was entered is owed from then.
    const isSooner = known !== undefined && held.by < known.by;
    const since = isSooner ? plusMs(at, 1) : sinceOf(key, newest.from);
    person.live.set(key, { key, occasion, until: newest.until, since, ...held });
  }
  person.bound.see(owed, at, person.wishes.zone);
  const overview = isNotified ? overviewOwed(person, at, world) : undefined;
  if (overview) {
    const known = before.get(OVERVIEW)?.since;
    const began = sinceOf(OVERVIEW, overview);
    // Where there is something to say only later, nobody is visited for it before a week is over.
    const isLater = msBetween(overview, began) > DAY_MS / 2;
    const since = known ?? (isLater ? plusMs(began, 7 * DAY_MS) : began);
    person.live.set(OVERVIEW, { key: OVERVIEW, until: NEVER, from: overview, by: overview, since });
  }
  const changes = person.open.flatMap(({ windows }) =>
    windows.flatMap(({ from, until }) => [from, until]),
  );
  const standingChanges = changesAt(agenda, at) ?? NEVER;
  person.changesAt = [
    ...changes,
    standingChanges,
    morningAfter(person.wishes.zone, at),
    person.moveAt ?? NEVER,
  ]
    .filter((change) => change > at)
    .reduce((least, change) => (change < least ? change : least), NEVER);
  person.seenAt = at;
}

/** A month after Match Day nothing more is said about the season. */
function isSeasonOver({ facts, wishes }: Watched, at: Instant, world: World): boolean {
  const matchDay = world.season(facts.profile.matchYear).dates['match-day']?.day;
  return matchDay !== undefined && plusDays(matchDay, SEASON_OVER_DAYS) < dayIn(wishes.zone, at);
}

const SEASON_OVER_DAYS = 30;

/** The one key of every overview; what left has its day behind it. */
export const OVERVIEW = 'overview';

/** From when it is owed: two months after the last email, to someone who answered one of three, with something to say. */
function overviewOwed(person: Watched, at: Instant, world: World): Instant | undefined {
  const { wishes, facts, item } = person;
  const today = dayIn(wishes.zone, at);
  const matchDay = world.season(facts.profile.matchYear).dates['match-day']?.day;
  if (!wishes.wantsOverview || (matchDay && matchDay < today)) return undefined;
  const three = emailsRead(person).slice(-3);
  const last = three.at(-1);
  const isAnswered = item.history.some(
    ({ by, at: acted, event }) =>
      by === 'applicant' && event.type !== 'time-passed' && three[0] && acted > three[0].at,
  );
  if (!last || !isAnswered || silenceIsOver(wishes, last.at) > at) return undefined;
  const isToSay = wantedOf(person).some(
    ({ occasion, windows: [first] }) =>
      (isFree(occasion, wishes) || (first !== undefined && first.from <= at)) &&
      (occasion.deadline.day > today || (isHardDate(occasion) && occasion.deadline.at <= at)),
  );
  return isToSay ? silenceIsOver(wishes, last.at) : undefined;
}

export function isHardDate({ ladder }: Occasion): boolean {
  return ladder === 'hard' || ladder === 'offer';
}

/** From when it may join an email, and until when it may wait: three days after it was last named, where a cap holds it. */
function heldTo(
  open: readonly Window[],
  named: Instant | undefined,
  wishes: Wishes,
): Pick<Live, 'from' | 'by' | 'firmBy'> {
  const free = named && mayBeNamedAgain(wishes, named);
  const spans = open.map(({ from, by, isFirm }) => {
    const later = free && free > from ? free : from;
    if (isFirm) return { from: later < by ? later : by, by, isFirm };
    return { from: later, by: later > by ? later : by, isFirm };
  });
  const firm = spans.filter(({ isFirm }) => isFirm).map(({ by }) => by);
  return {
    from: least(spans.map(({ from }) => from)),
    by: least(spans.map(({ by }) => by)),
    ...(firm.length > 0 && { firmBy: least(firm) }),
  };
}

function least(instants: readonly Instant[]): Instant {
  return instants.reduce((first, each) => (each < first ? each : first), NEVER);
}

/** When each matter was last named. Once its days are over it is owed from then, not from before. */
function namedAt(person: Watched): Map<string, Instant> {
  return new Map(
    emailsRead(person).flatMap((email) =>
      (person.named.get(email.n) ?? []).map((key): [string, Instant] => [aboutOf(key), email.at]),
    ),
  );
}

/** What a key is about, whatever its day and its rung. */
export function aboutOf(key: string): string {
  return key.split('|').slice(0, 2).join('|');
}

/** What is open of the topics that the person did not stop. */
export function wantedOf({ open, wishes }: Watched): Watched['open'] {
  return open.filter(({ occasion }) => wishes.wants(occasion));
}

/** Neither opening on a later day nor put off. */
function isFree(occasion: Occasion, wishes: Wishes): boolean {
  return !occasion.opens && !wishes.putOffUntil(occasion);
}

function keyOf({ rule, subject, deadline }: Occasion, rung: string): string {
  return `${rule}|${subject}|${deadline.day}|${rung}`;
}

/** What is live of a key, whatever the day of an overview. */
export function liveOf({ live }: Watched, key: string): Live | undefined {
  return live.get(key.startsWith(`${OVERVIEW}|`) ? OVERVIEW : key);
}

/** True for the keys of an occasion, whatever the rung. */
export function isOf({ occasion }: { occasion: Occasion }, key: string): boolean {
  return key.startsWith(keyOf(occasion, ''));
}

/** True while the person may be emailed. */
export function isReachable({ item }: Watched): boolean {
  return item.reach === 'ok';
}

/** Digests and urgent emails that were read, soonest first. */
export function emailsRead({ digests, urgents }: Watched): Sent[] {
  return [...digests, ...urgents]
    .filter(({ isBack }) => !isBack)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
