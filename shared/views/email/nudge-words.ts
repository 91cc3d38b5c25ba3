/** One reminder as a line: `Due Fri, Sep 3: transcript for the Yale IR rotation (9 days left)`. */

import { NEAR_LOSS_DAYS } from '#shared/agenda/standings.ts';
import { capital, counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseNearDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import { daysLeft, phraseBeforeAdded } from '#shared/words/deadline-words.ts';
import { isHard, type Occasion } from '#shared/words/occasions.ts';

type Said = Pick<Nudge, 'rung' | 'occasion'>;

/** Names nothing private: others may read it. */
export function nudgeSubject({ rung, occasion }: Said, zone: string, now: Instant): string {
  const { discreet, words } = occasion;
  const shown = discreet ? { ...occasion, words: { ...words, title: discreet } } : occasion;
  const rest = restOf({ rung, occasion }, zone, now);
  const line = nudgeLine({ rung, occasion: shown }, zone, now);
  return rest ? `${line} (${rest})` : line;
}

/** What to do and its date. An estimated date is marked even here. */
export function nudgeLine(said: Said, zone: string, now: Instant): string {
  const { title } = said.occasion.words;
  const lead = leadOf(said, zone, now);
  // What opens is advice: it can still be done after its day.
  const best = lead === OPEN_NOW ? `, best by ${dueDay(said.occasion, dayIn(zone, now))}` : '';
  return lead ? `${lead}: ${title}${best}` : capital(title);
}

/** As one of several: a line whose last day is near is read after what comes before it. */
export function listedLine(said: Said, zone: string, now: Instant): string {
  const last = lastDaySoon(said.occasion, zone, now, phraseShortDay);
  return `${nudgeLine(said, zone, now)}${last ? ` (${last})` : ''}`;
}

const OPEN_NOW = 'Now open';
/** What is asked again after a week is not new. Our default. */
const NEW_DAYS = 7;

/** The day and what it is, which an email shows largest; undefined for what has no day of its own. */
export function leadOf({ rung, occasion }: Said, zone: string, now: Instant): string | undefined {
  const { deadline, startBy, ladder, news, wasBeforePlan } = occasion;
  if (ladder === 'loss' || occasion.isQuestion) return undefined;
  const today = dayIn(zone, now);
  if (news) {
    const isLate = now >= deadline.at || (startBy !== undefined && startBy < today);
    const since = isLate ? 'Late, open since' : 'Open since';
    const isNew = daysBetween(news, today) <= NEW_DAYS;
    return `${isNew ? 'New on' : since} ${phraseShortDay(news)}`;
  }
  const isPast = now >= deadline.at;
  const due = dueDay(occasion, today);
  // The one day that every view shows: time never switches it.
  if (startBy) {
    const by = phraseNearDay(startBy, today);
    if (startBy >= today) return `Start by ${by}`;
    const late = wasBeforePlan ? `Late, best started by ${by}` : `Should have started by ${by}`;
    if (isPast || !isHard(occasion)) return late;
    const left = daysLeft(deadline, zone, now);
    const near = left < 0 ? 'today in the US, ' : left === 0 ? 'today, ' : '';
    return `${late}, due ${near}${due}`;
  }
  const isAdvice = ladder === 'advised';
  if (isPast && isAdvice) return `Late, best by ${due}`;
  if (isPast) return `${wasBeforePlan ? 'Late, was due' : 'Was due'} ${due}`;
  const left = daysLeft(deadline, zone, now);
  const verb = isAdvice ? 'Best by' : 'Due';
  if (left < 0) return isAdvice ? `${verb} today in the US, ${due}` : 'Only hours left';
  if (left === 0) return `${verb} today, ${due}`;
  return isOpening({ rung, occasion }) ? OPEN_NOW : `${verb} ${due}`;
}

/** The line names the day that is due, to the minute where there is one. */
export function namesDue(occasion: Occasion, zone: string, now: Instant): boolean {
  const { deadline, startBy } = occasion;
  if (!isHard(occasion)) return !startBy;
  if (deadline.hasClockTime) return false;
  if (now >= deadline.at) return !startBy;
  if (!startBy) return daysLeft(deadline, zone, now) >= 0;
  return startBy < dayIn(zone, now);
}

function dueDay({ deadline }: Occasion, today: Day): string {
  const day = phraseNearDay(deadline.day, today);
  return deadline.certainty === 'estimated' ? `${day} (estimated)` : day;
}

/** Counted to the day that binds; else to, or from, the day that is shown. What is late may be soon lost. */
function restOf({ rung, occasion }: Said, zone: string, now: Instant): string | undefined {
  const { startBy, deadline, ladder, isQuestion, news, wasBeforePlan } = occasion;
  if (isQuestion || news || ladder === 'loss') return undefined;
  const isOver = now >= deadline.at;
  const toStart = startBy && daysBetween(dayIn(zone, now), startBy);
  const isLate = toStart !== undefined && toStart < 0;
  if (isOver || (isLate && !isHard(occasion))) {
    const days = isLate ? `${counted(-toStart, 'day')} late` : undefined;
    const late = wasBeforePlan ? phraseBeforeAdded(occasion) : days;
    const last = lastDaySoon(occasion, zone, now, phraseShortDay);
    return [late, last].filter((each) => each !== undefined).join(', ') || undefined;
  }
  const left = isLate || toStart === undefined ? daysLeft(deadline, zone, now) : toStart;
  if (left <= 0 || isOpening({ rung, occasion })) return undefined;
  return `${counted(left, 'day')} left`;
}

/** `last day is about Thu, Feb 4`, of something hard that is late and is lost within two weeks. */
export function lastDaySoon(
  occasion: Occasion,
  zone: string,
  now: Instant,
  phrase: (day: Day) => string,
): string | undefined {
  const { lastDay, deadline, isLastDayEstimated } = occasion;
  if (!lastDay || lastDay <= deadline.day || !isHard(occasion)) return undefined;
  const days = daysBetween(dayIn(zone, now), lastDay);
  if (days < 0 || days > NEAR_LOSS_DAYS) return undefined;
  return `last day is ${isLastDayEstimated ? 'about ' : ''}${phrase(lastDay)}`;
}

/** An offer's end matters from its first day on. */
function isOpening({ rung, occasion: { ladder } }: Said): boolean {
  return rung === 'opens' && ladder !== 'offer';
}
