import { daySchema } from './day.ts';
import { EASTERN, type Instant, instantSchema, startOfDay } from './instant.ts';

/** A sheet's cell: a day starts in Eastern time, a date with a time is UTC as in our workbooks; other text is left for a schema to refuse. */
export function readMoment(text: string): Instant | string {
  const day = daySchema.safeParse(text);
  if (day.success) return startOfDay(day.data, EASTERN);
  const [, date, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)(?: UTC)?$/.exec(text) ?? [];
  const moment = instantSchema.safeParse(date ? `${date}T${time?.padEnd(8, ':00')}.000Z` : text);
  return moment.success ? moment.data : text;
}
