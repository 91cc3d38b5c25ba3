/** What comes first: the same order in the plan's phrase, on its pages, and in its emails. */
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { dayShown, type Matter } from './matter.ts';
import type { Standing, Standings } from './standings.ts';

/** A hard date this near presses as what is late does; of the season it is the whole message. Ours. */
export const NEAR_DAYS = { season: 14, other: 30 };
/** In its last days a hard day is what the plan says first, although nothing is late. Ours. */
const LAST_DAYS = { offer: 7, other: 3 };
/** A loss is said until it is answered, and no longer than this. Ours. */
export const LOSS_SAID_DAYS = 30;

/** Ours: unanswered for so long, a question is the advisor's. An offer without a known end waits less. */
const ADVISOR_ASKS_DAYS = { offerEnd: 10, other: 30 };

/** From this day on the advisor asks in the applicant's place. */
export function advisorAsksFrom({ kind, rule, opens }: Matter): Day | undefined {
  if (kind !== 'question' || !opens) return undefined;
  const days = rule === 'offer-end' ? ADVISOR_ASKS_DAYS.offerEnd : ADVISOR_ASKS_DAYS.other;
  return plusDays(opens, days);
}

/** The first of its last days; of what a host or an offer ends, and the applicant can still do. */
export function lastDaysFrom({ rule, hard, due, whose, stake }: Matter): Day | undefined {
  if (!hard || !due || whose !== 'applicant' || stake === 'comfort') return undefined;
  return plusDays(due.day, -(rule === 'accept' ? LAST_DAYS.offer : LAST_DAYS.other));
}

/** Best first. */
const RANKS = [
  'season',
  'cannot-be-saved',
  'red-loss',
  'late',
  'past-start',
  // What the guide counts hurries less than a step with a place at stake.
  'short',
  'rest',
  'missed',
] as const;
export type Rank = (typeof RANKS)[number];

function rankOf(each: Matter, standing: Standing, today: Day): Rank {
  const { name, color, byDays = 0 } = standing;
  if (name === 'lost') {
    if (each.count) return 'missed';
    if (color === 'red') return 'red-loss';
    const isSaid = color === 'cannot-be-saved' && each.stake !== 'comfort';
    return isSaid && byDays <= LOSS_SAID_DAYS ? 'cannot-be-saved' : 'rest';
  }
  const isOfSeason = each.stake === 'season' && each.hard && each.due !== undefined;
  const isNow = name === 'late' || (name === 'open' && isNear(each, today));
  if (isOfSeason && isNow) return 'season';
  if (each.whose !== 'applicant' || each.stake === 'comfort') return 'rest';
  if (isNow) return each.count ? 'short' : 'late';
  const shown = dayShown(each);
  return name === 'unknown' && shown !== undefined && shown < today ? 'past-start' : 'rest';
}

function isNear({ hard, due, stake }: Matter, today: Day): boolean {
  const nearDays = stake === 'season' ? NEAR_DAYS.season : NEAR_DAYS.other;
  return hard && due !== undefined && daysBetween(today, due.day) <= nearDays;
}

/** Of two of one rank: of what presses, what is lost first; then the day that is shown. */
export function byUrgency(a: Matter, b: Matter): number {
  return compare(urgencyOf(a), urgencyOf(b));
}

export function byDayShown(a: Matter, b: Matter): number {
  return compare(dayPlace(a), dayPlace(b));
}

export interface Ranked {
  readonly matter: Matter;
  readonly rank: Rank;
}

/** What comes first first. */
export function inOrder(
  matters: readonly Matter[],
  standings: Standings,
  today: Day,
): readonly Ranked[] {
  return matters
    .flatMap((matter) => {
      const standing = standings.get(matter.id);
      if (!standing) return [];
      const rank = rankOf(matter, standing, today);
      return [{ place: placeOf(matter, rank), ranked: { matter, rank } }];
    })
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ ranked }) => ranked);
}

function placeOf(each: Matter, rank: Rank): string {
  return `${RANKS.indexOf(rank)} ${rank === 'rest' ? dayPlace(each) : urgencyOf(each)}`;
}

function urgencyOf(each: Matter): string {
  return `${each.lastDay?.day ?? AFTER_ALL_DAYS} ${dayPlace(each)}`;
}

function dayPlace(each: Matter): string {
  return dayShown(each) ?? each.opens ?? AFTER_ALL_DAYS;
}

const AFTER_ALL_DAYS = '~';

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
