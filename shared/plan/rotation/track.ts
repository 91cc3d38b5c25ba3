/** A rotation's steps from the first idea to the letter in ERAS: what is behind it, where it is, what is ahead; and how far it got, whatever happened to it later. */
import type { Day } from '#shared/base/time/day.ts';
import { isInEras, type Letter } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { StageName } from '../facts/stage-names.ts';
import { isCommitted, stepsOf } from '../facts/stages.ts';
import { reasonOf, wasDone } from './kind.ts';

export interface TrackStep {
  readonly stage: Exclude<StageName, 'closed'>;
  /** `skipped`: it was closed before this step. */
  readonly place: 'past' | 'now' | 'ahead' | 'skipped';
  readonly day?: Day;
}

export function trackOf(rotation: Rotation): TrackStep[] {
  const { stage } = rotation;
  const steps = stepsOf(rotation);
  const at = steps.indexOf(stage === 'closed' ? reachedBy(rotation) : stage);
  const [here, after] =
    stage === 'closed' ? (['past', 'skipped'] as const) : (['now', 'ahead'] as const);
  return steps.map((step, index) => {
    const day = dayOf(step, rotation);
    return {
      stage: step,
      place: index < at ? 'past' : index === at ? here : after,
      ...(day && { day }),
    };
  });
}

/** The last step that a closed rotation reached. */
function reachedBy(rotation: Rotation): TrackStep['stage'] {
  const { letters, acceptedOn, appliedOn, offeredOn } = rotation;
  const reached =
    rotation.closed?.reason === 'complete' || letters.some(isInEras)
      ? 'letter-received'
      : wasDone(rotation)
        ? 'rotate'
        : acceptedOn
          ? 'documents'
          : appliedOn || offeredOn
            ? 'apply'
            : 'identify';
  return reached === 'documents' && !stepsOf(rotation).includes(reached) ? 'apply' : reached;
}

function dayOf(step: TrackStep['stage'], rotation: Rotation): Day | undefined {
  const { addedOn, appliedOn, windowClosesOn, acceptedOn, dates } = rotation;
  switch (step) {
    case 'identify':
      return addedOn;
    case 'apply':
      return appliedOn ?? windowClosesOn;
    case 'documents':
      return acceptedOn;
    case 'rotate':
      return dates?.start;
    case 'request-letter':
      return dates?.end;
    case 'letter-received':
      return undefined;
  }
}

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
