/** What a person wants from the emails now and then: puts off what an email said, changes hours, stops a topic. */

import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { WishEvent } from '#shared/plan/facts/events.ts';
import {
  DIGEST_HOURS,
  mailingOf,
  QUIET_FROM_HOURS,
  QUIET_UNTIL_HOURS,
} from '#shared/plan/facts/mailing.ts';
import { TOPIC_NAMES } from '#shared/plan/facts/topics.ts';
import type { Random } from './random.ts';

/** Undefined when there is nothing to put off and nothing else came to mind. */
export function wishOf(random: Random, item: Applicant, now: Instant): WishEvent | undefined {
  const draw = random.next();
  if (draw < 0.5) return snooze(random, item, now);
  if (draw < 0.6) return wake(item);
  if (draw < 0.75) {
    return {
      type: 'email-hours-set',
      hour: random.pick(['morning', ...DIGEST_HOURS]),
      quietFrom: random.pick(QUIET_FROM_HOURS),
      quietUntil: random.pick(QUIET_UNTIL_HOURS),
    };
  }
  const wish = random.chance(0.6) ? 'stopped' : 'emailed';
  return { type: 'topic-set', topic: random.pick(TOPIC_NAMES), wish };
}

/** What the latest digest spoke of, to a day that is sometimes past its date, with and without saying so. */
function snooze(random: Random, item: Applicant, now: Instant): WishEvent | undefined {
  const said = item.emails.findLast(({ stream }) => stream === 'digest')?.keys ?? [];
  const [first, ...others] = said.filter((key) => !key.startsWith('overview|'));
  if (!first) return undefined;
  const [rule = '', subject = ''] = random.pick([first, ...others]).split('|');
  const days = random.pick([1, 3, random.between(1, 25)]);
  const until = plusDays(dayIn(item.facts.profile.zone, now), days);
  return { type: 'snoozed', rule, subject, until };
}

function wake({ facts }: Applicant): WishEvent | undefined {
  const [snoozed] = mailingOf(facts).snoozes;
  return snoozed && { type: 'snooze-ended', rule: snoozed.rule, subject: snoozed.subject };
}
