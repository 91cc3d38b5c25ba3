/** What every step of a rotation's path has in common: its times, what it needs, and what was reported about it. */
import type { ReportedStep, Rotation } from '#shared/plan/facts/rotation.ts';
import { report } from '../answer.ts';
import { type Draft, idOf, ofRotation } from '../matter.ts';
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

export function step(rotation: Rotation, rule: keyof typeof TAKES): Draft {
  return { ...ofRotation(rotation, rule, 'step'), takes: TAKES[rule] };
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

/** As it was reported, or @param isDone as other facts show. */
export function progressOf(
  rotation: Rotation,
  name: ReportedStep,
  isDone: boolean = false,
): Pick<Draft, 'done' | 'begun'> {
  const state = reported(rotation, name);
  return isDone || state === 'done' ? { done: true } : { begun: state === 'begun' };
}
