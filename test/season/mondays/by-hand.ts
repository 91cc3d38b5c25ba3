/** A cohort on a Monday, from what was committed: who is of which color, to whom the week before brought it, and whose case it is. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import {
  dayIn,
  EASTERN,
  type Instant,
  MINUTE_MS,
  plusMs,
  startOfDay,
} from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { type ColorByHand, type JudgedByHand, judgedByHand } from './colors-by-hand.ts';
import { type SeasonRecord, type Version, versionAt } from './record.ts';

export interface WeekByHand {
  readonly colors: ReadonlyMap<ColorByHand, readonly string[]>;
  readonly newlyRed: readonly string[];
  readonly newlyLost: readonly string[];
  readonly followUps: readonly string[];
  readonly mine: readonly string[];
  readonly unowned: readonly string[];
}

/** @param reader the advisor whose cases are "mine" */
export function weekByHand(
  { people }: Pick<SeasonRecord, 'people'>,
  world: World,
  { now, cohortId, reader }: { now: Instant; cohortId: string; reader: string },
): WeekByHand {
  const today = dayIn(EASTERN, now);
  const week = [plusDays(today, -7), plusDays(today, -1)] as const;
  const looked = [...people].flatMap(([id, versions]) => {
    const last = versionAt(versions, now);
    return last?.cohortId === cohortId
      ? [{ id, last, past: pastOf(versions, world, week[0], now) }]
      : [];
  });
  const idsOf = (is: (each: (typeof looked)[number]) => boolean) =>
    looked.filter(is).map(({ id }) => id);
  const color = ({ past }: (typeof looked)[number]) => past.at(-1)?.color ?? 'empty';
  const isNews = (past: readonly Looked[], is: (then: JudgedByHand) => boolean) => {
    const on = beganOn(past, is);
    return on !== undefined && week[0] <= on && on <= week[1];
  };
  return {
    colors: new Map(
      [...Map.groupBy(looked, color)].map(([of, all]) => [of, all.map(({ id }) => id)]),
    ),
    newlyRed: idsOf(({ past }) => isNews(past, (then) => then.color === 'red')),
    newlyLost: idsOf(({ past }) =>
      (past.at(-1)?.lost ?? []).some((what) => isNews(past, ({ lost }) => lost.includes(what))),
    ),
    followUps: idsOf(({ last: { open } }) => (open?.followUpOn ?? '9') <= today),
    mine: idsOf(({ last: { open } }) => open?.ownerId === reader),
    unowned: idsOf(({ last: { open } }) => open !== undefined && !open.owner),
  };
}

interface Looked extends JudgedByHand {
  readonly on: Day;
}

/** At the end of each day from before the week on, after each commit, and now. */
function pastOf(versions: readonly Version[], world: World, from: Day, now: Instant): Looked[] {
  const moments = [now];
  for (let day = from; startOfDay(day, EASTERN) < now; day = plusDays(day, 1))
    moments.push(plusMs(startOfDay(day, EASTERN), -MINUTE_MS));
  const [first = now] = moments.toSorted();
  const commits = versions.flatMap(({ at }) => (first < at && at < now ? [at] : []));
  return [...moments, ...commits].toSorted().flatMap((at) => {
    const version = versionAt(versions, at);
    return version ? [{ on: dayIn(EASTERN, at), ...judgedByHand(version, world, at) }] : [];
  });
}

/** The day from which it has been so until now. */
function beganOn(past: readonly Looked[], is: (then: JudgedByHand) => boolean): Day | undefined {
  const before = past.findLastIndex((then) => !is(then));
  return past[before + 1]?.on;
}
