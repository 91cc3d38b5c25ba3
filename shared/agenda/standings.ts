/** The standing of every matter at a moment: the only place where time meets a matter. */
import { type Day, daysBetween, earliest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { endOf } from '#shared/plan/rotation/moments.ts';
import { lossesOf } from './losses.ts';
import { dayShown, idOf, type Matter, type Party } from './matter.ts';

export const STANDING_NAMES = [
  'done',
  'lost',
  'blocked',
  'ahead',
  'unknown',
  'late',
  'open',
] as const;
export type StandingName = (typeof STANDING_NAMES)[number];

/** As the report colors it. Best last; `none` asks nothing of anyone. */
export const COLORS = [
  'red',
  'cannot-be-saved',
  'amber',
  'outside',
  'gray',
  'green',
  'none',
] as const;
export type Color = (typeof COLORS)[number];

export interface Standing {
  readonly name: StandingName;
  readonly color: Color;
  /** Days since the day that is shown, if it is late or not known to be possible. */
  readonly byDays?: number;
  /** If it is blocked: who holds it, or the first undone thing it needs, and since when. */
  readonly party?: Party;
  readonly since?: Day;
  /** The first undone thing that it needs. */
  readonly need?: string;
  /** The lost matter that took this one along: only that one is shown. */
  readonly lostWith?: string;
  /** A count that the rotations on the plan will reach. */
  readonly planned?: true;
}

export type Standings = ReadonlyMap<string, Standing>;

const DONE: Standing = { name: 'done', color: 'none' };
const AHEAD: Standing = { name: 'ahead', color: 'none' };

/** A hard matter that is lost this soon is red although its own day has not come. Our default. */
export const NEAR_LOSS_DAYS = 14;
/** How long a short count keeps its color. Our default. */
export const SHORT_COLOR_DAYS = 14;
/** Our default: whether a step is possible is asked this long before it must start. */
export const POSSIBLE_ASKED_DAYS = 60;

/** Our default: how many hosts are asked about at once. */
const ASKED_AT_ONCE = 3;

/** @param zone whose calendar "today" is */
export function standings(matters: readonly Matter[], now: Instant, zone: string): Standings {
  const byId = new Map(matters.map((each) => [each.id, each]));
  const losses = lossesOf(matters, now);
  const moment = { byId, losses, today: dayIn(zone, now), begun: dayBegun(zone, now), now };
  const found = new Map(matters.map((each) => [each.id, standingOf(each, moment)]));
  for (const { id } of laterQuestions(matters, found)) found.set(id, AHEAD);
  for (const each of undecided(matters, found, moment))
    found.set(each.id, {
      name: 'unknown',
      color: 'gray',
      ...(each.possibleIf && { need: each.possibleIf }),
    });
  return found;
}

/** Once the season is over, what is still open is lost with it, and nobody is asked for it. */
export function standingsAfter(matters: readonly Matter[], now: Instant): Standings {
  const lost: Standing = { name: 'lost', color: 'none', lostWith: idOf('match-day', 'season') };
  return new Map(
    matters.map((each): [string, Standing] => {
      if (each.done) return [each.id, DONE];
      if (each.kind === 'note') return [each.id, { name: 'open', color: 'none' }];
      const isDay = each.kind === 'season' && each.whose === 'nobody';
      return [each.id, isDay ? ofSeasonDay(each, now) : lost];
    }),
  );
}

/** An open question about a host is urgent only once it is being asked and the host is chosen, or its application should have started. */
function undecided(
  matters: readonly Matter[],
  found: Standings,
  { byId, today }: Moment,
): Matter[] {
  return matters.filter((each) => {
    if (!each.possibleIf || found.get(each.id)?.name !== 'unknown') return false;
    const isAsked = found.get(each.possibleIf)?.name === 'open';
    const isChosen = byId.get(idOf('G6', each.subject))?.done === true;
    const shown = dayShown(each);
    return !isAsked || !(isChosen || (shown !== undefined && shown < today));
  });
}

/** Beyond three hosts at once, whether one can take the applicant is asked only once an earlier question is answered. */
function laterQuestions(matters: readonly Matter[], found: Standings): Matter[] {
  return matters
    .filter(({ rule, id }) => rule === 'possible' && found.get(id)?.name === 'open')
    .toSorted((a, b) => ((a.opens ?? '') < (b.opens ?? '') ? -1 : 1))
    .slice(ASKED_AT_ONCE);
}

interface Moment {
  readonly byId: ReadonlyMap<string, Matter>;
  readonly losses: ReturnType<typeof lossesOf>;
  readonly today: Day;
  readonly begun: Day;
  readonly now: Instant;
}

function standingOf(each: Matter, moment: Moment): Standing {
  const { losses, today, begun, now } = moment;
  if (each.done || (each.until && endOf(each.until) <= now)) return DONE;
  if (each.kind === 'note') return { name: 'open', color: 'none' };
  if (each.kind === 'season' && each.whose === 'nobody') return ofSeasonDay(each, now);
  if (each.count) return ofCount(each, moment);
  // A US day begins in the afternoon of Auckland’s: until then, no host and no update treats it as begun.
  const opensLater = isYetToOpen(each, begun);
  if (each.kind === 'question') {
    // A rotation that cannot take place asks for nothing, except whether it did.
    const { rotationId = '', rotationIds = [rotationId] } = each.about;
    const isLost = rotationIds.every((id) => losses.rotations.has(id));
    if (isLost && each.rule !== 'started' && each.rule !== 'ended') return AHEAD;
    const isAhead = opensLater || waitingFor(each, moment, new Set()) !== undefined;
    return isAhead ? AHEAD : { name: 'open', color: 'green' };
  }
  const lostWith = losses.takenAlong.get(each.id);
  if (lostWith !== undefined) return { name: 'lost', color: 'none', lostWith };
  if (losses.lost.has(each.id)) {
    const color = losses.isSavable(each) ? 'red' : 'cannot-be-saved';
    return { name: 'lost', color, ...lateBy(each.lastDay?.day, today) };
  }
  const waits = waitingFor(each, moment, new Set());
  if (waits) return waits;
  if (opensLater) return AHEAD;
  const shown = dayShown(each);
  const isDuePast = each.due !== undefined && each.due.at <= now;
  const nearLoss =
    each.lastDay !== undefined && daysBetween(today, each.lastDay.day) <= NEAR_LOSS_DAYS;
  const isRed = each.hard && (isDuePast || nearLoss);
  if (each.possibleIf !== undefined && moment.byId.has(each.possibleIf)) {
    const near = each.safeBy && plusDays(each.safeBy, -POSSIBLE_ASKED_DAYS) <= today;
    return {
      name: 'unknown',
      color: near ? 'amber' : 'gray',
      need: each.possibleIf,
      ...lateBy(shown, today),
    };
  }
  if (!isDuePast && (shown === undefined || shown >= today || shown === each.due?.day)) {
    return { name: 'open', color: 'green' };
  }
  return { name: 'late', color: isRed ? 'red' : 'amber', ...lateBy(shown, today) };
}

/** Blocked while another party holds it or what it needs; ahead while what it needs is the reader's own. */
function waitingFor(each: Matter, moment: Moment, seen: Set<string>): Standing | undefined {
  const { heldBy } = each;
  if (heldBy && heldBy.party !== 'applicant') {
    return { name: 'blocked', color: 'outside', party: heldBy.party, since: heldBy.since };
  }
  for (const id of each.needs) {
    const need = moment.byId.get(id);
    if (!need || need.done || seen.has(id)) continue;
    seen.add(id);
    const deeper = waitingFor(need, moment, seen);
    if (deeper?.name === 'blocked') return { ...deeper, need: deeper.need ?? id };
    if (deeper) return { name: 'ahead', color: 'none', need: deeper.need ?? id };
    if (need.whose === 'applicant') return { name: 'ahead', color: 'none', need: id };
    return { name: 'blocked', color: 'outside', party: need.whose, need: id };
  }
  return undefined;
}

function ofSeasonDay({ due }: Matter, now: Instant): Standing {
  return due && due.at <= now ? DONE : AHEAD;
}

/** Done, planned (ahead), or short: late after its day, and after its last day missed, which is reported once. */
function ofCount(each: Matter, { losses, today, begun, now }: Moment): Standing {
  const { count, due } = each;
  if (!count || count.done >= count.least) return DONE;
  const planned = count.planned.filter((id) => !losses.rotations.has(id)).length;
  if (count.done + planned >= count.least) return { name: 'ahead', color: 'none', planned: true };
  if (count.missedAfter && endOf(count.missedAfter) <= now) return { name: 'lost', color: 'none' };
  if (isYetToOpen(each, begun)) return AHEAD;
  if (!due || due.at > now) return { name: 'open', color: 'green' };
  const late = lateBy(due.day, today);
  return {
    name: 'late',
    color: (late.byDays ?? 0) <= SHORT_COLOR_DAYS ? 'amber' : 'gray',
    ...late,
  };
}

/** The latest day that has started both for its reader and in the US. */
export function dayBegun(zone: string, now: Instant): Day {
  return earliest(dayIn(zone, now), dayIn(EASTERN, now));
}

/** Nothing opens before its day has started for its reader and in the US. */
export function isYetToOpen({ opens }: Matter, begun: Day): boolean {
  return opens !== undefined && opens > begun;
}

function lateBy(day: Day | undefined, today: Day): { byDays?: number } {
  return day && day < today ? { byDays: daysBetween(day, today) } : {};
}
