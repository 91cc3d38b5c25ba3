/** How risk rules speak of a row's rotations and letters. */

import type { Day } from '#shared/base/time/day.ts';
import type { Summary, SummaryLetter, SummaryRotation } from '#shared/people/outlook/summary.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';

export function openRotations({ rotations }: Summary): SummaryRotation[] {
  return rotations.filter(({ stage }) => stage !== 'closed');
}

/** Only considered: on the list, its host not chosen yet. Deciding against it is no failure. */
export function isCandidate({ stage }: SummaryRotation): boolean {
  return stage === 'identify';
}

/** What of the outlook is somebody's to do: a day that has passed for what is only considered is nobody's any more. */
export function standingDues({ outlook, rotations }: Summary, today: Day): readonly OutlookDue[] {
  const due = outlook?.due ?? [];
  const candidates = rotations.filter(isCandidate);
  if (candidates.length === 0) return due;
  return due.filter(
    ({ day, rotationId }) => day >= today || !candidates.some(({ id }) => id === rotationId),
  );
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

/** No letter comes of it any more: another writer is needed. */
export function isLost({ status }: SummaryLetter): boolean {
  return status === 'declined' || status === 'not-progressing';
}
