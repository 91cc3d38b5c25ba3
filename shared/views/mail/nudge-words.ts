/** One reminder as a line: `Due Fri, Sep 3: TB test for the Yale IR rotation (9 days left)`. */
import { capital } from '#shared/base/capital.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Nudge } from '#shared/people/mailing/plan.ts';
import { daysLeft } from '#shared/words/deadline-words.ts';

export function nudgeSubject(nudge: Nudge, zone: string, now: Instant): string {
  const rest = restOf(nudge, zone, now);
  return rest ? `${nudgeLine(nudge, zone, now)} (${rest})` : nudgeLine(nudge, zone, now);
}

/** What to do and its date. An estimated date is marked even here. */
export function nudgeLine({ rung, occasion }: Nudge, zone: string, now: Instant): string {
  const { deadline, startBy, ladder, words } = occasion;
  if (ladder === 'loss' || occasion.isQuestion) return capital(words.title);
  if (startBy && now < deadline.at) {
    const by = phraseShortDay(startBy);
    if (startBy >= dayIn(zone, now)) return `Start by ${by}: ${words.title}`;
    const due = ladder === 'hard' ? `, due ${phraseShortDay(deadline.day)}` : '';
    return `Late, was to start by ${by}${due}: ${words.title}`;
  }
  const day = phraseShortDay(deadline.day);
  const when = deadline.certainty === 'estimated' ? `${day} (estimated)` : day;
  if (now >= deadline.at && ladder !== 'prompt') {
    return ladder === 'window'
      ? `Late, do this now: ${words.title}`
      : `Was due ${when}: ${words.title}`;
  }
  // A prompt is a suggestion: its date cannot be missed.
  if (ladder === 'prompt') {
    return startBy ? `Still open: ${words.title}` : `This week: ${words.title}`;
  }
  const left = daysLeft(deadline, zone, now);
  if (left < 0) return `Only hours left: ${words.title}`;
  if (left === 0) return `Due today, ${when}: ${words.title}`;
  if (rung === 'opens') return `Now open: ${words.title}, until ${when}`;
  return ladder === 'window' ? `Best by ${when}: ${words.title}` : `Due ${when}: ${words.title}`;
}

function restOf({ rung, occasion }: Nudge, zone: string, now: Instant): string {
  const left = daysLeft(occasion.deadline, zone, now);
  if (occasion.startBy) return '';
  const isUntimed = occasion.ladder === 'prompt' || occasion.ladder === 'loss' || rung === 'opens';
  if (now >= occasion.deadline.at || left <= 0 || isUntimed) return '';
  return left === 1 ? '1 day left' : `${left} days left`;
}
