/** Until when an agenda at a moment stays as it is, with nobody acting. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { endOf, startOf } from '#shared/plan/rotation/moments.ts';
import type { AgendaAt } from './agenda-at.ts';
import { dayShown, type Matter } from './matter.ts';
import { NEAR_LOSS_DAYS, POSSIBLE_ASKED_DAYS, SHORT_COLOR_DAYS } from './standings.ts';
import { OVER_DAYS } from './state.ts';
import { LOSS_SAID_DAYS, NEAR_DAYS } from './urgency.ts';

/** The next moment at which a standing or the state can change; a moment too many does no harm, one too few would. */
export function changesAt({ matters, view }: AgendaAt, now: Instant): Instant | undefined {
  const { zone } = view.facts.profile;
  const today = dayIn(zone, now);
  const undone = matters.filter(({ done }) => !done);
  const match = view.season.dates['match-day']?.day;
  const days = [...undone.flatMap(daysOf), ...(match ? [plusDays(match, OVER_DAYS + 1)] : [])];
  const day = first(days.filter((each) => each > today));
  const moments = undone.flatMap(momentsOf).filter((each) => each > now);
  return first(day ? [...moments, startOfDay(day, zone)] : moments);
}

function momentsOf({ opens, due, lastDay, until, count }: Matter): Instant[] {
  return [
    // Nothing opens before its day has begun in the US.
    ...(opens ? [startOf(opens)] : []),
    ...(due ? [due.at] : []),
    ...(lastDay ? [lastDay.at] : []),
    ...(until ? [endOf(until)] : []),
    ...(count?.missedAfter ? [endOf(count.missedAfter)] : []),
  ];
}

/** Days on whose first moment, where the reader is, a standing of this matter can change. */
function daysOf(matter: Matter): Day[] {
  const { opens, due, lastDay, safeBy, count, possibleIf, hard } = matter;
  const shown = dayShown(matter);
  return [
    ...(opens ? [opens] : []),
    ...(shown ? [plusDays(shown, 1)] : []),
    ...(lastDay
      ? [plusDays(lastDay.day, -NEAR_LOSS_DAYS), plusDays(lastDay.day, LOSS_SAID_DAYS + 1)]
      : []),
    ...(due && count ? [plusDays(due.day, SHORT_COLOR_DAYS + 1)] : []),
    ...(due && hard ? Object.values(NEAR_DAYS).map((days) => plusDays(due.day, -days)) : []),
    ...(safeBy && possibleIf ? [plusDays(safeBy, -POSSIBLE_ASKED_DAYS)] : []),
  ];
}

function first<Time extends string>(times: readonly Time[]): Time | undefined {
  return times.reduce<Time | undefined>(
    (least, each) => (least === undefined || each < least ? each : least),
    undefined,
  );
}
