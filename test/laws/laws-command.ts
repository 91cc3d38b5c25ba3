/** `npm run laws -- [--plans N]`: every law on so many generated plans. Exit code 1 where one is broken. */
import { runCommand } from '#infra/local/commands/run.ts';
import { failure, success } from '#shared/base/result.ts';
import { type LawsRun, runLaws } from './run.ts';

/** Enough to see what kind of fault it is. */
const SHOWN_MAX = 20;

await runCommand('laws', ({ plans }) => {
  const run = runLaws(plans);
  const isSound = Object.values(run.broken).every((broken) => broken.length === 0);
  return isSound ? success(textOf(run)) : failure(textOf(run));
});

function textOf({ plans, matters, broken, reached, ends, cpuSeconds }: LawsRun): string {
  return [
    `${plans} plans, ${matters} matters, ${cpuSeconds.toFixed(1)} CPU-seconds`,
    ...Object.entries(broken).flatMap(([law, found]) => [
      `law ${law}: ${found.length === 0 ? 'holds' : `broken ${found.length} times`}`,
      ...found.slice(0, SHOWN_MAX).map((each) => `  ${each}`),
    ]),
    ...Object.entries(ends).map(
      ([end, count]) => `rules of the guide that end as ${end}: ${count}`,
    ),
    ...Object.entries(reached)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, count]) => `${what}: ${count}`),
  ].join('\n');
}
