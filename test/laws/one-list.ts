/** What the state and the standings call late or impossible, the plan command names as such, with the same days. */
import { type AgendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { dayShown } from '#shared/agenda/matter.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { GeneratedPlan } from './plans.ts';

export function oneList(
  { applicant, now }: GeneratedPlan,
  judge: (facts: GeneratedPlan['applicant']['facts'], now: GeneratedPlan['now']) => AgendaAt,
): string[] {
  const at = judge(applicant.facts, now);
  const { late, steps, findings } = planReport(applicant.facts, PUBLISHED_WORLD, now);
  const isImpossible = findings.some(({ severity }) => severity === 'impossible');
  return [
    ...(at.state.name === 'cannot-be' && !isImpossible
      ? ['the state is impossible, and no finding says so']
      : []),
    ...at.matters.flatMap((matter) => {
      const { id, rule, subject, whose } = matter;
      const { name, byDays = 0 } = standingOf(at, matter);
      const isAsked = name === 'unknown' && byDays > 0;
      const isLate = whose === 'applicant' && (name === 'late' || isAsked);
      const listed = late.find((each) => each.rule === rule && each.subject === subject)?.byDays;
      const expected = isLate ? byDays : undefined;
      if (listed !== expected) return [`${id} is late by ${expected}, the command says ${listed}`];
      const step = steps.find((each) => each.rule === rule && each.rotationId === subject);
      const shown = step && (step.startBy ?? step.doneBy);
      // After a yes the step of all papers shows the first paper that is open, each a matter of its own.
      if (rule === 'G14b' && matter.done) return [];
      const day = matter.done ? undefined : dayShown(matter);
      return step && shown !== day ? [`${id} has ${day}, the command shows ${shown}`] : [];
    }),
  ];
}
