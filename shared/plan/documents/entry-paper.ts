/** What a person shows at the border for a rotation. */
import type { VisaClass } from '#shared/world/hosts/offering.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { Rotation } from '../facts/rotation.ts';
import { isInUs } from '../rotation/kind.ts';

const WITHOUT_VISA: readonly VisaClass[] = ['WB', 'WT', 'ESTA'];

/** Required by the country, not by the host, so it is never sent to one. */
export function isEntryPaper(kind: string): boolean {
  return kind === 'visa' || kind === 'esta';
}

/** Undefined for a home rotation, a citizen, someone in the US, and someone who has not said. */
export function entryPaperOf(
  rotation: Pick<Rotation, 'country'>,
  host: Institution | undefined,
  entry: Entry | undefined,
): 'visa' | 'esta' | undefined {
  if (!isInUs(rotation)) return undefined;
  if (entry === 'visa') return 'visa';
  if (entry !== 'waiver') return undefined;
  return refusesWaiver(host) ? 'visa' : 'esta';
}

/** A host that accepts only student visas, for example. */
function refusesWaiver(host: Institution | undefined): boolean {
  const { visaAccepted = [], visaRefused = [] } = host?.offering.read ?? {};
  const isAccepted = visaAccepted.some((each) => WITHOUT_VISA.includes(each));
  return !isAccepted && visaRefused.some((each) => WITHOUT_VISA.includes(each));
}
