/** A person's wishes about emails, written into their facts: snoozes, hours, topics. */

import { agenda } from '#shared/agenda/agenda.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Day, earliest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { WishEvent } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { type Mailing, mailingOf, SNOOZES_MAX, type Snooze } from '#shared/plan/facts/mailing.ts';
import { type PlanRefusal, refusals } from '#shared/plan/facts/refusals.ts';
import type { World } from '#shared/world/world.ts';

/** A snooze that has been over this long has been mentioned. */
const OVER_DAYS = 90;

/** The wish kept; refused where nothing can be put off, or nothing was. `before`: the day of the next reminder that nothing holds back. */
export function setWish(
  facts: Facts,
  event: WishEvent,
  now: Instant,
  world: World,
  before?: Day,
): Result<Facts, PlanRefusal> {
  const set = (mailing: Mailing) =>
    success({ ...facts, mailing: { ...facts.mailing, ...mailing } });
  const { stopped, snoozes } = mailingOf(facts);
  switch (event.type) {
    case 'snoozed':
      return snooze(facts, event, now, world, before);
    case 'snooze-ended': {
      const others = snoozes.filter((each) => !isAbout(each, event));
      return others.length < snoozes.length
        ? set({ snoozes: others })
        : failure(refusals.notPutOff());
    }
    case 'email-hours-set': {
      const { hour, quietFrom, quietUntil } = event;
      const { hour: _, ...kept } = facts.mailing ?? {};
      return success({
        ...facts,
        mailing: { ...kept, quietFrom, quietUntil, ...(hour !== 'morning' && { hour }) },
      });
    }
    case 'topic-set': {
      const others = stopped.filter((topic) => topic !== event.topic);
      return set({ stopped: event.wish === 'stopped' ? [...others, event.topic] : others });
    }
  }
}

/** What is put off, while it is undone; absent for what the plan does not hold. */
function matterToPutOff(
  facts: Facts,
  world: World,
  about: { readonly rule: string; readonly subject: string },
): Matter | undefined {
  return agenda(facts, world).find((matter) => !matter.done && isAbout(matter, about));
}

function snooze(
  facts: Facts,
  event: Extract<WishEvent, { type: 'snoozed' }>,
  now: Instant,
  world: World,
  before?: Day,
): Result<Facts, PlanRefusal> {
  const { rule, subject, until } = event;
  const matter = matterToPutOff(facts, world, event);
  if (!matter) return failure(refusals.nothingToPutOff());
  const today = dayIn(facts.profile.zone, now);
  if (until <= today) return failure(refusals.putOffIntoThePast());
  const day = matter.due?.day ?? dayShown(matter) ?? until;
  const bounds = [before, matter.lastDay?.day].filter((each) => each !== undefined);
  const [first, ...more] = bounds;
  const last = first && plusDays(earliest(first, ...more), -1);
  if (last && last <= today) return failure(refusals.cannotBePutOff());
  if (last && until > last) return failure(refusals.putOffTooLong(last));
  const others = mailingOf(facts).snoozes.filter(
    (each) => !isAbout(each, event) && !isOver(each.until, today),
  );
  if (others.length >= SNOOZES_MAX) return failure(refusals.tooManyPutOff(SNOOZES_MAX));
  const snoozes: Snooze[] = [...others, { rule, subject, day, until }];
  return success({ ...facts, mailing: { ...facts.mailing, snoozes } });
}

function isAbout(
  one: { readonly rule: string; readonly subject: string },
  other: { readonly rule: string; readonly subject: string },
): boolean {
  return one.rule === other.rule && one.subject === other.subject;
}

function isOver(until: Day, today: Day): boolean {
  return plusDays(until, OVER_DAYS) < today;
}
