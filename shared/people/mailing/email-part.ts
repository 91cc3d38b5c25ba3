/** The calendar changes that go with an email: a date when first mentioned or changed, and a cancellation. The ledger remembers them. */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant } from '../person/applicant.ts';
import { type CalendarEntry, calendarEntries, dateEntry, occasionEntry } from './entry.ts';
import type { CalendarChange } from './ics.ts';
import { calendarKeysSaid } from './ledger.ts';
import { presentOf } from './notice.ts';
import type { PlannedEmail } from './plan.ts';
import { labelOfKey, type PlanDate } from './plan-dates.ts';

export function withCalendar(
  planned: PlannedEmail,
  applicant: Applicant,
  world: World,
  now: Instant,
): PlannedEmail {
  const calendar = changesOf(planned, applicant, world, now);
  return calendar.length === 0 ? planned : { ...planned, calendar };
}

function changesOf(
  planned: PlannedEmail,
  applicant: Applicant,
  world: World,
  now: Instant,
): CalendarChange[] {
  const { zone } = applicant.facts.profile;
  const today = dayIn(zone, now);
  const held = heldBy(applicant);
  const present = new Map(
    calendarEntries(applicant, world, now).map((entry) => [entry.key, entry]),
  );
  const spoken = spokenOf(planned, applicant, world);
  const fresh = spoken.filter(({ key, day }) => held.get(key)?.day !== day && day >= today);
  const named = new Set(spoken.map(({ key }) => key));
  const stale = [...held].flatMap(([key, { day }]): CalendarChange[] => {
    const is = present.get(key);
    if (named.has(key) || is?.day === day || day < today) return [];
    return [is ? { ...is, status: 'confirmed' } : { ...gone(key, day), status: 'canceled' }];
  });
  return [...fresh, ...stale];
}

/** The dates that this email mentions. */
function spokenOf(planned: PlannedEmail, applicant: Applicant, world: World): CalendarChange[] {
  const { zone } = applicant.facts.profile;
  const deadlines = planned.nudges
    .filter(({ occasion }) => !occasion.isQuestion)
    .map(({ occasion }) => occasionEntry(occasion, zone));
  const moved = applicant.causes.find(({ id }) => id === planned.causeId)?.moved ?? [];
  const dates = moved.map((date): CalendarChange => {
    const is: PlanDate | undefined = presentOf(applicant, date, world);
    return is
      ? { ...dateEntry(is, zone), status: 'confirmed' }
      : { ...gone(date.key, date.was.day), status: 'canceled' };
  });
  return [...deadlines.map((entry) => ({ ...entry, status: 'confirmed' as const })), ...dates];
}

/** What our emails have added to the person's calendar and not removed, by key. */
function heldBy({ emails, olderKeys }: Applicant): Map<string, { readonly day: Day }> {
  const held = new Map<string, { readonly day: Day }>();
  for (const said of [...olderKeys, ...calendarKeysSaid(emails)]) {
    const [rule, key = '', day, rung] = said.split('|');
    if (rule !== 'calendar') continue;
    if (rung === 'on') held.set(key, { day: day as Day });
    else held.delete(key);
  }
  return held;
}

function gone(key: string, day: Day): CalendarEntry {
  const title = key.startsWith('season/') ? labelOfKey(key) : 'a date of your plan';
  return { key, day, title, details: 'This date is no longer on your plan.' };
}
