/** What kind of rotation it is, and its name in rules. */
import { plainName } from '#shared/world/hosts/hosts.ts';
import { TERRITORIES } from '#shared/world/programs/regions.ts';
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
  const { host, mode, specialty } = rotation;
  const field =
    isClinical(rotation) || specialty !== 'other' ? `${SPECIALTY_WORDS[specialty]} ` : '';
  return `${host.name} ${field}${kindWord({ mode })}`;
}

/** What a sentence calls it. */
export function kindWord(of: Pick<Rotation, 'mode'>): 'rotation' | 'research stay' {
  return isClinical(of) ? 'rotation' : 'research stay';
}

/** What the guide counts. Research is a mentor and a letter, whatever the department and however long it lasts. */
export function isClinical({ mode }: Pick<Rotation, 'mode'>): boolean {
  return mode !== 'research';
}

/** Interventional or diagnostic radiology: what the guide calls IR-relevant. */
export function isIrRelevant(rotation: Rotation): boolean {
  return isClinical(rotation) && (rotation.specialty === 'ir' || rotation.specialty === 'dr');
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

export function isInUs(at: { readonly country: string } | { readonly inUs: boolean }): boolean {
  return 'inUs' in at ? at.inUs : at.country === 'US' || TERRITORIES.includes(at.country);
}

/** All hosts of the directory are in the US. */
export function isListed({ institutionId, programCode }: Rotation['host']): boolean {
  return institutionId !== undefined || programCode !== undefined;
}

/** The applicant's own school, entered as a host: in the US only where that is stated. */
export function isOwnSchool(host: string, school: string | undefined): boolean {
  const [name, own] = [plainName(host), plainName(school ?? '')];
  return name !== '' && name === own;
}

export function isIrInUs(
  rotation: Parameters<typeof isInUs>[0] & Pick<Rotation, 'mode' | 'specialty'>,
): boolean {
  return rotation.specialty === 'ir' && isClinical(rotation) && isInUs(rotation);
}

/** G21: US IR, other US, IR at home, the rest; research has a place of its own after them. */
export function listingRank(
  of: { readonly country: string } & Partial<Pick<Rotation, 'mode'>> & Pick<Rotation, 'specialty'>,
): number {
  if (of.mode === 'research') return 4;
  return (isInUs(of) ? 0 : 2) + (of.specialty === 'ir' ? 0 : 1);
}
