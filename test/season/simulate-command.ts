/**
 * `npm run simulate -- [--applicants N] [--season YYYY] [--seed S] [--faults] [--page FILE.html] [--json]`: eighteen months of
 * hourly sweeps in virtual time. Exit code 1 unless every due nudge left once, in time, and never after it was done.
 */
import { writeFileSync } from 'node:fs';
import { runCommand } from '#infra/local/commands/run.ts';
import { failure, success } from '#shared/base/result.ts';
import { runCountry, spanOf } from './country.ts';
import { failingsOf, type Outcome, outcomeOf } from './outcome.ts';
import { seasonPage } from './picture/season-page.ts';

await runCommand('simulate', async ({ form: _, page, json, ...order }) => {
  const began = performance.now();
  const { villages } = await runCountry(order, progressOn(process.stderr));
  const seconds = Math.round((performance.now() - began) / 1000);
  const reports = villages.map(({ report }) => report);
  const outcome = outcomeOf({ ...order, seconds }, reports);
  if (page) {
    const chronicles = villages.map(({ chronicle }) => chronicle);
    const { start, end } = spanOf(order.season);
    writeFileSync(page, seasonPage(outcome, chronicles, start, end));
  }
  const said = json ? `${JSON.stringify(outcome)}\n` : tableOf(outcome);
  const failings = failingsOf(outcome);
  if (failings.length === 0) return success(said);
  process.stdout.write(said);
  const complaints = reports.flatMap((report) => report.complaints);
  return failure([`The season fails. ${failings.join(', ')}`, ...complaints].join('\n'));
});

/** A line at each tenth, so that a log stays short. */
function progressOn(stream: NodeJS.WritableStream): (share: number) => void {
  let said = 0;
  return (share) => {
    const tenth = Math.floor(share * 10);
    if (tenth <= said) return;
    said = tenth;
    stream.write(`${tenth * 10} % of the season\n`);
  };
}

function tableOf(outcome: Outcome): string {
  return Object.entries(outcome)
    .map(([name, value]) => `${name.padEnd(20)} ${value}\n`)
    .join('');
}
