/** Which rotations a count looks at, and how sure each of them is. */
import type { Facts } from '../facts/facts.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { isInUs, isIrInUs, isIrRelevant, wasDone } from './kind.ts';

/** G1 wants these apart: a wish, a place, a month that is behind one. */
export interface Tally {
  readonly planned: number;
  readonly confirmed: number;
  readonly done: number;
  readonly total: number;
}

/** On the list, confirmed, under way or done; not what was withdrawn, refused or lost. */
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

/** On the plan, and in the US. */
export function inUs(facts: Pick<Facts, 'rotations'>): Rotation[] {
  return onPlan(facts).filter(isInUs);
}

/** Away rotations in interventional radiology at US hosts. */
export function irAways(facts: Pick<Facts, 'rotations'>): Rotation[] {
  return onPlan(facts).filter(isIrInUs);
}

/** US clinical months outside IR: radiology, surgery, medicine, intensive care. */
export function otherUs(facts: Pick<Facts, 'rotations'>): Rotation[] {
  return inUs(facts).filter(({ specialty }) =>
    ['dr', 'surgery', 'medicine', 'icu'].includes(specialty),
  );
}

/** Hands-on months in the US that count for IR. */
export function handsOnRadiology(facts: Pick<Facts, 'rotations'>): Rotation[] {
  return inUs(facts).filter((rotation) => rotation.mode === 'hands-on' && isIrRelevant(rotation));
}

/** Not yet promised by the host: what a host's rules can still forbid. */
export function isOpenQuestion({ stage }: Rotation): boolean {
  return stage === 'identify' || stage === 'apply';
}

/** Counts rotations by how sure they are; each is counted once. */
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

/**
 * How many is too many: places that are confirmed or done cost for certain; a longer list of wishes may be prudence,
 * since applications fail.
 */
export function overMost(
  { confirmed, done, total }: Tally,
  most: number,
): 'warning' | 'advice' | undefined {
  if (confirmed + done > most) return 'warning';
  return total > most ? 'advice' : undefined;
}
