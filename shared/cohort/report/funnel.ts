/** How far rotations got, from the list to the assigned letter, and where they were lost. */
import type { SummaryRotation } from '#shared/people/outlook/summary.ts';
import { FURTHEST_STEPS, type FurthestStep, furthestStep } from '#shared/plan/rotation/furthest.ts';

export const FUNNEL_WORDS: Readonly<Record<FurthestStep, string>> = {
  identify: 'on a list',
  apply: 'applied',
  offered: 'offered',
  confirmed: 'confirmed',
  done: 'done',
  received: 'letter in ERAS',
  assigned: 'letter assigned',
};

/** True of a rotation that got this far, whatever happened later. */
export function reachedStep(rotation: SummaryRotation, step: FurthestStep): boolean {
  return FURTHEST_STEPS.indexOf(step) <= FURTHEST_STEPS.indexOf(furthestOf(rotation));
}

/** The last step before the rotation was rejected, withdrawn, canceled, or missed; undefined for one that is open or complete. */
export function wasLostAt(rotation: SummaryRotation): FurthestStep | undefined {
  if (rotation.stage !== 'closed' || rotation.closed === 'complete') return undefined;
  return furthestOf(rotation);
}

/** A row that an earlier release wrote has no step of a closed one: its reason and letters tell. */
export function furthestOf(rotation: SummaryRotation): FurthestStep {
  return rotation.furthest ?? furthestStep(rotation);
}
