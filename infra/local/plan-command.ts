/** `npm run plan`: one applicant's plan. */

import { failure, success } from '#shared/base/result.ts';
import { occasionKey } from '#shared/people/mailing/entry.ts';
import { emailDays, planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { readPlanFile } from '#shared/plan/plan-file/read-plan-file.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { runCommand } from './commands/run.ts';
import { onFile } from './input-file.ts';

await runCommand('plan', ({ file, json }) =>
  onFile(file, (text, now, nowIn) => {
    const read = readPlanFile(text, now, PUBLISHED_WORLD);
    if (!read.ok) return failure(read.failure.map((problem) => `${file}: ${problem}`).join('\n'));
    const { facts, notices } = read.value;
    const at = nowIn(facts.profile.zone);
    const report = planReport(facts, PUBLISHED_WORLD, at);
    const emailed = emailDays(facts, PUBLISHED_WORLD, at);
    if (!json) {
      const aside = notices.map((notice) => `${file}: ${notice}.\n`).join('');
      return success(`${planText(facts, report, emailed)}${aside && `\n${aside}`}`);
    }
    const { state, next, late, steps, papers, nudges, findings } = report;
    const dated = nudges.map((nudge) => {
      const emailedOn = emailed.get(occasionKey(nudge.rule, nudge.subject));
      return emailedOn ? { ...nudge, emailedOn } : nudge;
    });
    const aside = notices.length > 0 ? { notices } : {};
    const answer = { ...aside, state, next, late, steps, papers, nudges: dated, findings };
    return success(JSON.stringify(answer, null, 2));
  }),
);
