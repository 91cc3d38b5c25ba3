/** Cost estimates per rotation and per season, from the host's page, the fee table, and what was entered. */
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { CostKind, Estimate } from './estimate.ts';
import { type Fee, feeOf } from './fees.ts';

/** What a person expects to pay; absent means unknown. */
export interface EnteredCosts {
  readonly housingUsdPerMonth?: number;
  readonly insuranceUsdPerMonth?: number;
  readonly malpracticeUsdPerMonth?: number;
  readonly travelUsdPerRotation?: number;
}

export interface Payer {
  readonly entry?: Entry;
  readonly step1Passed?: boolean;
  readonly step2CkPassed?: boolean;
  readonly oetPassed?: boolean;
  readonly ecfmgCertified?: boolean;
}

/** For a rotation of four weeks, with one month of rent and insurance. */
export function rotationCosts(
  { id, route, host: { name } }: Pick<Rotation, 'id' | 'route' | 'host'>,
  host: Institution | undefined,
  entered: EnteredCosts,
): Estimate[] {
  const fee: Estimate = {
    kind: 'host-fee',
    label: `Fees of ${name}, four weeks`,
    ...(host?.feeUsd !== undefined && { usd: host.feeUsd, ...provenanceOf(host, 'feeUsd') }),
  };
  const own = (kind: CostKind, label: string, usd: number | undefined): Estimate => ({
    kind,
    label,
    ...(usd !== undefined && { usd, source: 'entered by you', certainty: 'entered' }),
  });
  return [
    fee,
    ...(route === 'vslo' ? [feeOf('vslo-elective')] : []),
    own('housing', 'Housing, one month', entered.housingUsdPerMonth),
    own('insurance', 'Health insurance, one month', entered.insuranceUsdPerMonth),
    own('malpractice', 'Malpractice insurance, one month', entered.malpracticeUsdPerMonth),
    own('travel', 'Flights and local travel', entered.travelUsdPerRotation),
  ].map((cost) => ({ ...cost, rotationId: id }));
}

/** Paid once: the visa, exams not yet taken, and the applications in September. */
export function seasonCosts(payer: Payer): Estimate[] {
  return [
    ...entryFees(payer.entry),
    ...(payer.step1Passed === false ? [feeOf('step-1')] : []),
    ...(payer.step2CkPassed === false ? [feeOf('step-2-ck')] : []),
    ...(payer.oetPassed === false && payer.ecfmgCertified !== true ? [feeOf('oet')] : []),
    ...(payer.ecfmgCertified === false ? [feeOf('pathways')] : []),
    ...['eras-token', 'usmle-transcript', 'nrmp'].map(feeOf),
    firstPrograms(),
  ];
}

/** What some pay on top: in no sum, since nobody knows for whom or how often it is due. */
export function feesOnTop({ entry }: Payer): Fee[] {
  const ofVisa = entry === 'visa' ? ['visa-integrity', 'visa-bond'] : [];
  return [...ofVisa, 'eras-from-31', 'nrmp-late'].map(feeOf);
}

function firstPrograms(): Estimate {
  const { per: _, ...fee } = feeOf('eras-first-30');
  return { ...fee, label: 'ERAS, 30 programs of one specialty', usd: 30 * fee.usd };
}

/** Not known is an open cost, never none. */
function entryFees(entry: Entry | undefined): Estimate[] {
  switch (entry) {
    case undefined:
      return [{ kind: 'visa', label: 'Visa or ESTA' }];
    case 'visa':
      return [feeOf('visa-application')];
    case 'waiver':
      return [feeOf('esta')];
    default:
      return [];
  }
}
