/** How rules name what they speak of. */
import type { Rotation, Specialty } from '../facts/rotation.ts';
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

/** The last day was reached, whatever came of the letter. */
export function wasDone(rotation: Rotation): boolean {
  const reason = rotation.closed?.reason;
  return (
    isFinished(rotation.stage) || reason === 'complete' || reason === 'finished-without-letter'
  );
}

/** Confirmed by the host, under way or done: a rotation the plan can count on. */
export function counts(rotation: Rotation): boolean {
  return isCommitted(rotation.stage) || wasDone(rotation);
}

/** Ours, where no source gives a date: said as such wherever it is shown. */
export const OURS = 'our own default';
