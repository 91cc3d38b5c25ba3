/** What mails have not moved: a person's next word about it is their advisor's. features.md section 4, escalation. */
import type { Applicant } from '../applicant/applicant.ts';
import { DAY_MS, type Instant, msBetween } from '../time/instant.ts';
import type { World } from '../world.ts';
import { rungsOf } from './ladder.ts';
import { counts } from './mail-record.ts';
import type { Occasion } from './occasion.ts';
import { openOccasions } from './open-occasions.ts';

export interface SpentOccasion {
  readonly occasion: Occasion;
  /** `overdue`: a week past its date and told twice. `unanswered`: three mails of it, and no act on it since the first. */
  readonly why: 'overdue' | 'unanswered';
}

const UNANSWERED_MAX = 3;

/**
 * Hard dates for which a case is due: mails about them go no further. A rung that was put off was not mailed, so it is
 * never counted as unanswered.
 * @param applicant with time already passed up to `now`
 */
export function spentOccasions(applicant: Applicant, world: World, now: Instant): SpentOccasion[] {
  return openOccasions(applicant, world)
    .filter(({ ladder }) => ladder === 'hard')
    .flatMap((occasion): SpentOccasion[] => {
      if (isOverdue(occasion, applicant, now)) return [{ occasion, why: 'overdue' }];
      return isUnanswered(occasion, applicant) ? [{ occasion, why: 'unanswered' }] : [];
    });
}

/** From a day after the morning of the last rung on. */
function isOverdue(occasion: Occasion, { facts }: Applicant, now: Instant): boolean {
  const last = rungsOf(occasion, facts.profile.zone).at(-1);
  return last !== undefined && msBetween(last.at, now) >= DAY_MS;
}

function isUnanswered({ rule, subject, deadline }: Occasion, applicant: Applicant): boolean {
  const key = `${rule}|${subject}|${deadline.day}|`;
  const about = applicant.mails.filter(
    (mail) => counts(mail) && mail.keys.some((each) => each.startsWith(key)),
  );
  const first = about.at(-UNANSWERED_MAX)?.claimedAt;
  if (!first) return false;
  const rotationId = subject.split('/')[0];
  return !applicant.history.some(
    ({ by, at, event }) =>
      by === 'applicant' &&
      at > first &&
      (('rotationId' in event && event.rotationId === rotationId) ||
        (event.type === 'snoozed' && event.rule === rule && event.subject === subject)),
  );
}
