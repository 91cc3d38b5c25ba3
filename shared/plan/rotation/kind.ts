/** What kind of rotation it is, and its name in rules. */
import type { ClosedReason, Rotation, Specialty } from '../facts/rotation.ts';
import type { StageName } from '../facts/stage-names.ts';
import { isCommitted, isFinished } from '../facts/stages.ts';

const SPECIALTY_WORDS: Readonly<Record<Specialty, string>> = {
  ir: 'IR',
  dr: 'DR',
  surgery: 'surgery',
  medicine: 'medicine',
  icu: 'ICU',
  other: 'clinical',
};

/** "Yale School of Medicine IR rotation" */
export function nameOf(rotation: Rotation): string {
  return `${rotation.host.name} ${SPECIALTY_WORDS[rotation.specialty]} rotation`;
}

/** Interventional or diagnostic radiology: what the guide calls IR-relevant. */
export function isIrRelevant(rotation: Rotation): boolean {
  return rotation.specialty === 'ir' || rotation.specialty === 'dr';
}

/** What a plan's rotation and its row in a cohort's index share. */
interface HasState {
  readonly stage: StageName;
  /** A row has only the reason. */
  readonly closed?: ClosedReason | Rotation['closed'];
}

/** The last day was reached, with or without a letter. */
export function wasDone(rotation: HasState): boolean {
  const reason = reasonOf(rotation);
  return (
    isFinished(rotation.stage) || reason === 'complete' || reason === 'finished-without-letter'
  );
}

export function reasonOf({ closed }: Pick<HasState, 'closed'>): ClosedReason | undefined {
  return typeof closed === 'object' ? closed.reason : closed;
}

/** Confirmed by the host, in progress, or done: the plan can rely on it. */
export function isConfirmed(rotation: HasState): boolean {
  return isCommitted(rotation.stage) || wasDone(rotation);
}

/** The states, and the territories that US visas admit to (INA 101(a)(38)). */
const US = ['US', 'PR', 'GU', 'VI', 'MP'];

export function isInUs(at: { readonly country: string } | { readonly inUs: boolean }): boolean {
  return 'inUs' in at ? at.inUs : US.includes(at.country);
}

export function isIrInUs(
  rotation: Parameters<typeof isInUs>[0] & { readonly specialty: Specialty },
): boolean {
  return rotation.specialty === 'ir' && isInUs(rotation);
}
