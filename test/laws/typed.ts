/** The event of a press, with what is to be typed typed. */
import type { Answer } from '#shared/agenda/answer.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';

export function typedEvent(
  { event, asks = [] }: Answer & { does: 'report' },
  now: Instant,
): PlanEvent {
  const today = dayIn(EASTERN, now);
  const typed: Readonly<Record<string, object>> = {
    writer: { writer: { name: 'Dr. Amsel', specialty: 'ir' } },
    mood: { mood: 'positive' },
    mentor: { mentor: 'Dr. Birk' },
    on: { on: today },
    day: { day: plusDays(today, 30) },
    expiresOn: { expiresOn: plusDays(today, 14) },
    issuedOn: { issuedOn: today },
    appointmentOn: { appointmentOn: plusDays(today, 20) },
    dates: { dates: { start: plusDays(today, 150), end: plusDays(today, 175) } },
  };
  return Object.assign({ ...event }, ...asks.map((each) => typed[each] ?? {})) as PlanEvent;
}
