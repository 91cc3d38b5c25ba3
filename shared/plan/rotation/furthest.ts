/** How far a rotation got, from the list to the assigned letter, whatever happened to it later. */
import { isInEras, type Letter } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { reasonOf, wasDone } from './kind.ts';

export const FURTHEST_STEPS = [
  'identify',
  'apply',
  'offered',
  'confirmed',
  'done',
  'received',
  'assigned',
] as const;
export type FurthestStep = (typeof FURTHEST_STEPS)[number];

type Told = Pick<Rotation, 'stage' | 'status' | 'appliedOn' | 'offeredOn' | 'acceptedOn'> &
  Parameters<typeof reasonOf>[0] & { readonly letters: readonly Pick<Letter, 'status'>[] };

/** The days of application, offer, and acceptance stay in the record when a rotation closes; a stated one has only its reason. */
export function furthestStep(rotation: Told): FurthestStep {
  const { letters, stage, status, appliedOn, offeredOn, acceptedOn } = rotation;
  const reason = reasonOf(rotation);
  if (letters.some((letter) => letter.status === 'assigned')) return 'assigned';
  if (letters.some(isInEras)) return 'received';
  if (wasDone(rotation)) return 'done';
  if (isCommitted(stage) || acceptedOn || reason === 'canceled-by-host') return 'confirmed';
  if (status === 'offered' || offeredOn || reason === 'offer-expired') return 'offered';
  const hasApplied = status === 'submitted' || status === 'waitlisted' || appliedOn !== undefined;
  return hasApplied || reason === 'rejected' ? 'apply' : 'identify';
}
