/** One person as the oracle sees them: what is open, what is live, and what has left. */

import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { nextTimeMove, passTime } from '#shared/plan/moves/pass-time.ts';
import { type Occasion, occasionsOf } from '#shared/words/occasions.ts';
import type { World } from '#shared/world/world.ts';
import { hasActed, morningAfter, overviewOf, type Window, windowsOf } from './due.ts';
import type { FaultKind } from './faults.ts';
import { type Wishes, wishesOf } from './wishes.ts';

/** A nudge that should leave, since when. */
export interface Live {
  readonly key: string;
  /** Absent for the overview. */
  readonly occasion?: Occasion;
  readonly window: Window;
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
  readonly mailsOf: Map<Day, number>;
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
    mailsOf: new Map(),
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
  person.open = occasionsOf(agenda, at).map((occasion) => ({
    occasion,
    windows: windowsOf(occasion, person.wishes),
  }));
  const before = person.live;
  person.live = new Map();
  const goLive = (key: string, window: Window, occasion?: Occasion) => {
    // What a commit made live after this hour's sweep is the next sweep's.
    const since = window.from > person.seenAt ? window.from : plusMs(at, 1);
    person.live.set(key, {
      key,
      window,
      since: before.get(key)?.since ?? since,
      ...(occasion && { occasion }),
    });
  };
  const isToldAnything = isReachable(person) && !isSeasonOver(person, at, world);
  const current = (isToldAnything ? wantedOf(person) : []).flatMap(({ occasion, windows }) => {
    const window = windows.find(({ from, until }) => from <= at && at < until);
    if (!window || window.pace === 'none') return [];
    if (hasActed(item.history, occasion.subject, window)) return [];
    return [{ key: keyOf(occasion, window.rung), window, occasion }];
  });
  for (const { key, window, occasion } of current) {
    if (!person.gone.has(key)) goLive(key, window, occasion);
  }
  const isDue = current.some(({ key }) => !person.gone.has(key) || isLost(person, key));
  const overview = isReachable(person) ? overviewOwed(person, isDue, at, world) : undefined;
  if (overview && !wasToldSince(person, overview.key)) goLive(overview.key, overview.window);
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

/** A month after Match Day nothing more is said of the season. */
function isSeasonOver({ facts, wishes }: Watched, at: Instant, world: World): boolean {
  const matchDay = world.season(facts.profile.matchYear).dates['match-day']?.day;
  return matchDay !== undefined && plusDays(matchDay, SEASON_OVER_DAYS) < dayIn(wishes.zone, at);
}

const SEASON_OVER_DAYS = 30;

/** The overview of this week or month: weekly only where there is something to tell, and none after Match Day. */
function overviewOwed(person: Watched, isDue: boolean, at: Instant, world: World) {
  const { wishes, facts } = person;
  const today = dayIn(wishes.zone, at);
  const matchDay = world.season(facts.profile.matchYear).dates['match-day']?.day;
  if (!wishes.wantsOverview || (matchDay && matchDay < today)) return undefined;
  const hasNews =
    isDue ||
    wantedOf(person).some(
      ({ occasion, windows: [first] }) =>
        occasion.deadline.day > today &&
        (isFree(occasion, wishes) || (first !== undefined && first.from <= at)),
    );
  return overviewOf(wishes, wishes.isWeekly && hasNews ? 'weekly' : 'monthly', at);
}

/** What is open of the topics that the person did not stop. */
export function wantedOf({ open, wishes }: Watched): Watched['open'] {
  return open.filter(({ occasion }) => wishes.wants(occasion));
}

/** Neither opening on a later day nor put off. */
function isFree(occasion: Occasion, wishes: Wishes): boolean {
  return !occasion.opens && !wishes.putOffUntil(occasion);
}

/** True for what left in an email that counts as lost: it may be told again. */
function isLost({ gone, item }: Watched, key: string): boolean {
  const n = gone.get(key);
  return item.mails.some((mail) => mail.n === n && mail.status === 'lost');
}

/** True when an overview of this period or a later one has left. */
function wasToldSince({ gone }: Watched, key: string): boolean {
  const day = (each: string) => each.split('|')[2] ?? '';
  return [...gone.keys()].some((each) => each.startsWith('overview|') && day(each) >= day(key));
}

export function keyOf({ rule, subject, deadline }: Occasion, rung: string): string {
  return `${rule}|${subject}|${deadline.day}|${rung}`;
}

/** True for the keys of an occasion, whatever the rung. */
export function isOf({ occasion }: { occasion: Occasion }, key: string): boolean {
  return key.startsWith(keyOf(occasion, ''));
}

/** True while the person may be emailed. */
export function isReachable({ item }: Watched): boolean {
  return item.reach === 'ok';
}

/** The last email of either kind, which holds what is not near for a week. */
export function lastMailOf({ digests, urgents }: Watched): Instant | undefined {
  return [...digests, ...urgents]
    .filter(({ isBack }) => !isBack)
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
}
