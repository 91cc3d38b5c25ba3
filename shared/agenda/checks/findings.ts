/** What a back-plan finds: where it breaks, and what must be found out before it can be trusted. */

import { plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { BackPlan } from '../back-plan/back-plan.ts';
import { STEP_FACTS } from '../back-plan/step-table.ts';
import type { Diagnostic } from './diagnostic.ts';

const SOURCE = 'computed back from the first day that you entered';

export function backPlanFindings(plan: BackPlan): Diagnostic[] {
  const base = { rule: 'back-plan', subject: plan.rotationId };
  const { impossible } = plan;
  const broken = impossible && plan.steps.find(({ step }) => step === impossible.step);
  return [
    ...(impossible
      ? [
          {
            ...base,
            severity: 'impossible' as const,
            says: `It cannot be done in time: at the step “${STEP_FACTS[impossible.step].title}” ${impossible.byDays} ${impossible.byDays === 1 ? 'day is' : 'days are'} missing, even in a hurry.`,
            fix: `Ask the host for a start on or after ${phraseDay(plusDays(plan.start, impossible.byDays))}, or choose another host.`,
            source: broken?.source ?? SOURCE,
          },
        ]
      : []),
    ...plan.asks.map((says) => ({
      ...base,
      severity: 'warning' as const,
      says,
      fix: 'Enter it in your profile.',
      source: SOURCE,
    })),
  ];
}
