/** What every step of a rotation's path has in common: its times, what it needs, and what was reported about it. */
import type { ReportedStep, Rotation } from '#shared/plan/facts/rotation.ts';
import { report } from '../answer.ts';
import { type Draft, idOf } from '../matter.ts';
import { TAKES } from './step-times.ts';

/** True while its first day is ahead, as far as anybody has reported. */
export function isAhead({ stage, status }: Rotation): boolean {
  return (
    stage === 'identify' || stage === 'apply' || stage === 'documents' || status === 'upcoming'
  );
}

export function hasApplied({ status }: Pick<Rotation, 'status'>): boolean {
  return status !== 'shortlisted' && status !== 'preparing';
}

export function step(
  rotation: Rotation,
  rule: keyof typeof TAKES,
): Pick<Draft, 'rule' | 'subject' | 'kind' | 'takes'> {
  return { rule, subject: rotation.id, kind: 'step', takes: TAKES[rule] };
}

export function need(rotation: Rotation, ...rules: string[]): string[] {
  return rules.map((rule) => idOf(rule, rotation.id));
}

export function stepReport(
  { id }: Rotation,
  step: ReportedStep,
  state: 'begun' | 'done',
  ...asks: readonly string[]
) {
  return report({ type: 'step-reported', rotationId: id, step, state }, ...asks);
}

export function reported(
  { steps = [] }: Rotation,
  name: ReportedStep,
): 'begun' | 'done' | undefined {
  return steps.find(({ step: each }) => each === name)?.state;
}
