/** How long an agenda stays as it is if nobody acts. */
import { plusDays } from '#shared/base/time/day.ts';
import { type Instant, latestOf, startOfDay } from '#shared/base/time/instant.ts';
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
import { advisorAsksFrom, LOSS_SAID_DAYS, lastDaysFrom, NEAR_DAYS } from './urgency.ts';

/** The next moment at which a standing, its rank, or the state changes; a moment too many does no harm, one too few would. */
export function changesAt(at: AgendaAt, now: Instant): Instant | undefined {
  const { zone } = at.view.facts.profile;
  const match = at.view.season.dates['match-day']?.day;
  const moments = at.matters.flatMap((matter) => {
    const standing = standingOf(at, matter);
    if (standing.lostWith) return ofTakenAlong(matter, standing.lostWith, at);
    const isAsked = standing.name === 'open';
    const asked = isAsked ? advisorAsksFrom(matter) : undefined;
    if (asked) return [startOfDay(asked, zone)];
    const lastDays = isAsked ? lastDaysFrom(matter) : undefined;
    return [
      ...momentsOf(matter, standing, zone),
      ...(lastDays ? [startOfDay(lastDays, zone)] : []),
    ];
  });
  if (match)
    moments.push(...[0, OVER_DAYS].map((days) => startOfDay(plusDays(match, days + 1), zone)));
  return moments.reduce<Instant | undefined>(
    (least, each) => (each > now && (least === undefined || each < least) ? each : least),
    undefined,
  );
}

/** What can follow the present standing; anything later is found at the next visit. */
function momentsOf(matter: Matter, standing: Standing, zone: string): Instant[] {
  const { kind, whose, until, due, lastDay, count } = matter;
  if (standing.name === 'done' || kind === 'note') return [];
  if (kind === 'season' && whose === 'nobody') return due ? [due.at] : [];
  const ends = until ? [endOf(until)] : [];
  if (count) return [...ends, ...ofCount(matter, standing, zone)];
  if (kind === 'question') return [...ends, ...opening(matter, zone)];
  return [
    ...ends,
    ...(lastDay ? [lastDay.at] : []),
    ...(standing.name === 'lost'
      ? afterLoss(matter, standing, zone)
      : beforeLoss(matter, standing, zone)),
  ];
}

function beforeLoss(matter: Matter, { name, color, need }: Standing, zone: string): Instant[] {
  const { due, safeBy, lastDay, hard, stake, whose } = matter;
  const shown = dayShown(matter);
  const dayAfterShown = shown ? [startOfDay(plusDays(shown, 1), zone)] : [];
  switch (name) {
    case 'ahead':
      return need ? [] : opening(matter, zone);
    case 'unknown':
      return [
        ...(safeBy ? [startOfDay(plusDays(safeBy, -POSSIBLE_ASKED_DAYS), zone)] : []),
        ...dayAfterShown,
      ];
    case 'open': {
      const nearDays = stake === 'season' ? NEAR_DAYS.season : NEAR_DAYS.other;
      const presses = stake === 'season' || (whose === 'applicant' && stake !== 'comfort');
      return [
        ...(due ? [due.at] : []),
        ...(shown === due?.day ? [] : dayAfterShown),
        ...(due && hard && presses ? [startOfDay(plusDays(due.day, -nearDays), zone)] : []),
      ];
    }
    case 'late':
      if (!hard || color === 'red') return [];
      return [
        ...(due ? [due.at] : []),
        ...(lastDay ? [startOfDay(plusDays(lastDay.day, -NEAR_LOSS_DAYS), zone)] : []),
      ];
    default:
      return [];
  }
}

/** The first loss of a rotation stays the first, and a season stays over; what only a lost step needed can be lost by itself. */
function ofTakenAlong(
  { lastDay, stake }: Matter,
  lostWith: string,
  { matters }: AgendaAt,
): Instant[] {
  const loss = matters.find(({ id }) => id === lostWith);
  const isLasting = loss?.stake === 'rotation' || loss?.stake === 'season';
  return lastDay && stake === 'rotation' && !isLasting ? [lastDay.at] : [];
}

/** A loss that nothing covers is mentioned for a while. */
function afterLoss({ lastDay, stake }: Matter, { color }: Standing, zone: string): Instant[] {
  const isSaid = color === 'cannot-be-saved' && stake !== 'comfort';
  return lastDay && isSaid ? [startOfDay(plusDays(lastDay.day, LOSS_SAID_DAYS + 1), zone)] : [];
}

function ofCount(matter: Matter, { name, planned }: Standing, zone: string): Instant[] {
  const { count, due } = matter;
  if (planned || name === 'lost') return [];
  return [
    ...opening(matter, zone),
    ...(due ? [due.at, startOfDay(plusDays(due.day, SHORT_COLOR_DAYS + 1), zone)] : []),
    ...(count?.missedAfter ? [endOf(count.missedAfter)] : []),
  ];
}

/** Nothing opens before its day has started for its reader and in the US. */
function opening({ opens }: Matter, zone: string): Instant[] {
  return opens ? [latestOf(startOfDay(opens, zone), startOf(opens))] : [];
}
