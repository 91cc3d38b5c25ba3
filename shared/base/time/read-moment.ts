/** A moment as a sheet holds it: as exports write it in CSV or in a workbook, or a day alone. */
import { daySchema } from './day.ts';
import { EASTERN, type Instant, instantSchema, startOfDay } from './instant.ts';

/** A day alone begins where rotations happen; a date and a time are of UTC, as in our workbooks. Text that is no moment comes back as it is, for a schema to refuse. */
export function readMoment(text: string): Instant | string {
  const day = daySchema.safeParse(text);
  if (day.success) return startOfDay(day.data, EASTERN);
  const [, date, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)(?: UTC)?$/.exec(text) ?? [];
  const moment = instantSchema.safeParse(date ? `${date}T${time?.padEnd(8, ':00')}.000Z` : text);
  return moment.success ? moment.data : text;
}
