/** How far rotations got, from the list to the assigned letter, and where they were lost. */
import type { SummaryRotation } from '#shared/people/outlook/summary.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { wasDone } from '#shared/plan/rotation/kind.ts';
import { FUNNEL_STEPS } from './filters.ts';
import type { ReportRow } from './row.ts';

type FunnelStep = (typeof FUNNEL_STEPS)[number];

export const FUNNEL_WORDS: Readonly<Record<FunnelStep, string>> = {
  identify: 'on a list',
  apply: 'applied',
  offered: 'offered',
  confirmed: 'confirmed',
  done: 'done',
  received: 'letter in ERAS',
  assigned: 'letter assigned',
};

interface FunnelBar {
  readonly step: FunnelStep;
  /** Rotations that got this far, whatever happened later. */
  readonly reached: number;
  /** Those of them that were lost before the next step: rejected, withdrawn, canceled, or missed. */
  readonly lost: number;
}

export function funnelOf(rows: readonly ReportRow[]): FunnelBar[] {
  const rotations = rows.flatMap(({ of }) => of.rotations);
  return FUNNEL_STEPS.map((step) => ({
    step,
    reached: rotations.filter((rotation) => reachedStep(rotation, step)).length,
    lost: rotations.filter((rotation) => wasLostAt(rotation) === step).length,
  }));
}

export function reachedStep(rotation: SummaryRotation, step: FunnelStep): boolean {
  return FUNNEL_STEPS.indexOf(step) <= FUNNEL_STEPS.indexOf(furthestStep(rotation));
}

/** The last step before the rotation was lost; undefined for one that is open or complete. */
export function wasLostAt(rotation: SummaryRotation): FunnelStep | undefined {
  if (rotation.stage !== 'closed' || rotation.closed === 'complete') return undefined;
  return furthestStep(rotation);
}

/** A closed rotation has no stage: how far it got follows from its letters and from why it closed. */
function furthestStep(rotation: SummaryRotation): FunnelStep {
  const { letters, stage, status, closed } = rotation;
  if (letters.some((letter) => letter.status === 'assigned')) return 'assigned';
  if (letters.some(isInEras)) return 'received';
  if (wasDone(rotation)) return 'done';
  if (isCommitted(stage) || closed === 'canceled-by-host') return 'confirmed';
  if (status === 'offered' || closed === 'offer-expired') return 'offered';
  if (closed === 'rejected') return 'apply';
  if (stage === 'apply' && status !== 'preparing') return 'apply';
  return 'identify';
}
