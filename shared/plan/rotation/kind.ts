/** How rules name what they speak of. */
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

/** What a plan's rotation and a cohort's row of it both tell. */
interface Standing {
  readonly stage: StageName;
  /** A row names the reason alone. */
  readonly closed?: ClosedReason | Rotation['closed'];
}

/** On the list, its host not chosen yet. Deciding against it is no failure. */
export function isCandidate({ stage }: Pick<Standing, 'stage'>): boolean {
  return stage === 'identify';
}

/** The last day was reached, whatever came of the letter. */
export function wasDone(rotation: Standing): boolean {
  const reason = reasonOf(rotation);
  return (
    isFinished(rotation.stage) || reason === 'complete' || reason === 'finished-without-letter'
  );
}

/** Why it is closed. */
export function reasonOf({ closed }: Pick<Standing, 'closed'>): ClosedReason | undefined {
  return typeof closed === 'object' ? closed.reason : closed;
}

/** Confirmed by the host, under way or done: a rotation the plan can count on. */
export function isConfirmed(rotation: Standing): boolean {
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

/** Ours, where no source gives a date: said as such wherever it is shown. */
export const OURS = 'our own default';
