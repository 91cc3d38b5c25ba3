/**
 * `npm run simulate -- [--applicants N] [--season YYYY] [--seed S] [--faults] [--page FILE.html] [--json]`: eighteen months of
 * hourly sweeps in virtual time. Exit code 1 unless every due nudge left once, in time, and never after it was done.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { heedReaderGone } from '#infra/local/reader-gone.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type CountryOrder, runCountry, spanOf } from './country.ts';
import { failingsOf, type Outcome, outcomeOf } from './outcome.ts';
import { seasonPage } from './picture/season-page.ts';

const USAGE =
  'Usage: npm run simulate -- [--applicants 500] [--season 2028] [--seed 7] [--faults] [--page FILE.html] [--json]';
const APPLICANTS_MAX = 5000;
const SEED_MAX = 2 ** 31;

heedReaderGone();
const asked = read(process.argv.slice(2));
if (asked.ok) await run(asked.value);
else {
  console.error(asked.failure);
  process.exitCode = 1;
}

interface Asked extends CountryOrder {
  readonly page?: string;
  readonly json: boolean;
}

async function run({ page, json, ...order }: Asked): Promise<void> {
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
  process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : tableOf(outcome));
  const failings = failingsOf(outcome);
  if (failings.length === 0) return;
  console.error(`The season fails. ${failings.join(', ')}`);
  for (const { complaints } of reports) for (const words of complaints) console.error(words);
  process.exitCode = 1;
}

function read(args: string[]): Result<Asked, string> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        applicants: { type: 'string', default: '100' },
        season: { type: 'string', default: '2028' },
        seed: { type: 'string', default: '1' },
        faults: { type: 'boolean', default: false },
        page: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const applicants = wholeNumber('--applicants', values.applicants, 1, APPLICANTS_MAX);
    const season = wholeNumber('--season', values.season, 2022, 2058);
    const seed = wholeNumber('--seed', values.seed, 0, SEED_MAX);
    const { faults, json, page } = values;
    return success({ applicants, season, seed, faults, json, ...(page && { page }) });
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : error} ${USAGE}`);
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new RangeError(`${option} is a whole number from ${least} to ${most}, not ${text}.`);
}

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
