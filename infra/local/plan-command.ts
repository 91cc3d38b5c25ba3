/** `npm run plan -- FILE.json [--json]`: one applicant's plan. Bad input is file, field and reason, and exit code 1. */
import { readFileSync, statSync } from 'node:fs';
import { systemClock } from '../../functions/adapters/clock.ts';
import { readEnv } from '../../functions/adapters/env.ts';
import { planReport } from '../../shared/plan-file/plan-report.ts';
import { planText } from '../../shared/plan-file/plan-text.ts';
import { readPlanFile } from '../../shared/plan-file/read-plan-file.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { PUBLISHED_WORLD } from '../../shared/world.ts';

const USAGE = 'Usage: npm run plan -- FILE.json [--json]. An example: docs/plan-example.json';
/** An applicant's file is a few kilobytes. */
const FILE_BYTES_MAX = 1_000_000;

const answered = answer(process.argv.slice(2));
if (answered.ok) {
  process.stdout.write(answered.value);
} else {
  console.error(answered.failure);
  process.exitCode = 1;
}

function answer(args: readonly string[]): Result<string, string> {
  const options = args.filter((arg) => arg.startsWith('-'));
  const [path, ...others] = args.filter((arg) => !arg.startsWith('-'));
  const unknown = options.find((option) => option !== '--json');
  if (unknown) return failure(`${unknown} is not an option. ${USAGE}`);
  if (!path || others.length > 0) return failure(USAGE);
  const env = readEnv();
  if (!env.ok) return env;
  const text = textOf(path);
  if (!text.ok) return text;
  const now = env.value.startAt ?? systemClock.now();
  const facts = readPlanFile(text.value, now, PUBLISHED_WORLD);
  if (!facts.ok) return failure(facts.failure.map((problem) => `${path}: ${problem}`).join('\n'));
  const report = planReport(facts.value, PUBLISHED_WORLD, now);
  if (!options.includes('--json')) return success(planText(facts.value, report));
  const { steps, nudges, findings } = report;
  return success(`${JSON.stringify({ steps, nudges, findings }, null, 2)}\n`);
}

function textOf(path: string): Result<string, string> {
  try {
    if (statSync(path).size > FILE_BYTES_MAX) return failure(`${path}: is larger than 1 MB`);
    return success(readFileSync(path, 'utf8'));
  } catch {
    return failure(`${path}: cannot be read`);
  }
}
