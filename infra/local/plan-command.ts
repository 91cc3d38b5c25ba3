/** `npm run plan -- FILE.json [--json]`: one applicant's plan. Bad input is file, field and reason, and exit code 1. */

import { readPlanFile } from '#shared/agenda/plan-file/read-plan-file.ts';
import { failure, success } from '#shared/base/result.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { runFileCommand } from './file-command.ts';

runFileCommand({
  usage: 'Usage: npm run plan -- FILE.json [--json]. An example: docs/plan-example.json',
  options: ['--json'],
  // An applicant's file is a few kilobytes.
  bytesMax: 1_000_000,
  answer: ({ path, text, options, now }) => {
    const facts = readPlanFile(text, now, PUBLISHED_WORLD);
    if (!facts.ok) return failure(facts.failure.map((problem) => `${path}: ${problem}`).join('\n'));
    const report = planReport(facts.value, PUBLISHED_WORLD, now);
    if (!options.includes('--json')) return success(planText(facts.value, report));
    const { steps, nudges, findings } = report;
    return success(`${JSON.stringify({ steps, nudges, findings }, null, 2)}\n`);
  },
});
