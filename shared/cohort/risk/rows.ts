/** How risk rules speak of a row's rotations and letters. */
import type { Summary, SummaryLetter, SummaryRotation } from '../../store/summary.ts';

export function openRotations({ rotations }: Summary): SummaryRotation[] {
  return rotations.filter(({ stage }) => stage !== 'closed');
}

/** Behind one, whatever came of the letter. */
export function wasDone({ stage, closed }: SummaryRotation): boolean {
  return (
    stage === 'request-letter' ||
    stage === 'letter-received' ||
    closed === 'complete' ||
    closed === 'finished-without-letter'
  );
}

/** The host has said yes, or it is behind one. */
export function isConfirmed(rotation: SummaryRotation): boolean {
  return rotation.stage === 'documents' || rotation.stage === 'rotate' || wasDone(rotation);
}

/** On the list or more; not what was withdrawn, refused or lost. */
export function onPlan({ rotations }: Summary): SummaryRotation[] {
  return rotations.filter((rotation) => rotation.stage !== 'closed' || wasDone(rotation));
}

export function isIrInUs({ specialty, inUs }: SummaryRotation): boolean {
  return specialty === 'ir' && inUs;
}

export function isInEras({ status }: SummaryLetter): boolean {
  return status === 'uploaded' || status === 'assigned';
}

export function isOpenLetter({ status }: SummaryLetter): boolean {
  return status === 'asked' || status === 'agreed' || status === 'requested';
}
