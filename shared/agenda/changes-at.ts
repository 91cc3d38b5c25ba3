/** How long an agenda stays as it is if nobody acts. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, latestOf, startOfDay } from '#shared/base/time/instant.ts';
import { endOf, startOf } from '#shared/plan/rotation/moments.ts';
import { type AgendaAt, standingOf } from './agenda-at.ts';
import { dayShown, type Matter } from './matter.ts';
import {
  NEAR_LOSS_DAYS,
  POSSIBLE_ASKED_DAYS,
  SHORT_COLOR_DAYS,
  type Standing,
} from './standings.ts';
import { OVER_DAYS } from './state.ts';
import {
  advisorAsksFrom,
  LOSS_SAID_DAYS,
  lastDaysFrom,
  lateOn,
  NEAR_DAYS,
  soonLostFrom,
} from './urgency.ts';

/** The next moment at which a standing, its rank, or the state changes; a moment too many does no harm, one too few would. */
export function changesAt(at: AgendaAt, now: Instant): Instant | undefined {
  const { zone } = at.view.facts.profile;
  const match = at.view.season.dates['match-day']?.day;
  const over = [0, OVER_DAYS].map((days) => match && startOfDay(plusDays(match, days + 1), zone));
  const moments = at.matters.flatMap((each) => {
    const standing = standingOf(at, each);
    const { lostWith } = standing;
    return lostWith ? ofTakenAlong(each, lostWith, at) : momentsOf(each, standing, zone);
  });
  const late = at.ordered.flatMap(({ matter, rank }) => (rank === 'late' ? [matter] : []));
  const present = lateOn(late, dayIn(zone, now));
  // Its last days bring one forward; past its day, one without a last day goes back.
  const reordered = late
    .flatMap((each) => [soonLostFrom(each), each.due && plusDays(each.due.day, 1)])
    .flatMap((day) => (day && !isSame(lateOn(late, day), present) ? [startOfDay(day, zone)] : []));
  return [...over, ...moments, ...reordered].reduce<Instant | undefined>(
    (least, each) => (each && each > now && (!least || each < least) ? each : least),
    undefined,
  );
}

function isSame(order: readonly Matter[], other: readonly Matter[]): boolean {
  return order.every((each, index) => each === other[index]);
}

/** What can follow the present standing; anything later is found at the next visit. */
function momentsOf(matter: Matter, standing: Standing, zone: string): (Instant | undefined)[] {
  const { kind, whose, hard, stake, opens, until, due, safeBy, lastDay, count } = matter;
  const { name, color, need, planned } = standing;
  const morning = (day: Day | undefined, days: number) =>
    day && startOfDay(plusDays(day, days), zone);
  if (name === 'done' || kind === 'note') return [];
  if (kind === 'season' && whose === 'nobody') return [due?.at];
  const shown = dayShown(matter);
  const dayAfter = shown === due?.day ? undefined : morning(shown, 1);
  const missed = count?.missedAfter && endOf(count.missedAfter);
  const ends = [until && endOf(until), lastDay?.at];
  const nearDays = stake === 'season' ? NEAR_DAYS.season : NEAR_DAYS.other;
  const near = hard ? morning(due?.day, -nearDays) : undefined;
  switch (name) {
    case 'lost':
      return color === 'cannot-be-saved'
        ? [...ends, morning(lastDay?.day, LOSS_SAID_DAYS + 1)]
        : ends;
    case 'blocked':
      return ends;
    case 'ahead':
      // Nothing opens before its day has begun for its reader and in the US.
      return planned || need || !opens
        ? ends
        : [...ends, latestOf(startOfDay(opens, zone), startOf(opens))];
    case 'unknown':
      return [...ends, near, morning(safeBy, -POSSIBLE_ASKED_DAYS), dayAfter];
    case 'open': {
      const asked = [lastDaysFrom(matter), advisorAsksFrom(matter)].map((day) => morning(day, 0));
      return [...ends, due?.at, dayAfter, near, ...asked, missed];
    }
    case 'late':
      return [
        ...ends,
        ...(hard && color !== 'red' ? [due?.at, morning(lastDay?.day, -NEAR_LOSS_DAYS)] : []),
        ...(count ? [morning(due?.day, SHORT_COLOR_DAYS + 1), missed] : []),
      ];
  }
}

/** The first loss of a rotation stays the first, and a season stays over; what only a lost step needed can be lost by itself. */
function ofTakenAlong(
  { lastDay, stake }: Matter,
  lostWith: string,
  { matters }: AgendaAt,
): (Instant | undefined)[] {
  const loss = matters.find(({ id }) => id === lostWith);
  const isLasting = loss?.stake === 'rotation' || loss?.stake === 'season';
  return stake === 'rotation' && !isLasting ? [lastDay?.at] : [];
}
