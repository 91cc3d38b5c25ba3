/** One reminder as a line: `Due Fri, Sep 3: transcript for the Yale IR rotation (9 days left)`. */
import { capital } from '#shared/base/capital.ts';
import { counted } from '#shared/base/counted.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseNearDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import { daysLeft } from '#shared/words/deadline-words.ts';
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
  const until = lead === OPEN_NOW ? `, until ${dueDay(said.occasion)}` : '';
  return lead ? `${lead}: ${title}${until}` : capital(title);
}

const OPEN_NOW = 'Now open';

/** The day and what it is, which an email shows largest; undefined for what has no day of its own. */
export function leadOf({ rung, occasion }: Said, zone: string, now: Instant): string | undefined {
  const { deadline, startBy, ladder, news } = occasion;
  if (ladder === 'loss' || occasion.isQuestion) return undefined;
  if (news) return `New on ${phraseShortDay(news)}`;
  const isPast = now >= deadline.at;
  // The one day that every view shows: time never switches it.
  if (startBy) {
    const by = phraseNearDay(startBy, dayIn(zone, now));
    if (startBy >= dayIn(zone, now)) return `Start by ${by}`;
    const due = isHard(occasion) && !isPast ? `, due ${dueDay(occasion)}` : '';
    return `Should have started by ${by}${due}`;
  }
  const isAdvice = ladder === 'advised';
  if (isPast) return isAdvice ? `Late, best by ${dueDay(occasion)}` : `Was due ${dueDay(occasion)}`;
  const left = daysLeft(deadline, zone, now);
  if (left < 0) return 'Only hours left';
  const verb = isAdvice ? 'Best by' : 'Due';
  if (left === 0) return `${verb} today, ${dueDay(occasion)}`;
  return isOpening({ rung, occasion }) ? OPEN_NOW : `${verb} ${dueDay(occasion)}`;
}

function dueDay({ deadline }: Occasion): string {
  const day = phraseShortDay(deadline.day);
  return deadline.certainty === 'estimated' ? `${day} (estimated)` : day;
}

/** Counted to, or from, the day that is shown. */
function restOf({ rung, occasion }: Said, zone: string, now: Instant): string | undefined {
  const { startBy, deadline, ladder, isQuestion, news } = occasion;
  if (isQuestion || news || ladder === 'loss') return undefined;
  if (startBy) {
    const days = daysBetween(dayIn(zone, now), startBy);
    if (days < 0) return `${counted(-days, 'day')} late`;
    return days > 0 ? `${counted(days, 'day')} left` : undefined;
  }
  const left = daysLeft(deadline, zone, now);
  if (now >= deadline.at || left <= 0 || isOpening({ rung, occasion })) return undefined;
  return `${counted(left, 'day')} left`;
}

/** Of an offer the end matters from its first day on. */
function isOpening({ rung, occasion: { ladder } }: Said): boolean {
  return rung === 'opens' && ladder !== 'offer';
}
