/** Which rotations the counts include, and how certain each is. */
import type { Facts } from '../facts/facts.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { isClinical, isInUs, isIrInUs, wasDone } from './kind.ts';

/** Counted separately, as G1 requires. */
export interface Tally {
  readonly planned: number;
  readonly confirmed: number;
  readonly done: number;
  readonly total: number;
}

/** On the list, confirmed, in progress, or done; not withdrawn, rejected, or missed. */
export function onPlan<Listed extends Parameters<typeof wasDone>[0]>({
  rotations,
}: {
  readonly rotations: readonly Listed[];
}): Listed[] {
  return rotations.filter((rotation) => rotation.stage !== 'closed' || wasDone(rotation));
}

export function openRotations<Listed extends Pick<Rotation, 'stage'>>({
  rotations,
}: {
  readonly rotations: readonly Listed[];
}): Listed[] {
  return rotations.filter(({ stage }) => stage !== 'closed');
}

/** Months of US clinical experience. */
export function inUs(facts: Pick<Facts, 'rotations'>): Rotation[] {
  return onPlan(facts).filter((rotation) => isInUs(rotation) && isClinical(rotation));
}

/** Away rotations in interventional radiology at US hosts. */
export function irAways(facts: Pick<Facts, 'rotations'>): Rotation[] {
  return onPlan(facts).filter(isIrInUs);
}

/** Not accepted yet, so that the host's rules can still rule it out. */
export function isOpenQuestion({ stage }: Pick<Rotation, 'stage'>): boolean {
  return stage === 'identify' || stage === 'apply';
}

export function tally(rotations: readonly Rotation[]): Tally {
  const done = rotations.filter(wasDone).length;
  const confirmed = rotations.filter(({ stage }) => isCommitted(stage)).length;
  return { planned: rotations.length - done - confirmed, confirmed, done, total: rotations.length };
}

/** "3 (1 done, 1 confirmed, 1 planned)" */
export function tallyWords({ planned, confirmed, done, total }: Tally): string {
  if (total === 0) return 'none';
  const parts = [
    ...(done > 0 ? [`${done} done`] : []),
    ...(confirmed > 0 ? [`${confirmed} confirmed`] : []),
    ...(planned > 0 ? [`${planned} planned`] : []),
  ];
  return `${total} (${parts.join(', ')})`;
}

/** A warning for confirmed and done rotations, which certainly cost; only advice for planned ones, since applications fail. */
export function overMost(
  { confirmed, done, total }: Tally,
  most: number,
): 'warning' | 'advice' | undefined {
  if (confirmed + done > most) return 'warning';
  return total > most ? 'advice' : undefined;
}

/** Its first day came before every document was cleared, and nobody has said that it started. */
export function isStartUnsure({ status, startedIncomplete, confirmed = [] }: Rotation): boolean {
  return status === 'underway' && startedIncomplete === true && !confirmed.includes('started');
}
