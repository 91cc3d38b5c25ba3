/** What a sweep leaves in the log: a line when it did something, and one for each person it could not look at. */
import { log } from '#functions/adapters/log.ts';
import type { SweepReport } from '#functions/sweep.ts';

export function reportSweep({ errors, ...sums }: SweepReport): void {
  for (const { personId, error } of errors) log('error', 'visit-failed', { personId, error });
  const { refused, unknown, lost, failed, finished } = sums;
  if (refused + unknown + lost + failed > 0 || !finished) log('warn', 'sweep', sums);
}
