/** What comes first: the same order in the plan's phrase, on its pages, and in its emails. */
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import { dayShown, type Matter } from './matter.ts';
import { NEAR_LOSS_DAYS, type Standing, type Standings } from './standings.ts';

/** A hard date this near is as urgent as what is late; a season date is then the whole message. Our default. */
export const NEAR_DAYS = { season: 14, other: 30 };
/** In its last days a hard day is what the plan says first, although nothing is late. Our default. */
const LAST_DAYS = { offer: 7, other: 3 };
/** A loss is mentioned until it is answered, and no longer than this. Our default. */
export const LOSS_SAID_DAYS = 30;

/** Our default: after this long unanswered, a question is the advisor's. An offer without a known end waits less. */
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

/** From this day on, what is lost by its last or its hard day comes before papers that were due and have no last day. */
export function soonLostFrom({ hard, due, lastDay }: Matter): Day | undefined {
  if (lastDay) return plusDays(lastDay.day, -NEAR_LOSS_DAYS);
  const isSet = hard && due && due.certainty !== 'estimated';
  return isSet ? plusDays(due.day, -LAST_DAYS.other) : undefined;
}

/** Best first. */
const RANKS = [
  'season',
  'cannot-be-saved',
  'red-loss',
  'late',
  // What the guide counts is less urgent than a step with a place at stake.
  'short',
  'rest',
  'comfort',
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
  // Housing keeps its place by day; once it is late, nothing depends on it.
  if (each.stake === 'comfort') return isLate(standing) ? 'comfort' : 'rest';
  const isOfSeason = each.stake === 'season' && each.hard && each.due !== undefined;
  const isNow = isLate(standing) || (CAN_BE_DONE.includes(name) && isNear(each, today));
  if (isOfSeason && isNow) return 'season';
  if (each.whose !== 'applicant' || !isNow) return 'rest';
  return each.count ? 'short' : 'late';
}

const CAN_BE_DONE: readonly Standing['name'][] = ['open', 'unknown'];

/** Late, or not known to be possible on the day it was to be started: what is asked of a host hurries no less. */
export function isLate({ name, byDays = 0 }: Standing): boolean {
  return name === 'late' || (name === 'unknown' && byDays > 0);
}

function isNear({ hard, due, stake }: Matter, today: Day): boolean {
  const nearDays = stake === 'season' ? NEAR_DAYS.season : NEAR_DAYS.other;
  return hard && due !== undefined && daysBetween(today, due.day) <= nearDays;
}

export function byDayShown(a: Matter, b: Matter): number {
  return compare(dayPlace(a), dayPlace(b));
}

export interface Ranked {
  readonly matter: Matter;
  readonly rank: Rank;
}

/** Most urgent first. */
export function inOrder(
  matters: readonly Matter[],
  standings: Standings,
  today: Day,
): readonly Ranked[] {
  const placed = matters.flatMap((matter) => {
    const standing = standings.get(matter.id);
    if (!standing) return [];
    const rank = rankOf(matter, standing, today);
    return [{ place: placeOf(matter, rank, today), ranked: { matter, rank } }];
  });
  // Equal places keep their order: an answer that could save what presses is asked for before it.
  const pressing = placed.filter(({ ranked }) => PRESSING.includes(ranked.rank)).toSorted(byPlace);
  const asked = placed.flatMap(({ ranked: { matter } }) => {
    if (matter.kind !== 'question' || standings.get(matter.id)?.name !== 'open') return [];
    const first = pressing.find(({ ranked }) => ranked.matter.savedBy.includes(matter.id));
    return first ? [{ place: first.place, ranked: { matter, rank: first.ranked.rank } }] : [];
  });
  const others = placed.filter(
    ({ ranked }) => !asked.some((each) => each.ranked.matter === ranked.matter),
  );
  return [...asked, ...others].toSorted(byPlace).map(({ ranked }) => ranked);
}

const PRESSING: readonly Rank[] = ['red-loss', 'late'];

function byPlace(a: { readonly place: string }, b: { readonly place: string }): number {
  return compare(a.place, b.place);
}

/** What is late, in its order on a day. */
export function lateOn(late: readonly Matter[], day: Day): readonly Matter[] {
  return late
    .map((matter) => ({ matter, place: placeOf(matter, 'late', day) }))
    .toSorted(byPlace)
    .map(({ matter }) => matter);
}

function placeOf(each: Matter, rank: Rank, today: Day): string {
  const isCalm = rank === 'rest' || rank === 'comfort';
  const first = rank === 'late' && isSoonLost(each, today) ? 0 : 1;
  return `${RANKS.indexOf(rank)} ${first} ${isCalm ? dayPlace(each) : urgencyOf(each)}`;
}

function isSoonLost(each: Matter, today: Day): boolean {
  const from = soonLostFrom(each);
  if (!from || from > today) return false;
  // A last day is over at its own hour, and what is lost then is late no more.
  return each.lastDay !== undefined || (each.due !== undefined && each.due.day >= today);
}

/** What is lost first comes first, by its last day or a day that someone else set; then the day that is shown. */
function urgencyOf(each: Matter): string {
  const { lastDay, hard, due } = each;
  const bound = lastDay ?? (hard && due?.certainty !== 'estimated' ? due : undefined);
  return `${bound?.day ?? AFTER_ALL_DAYS} ${dayPlace(each)}`;
}

function dayPlace(each: Matter): string {
  return dayShown(each) ?? each.opens ?? AFTER_ALL_DAYS;
}

const AFTER_ALL_DAYS = '~';

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
