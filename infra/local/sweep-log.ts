/** What a sweep leaves in the log: a line when it did something, and one for each person it could not look at. */
import { log } from '#functions/adapters/log.ts';
import type { SweepReport } from '#functions/sweep.ts';

export function reportSweep({ errors, notes, ...sums }: SweepReport): void {
  for (const { level, event, fields } of notes) log(level, event, fields);
  for (const { personId, error } of errors) log('error', 'visit-failed', { personId, error });
  const { refused, unknown, lost, held, failed, finished } = sums;
  if (refused + unknown + lost + held + failed > 0 || !finished) log('warn', 'sweep', sums);
}
