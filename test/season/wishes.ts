/** How a person wishes to be emailed, as the oracle reads it from their facts; what they did not say is as features.md has it. */
import type { Day } from '#shared/base/time/day.ts';
import type { ClockTime } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { TOPICS } from '#shared/plan/facts/topics.ts';
import type { Occasion } from '#shared/words/occasions.ts';

export interface Wishes {
  readonly zone: string;
  readonly hour: ClockTime | undefined;
  readonly quietFrom: ClockTime;
  readonly quietUntil: ClockTime;
  readonly wantsOverview: boolean;
  wants(occasion: Occasion): boolean;
  /** The day until which it was put off. */
  putOffUntil(occasion: Occasion): Day | undefined;
}

export function wishesOf({ profile, mailing = {} }: Facts): Wishes {
  const { stopped = [], snoozes = [] } = mailing;
  const unwanted: string[] = stopped.flatMap((topic) => [...TOPICS[topic].rules]);
  return {
    zone: profile.zone,
    hour: mailing.hour,
    quietFrom: mailing.quietFrom ?? '21:00',
    quietUntil: mailing.quietUntil ?? '08:00',
    wantsOverview: !stopped.includes('overview'),
    wants: ({ rule }) => !unwanted.includes(rule),
    putOffUntil: ({ rule, subject, deadline }) =>
      snoozes.find(
        (each) => each.rule === rule && each.subject === subject && each.day === deadline.day,
      )?.until,
  };
}
