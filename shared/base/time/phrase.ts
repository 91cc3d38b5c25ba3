/** Days and moments as people read them: `Fri, Sep 3, 2027, 5:00 p.m. ET (Sat, Sep 4, 2:30 a.m. in Kolkata)`. */
import { type Day, daysBetween, isDay, partsOf, weekdayOf } from './day.ts';
import { dayIn, EASTERN, type Instant, minuteOfDayIn } from './instant.ts';

const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Fri, Sep 3, 2027` */
export function phraseDay(day: Day): string {
  return `${phraseShortDay(day)}, ${partsOf(day).year}`;
}

/** A text of a table, with its days as people read them. */
export function withDays(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? phraseDay(day) : day));
}

/** `Fri, Sep 3`, where the year is clear from the context. */
export function phraseShortDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]}, ${phraseDate(day)}`;
}

/** `Sep 3`, in a row of days that has no room for more. */
export function phraseDate(day: Day): string {
  const { month, dayOfMonth } = partsOf(day);
  return `${MONTHS[month - 1]} ${dayOfMonth}`;
}

/** Half a year either way: beyond it a day without its year may be another one. */
const NEAR_DAYS = 180;

/** A day of every year: `11-15` → `Nov 15` */
export function phraseYearly(day: string): string {
  const [month, dayOfMonth] = day.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(dayOfMonth)}`;
}

/** `Fri, Sep 3`, with its year where that is not clear on this day. */
export function phraseNearDay(day: Day, today: Day): string {
  return Math.abs(daysBetween(today, day)) > NEAR_DAYS ? phraseDay(day) : phraseShortDay(day);
}

/** `2027-09` → `Sep 2027` */
export function phraseMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

/** In Eastern time and, where the reader's clock differs, in local time too; the local year only where it differs. */
export function phraseInstant(instant: Instant, zone: string): string {
  const easternDay = dayIn(EASTERN, instant);
  const eastern = `${phraseDay(easternDay)}, ${phraseClock(instant, EASTERN)} ET`;
  const localDay = dayIn(zone, instant);
  const clock = phraseClock(instant, zone);
  if (localDay === easternDay && clock === phraseClock(instant, EASTERN)) return eastern;
  const sameYear = partsOf(localDay).year === partsOf(easternDay).year;
  const day = sameYear ? phraseShortDay(localDay) : phraseDay(localDay);
  return `${eastern} (${day}, ${clock} in ${placeOf(zone)})`;
}

/** Local time only: `Sat, Sep 4, 2027, 2:30 a.m. in Kolkata`. */
export function phraseLocal(instant: Instant, zone: string): string {
  return `${phraseDay(dayIn(zone, instant))}, ${phraseClock(instant, zone)} in ${placeOf(zone)}`;
}

/** `Sofia 5:02 p.m.` */
export function phrasePlaceClock(instant: Instant, zone: string): string {
  return `${placeOf(zone)} ${phraseClock(instant, zone)}`;
}

/** `today`, `tomorrow`, `in 9 days`, `yesterday`, `9 days ago`. */
export function phraseDistance(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** `Asia/Kolkata` → `Kolkata`, `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `5:02 p.m.` */
export function phraseClock(instant: Instant, zone: string): string {
  const minuteOfDay = minuteOfDayIn(zone, instant);
  const hour = Math.floor(minuteOfDay / 60);
  const minute = String(minuteOfDay % 60).padStart(2, '0');
  return `${hour % 12 || 12}:${minute} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}
