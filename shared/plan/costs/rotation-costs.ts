/** Cost estimates per rotation and per season, from the host's page, the fee table, and what was entered. */
import * as z from 'zod';
import { parseRows, repeats } from '#shared/base/rows.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '#shared/world/provenance.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import { type CostKind, costSchema } from '../facts/cost.ts';
import type { Rotation } from '../facts/rotation.ts';
import type { Estimate } from './estimate.ts';
import rows from './fees.json' with { type: 'json' };

/** What a person expects to pay; absent means unknown. */
interface EnteredCosts {
  readonly housingUsdPerMonth?: number;
  readonly insuranceUsdPerMonth?: number;
  readonly malpracticeUsdPerMonth?: number;
  readonly travelUsdPerRotation?: number;
}

interface Payer {
  readonly entry?: Entry;
  readonly step1Passed?: boolean;
  readonly step2CkPassed?: boolean;
  readonly oetPassed?: boolean;
  readonly ecfmgCertified?: boolean;
  /** How many programs of each specialty one applies to. */
  readonly irPrograms?: number;
  readonly drPrograms?: number;
}

const FEE_CELLS = ['tuitionFee', 'applicationFee', 'administrationFee'];

/** For a rotation of four weeks, with one month of rent and insurance. */
export function rotationCosts(
  { id, route, host: { name } }: Pick<Rotation, 'id' | 'route' | 'host'>,
  host: Institution | undefined,
  entered: EnteredCosts,
): Estimate[] {
  const fee: Estimate = {
    kind: 'host-fee',
    label: `Fees of ${name}, four weeks`,
    ...(host?.feeUsd !== undefined && { usd: host.feeUsd, ...provenanceOf(host, ...FEE_CELLS) }),
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
    ...erasPrograms(payer),
  ];
}

/** Extra fees that some pay: in no total, since whether and how often they are due is unknown. */
export function feesOnTop({ entry }: Payer): Fee[] {
  const ofVisa = entry === 'visa' ? ['visa-integrity', 'visa-bond'] : [];
  return [...ofVisa, 'eras-from-31', 'nrmp-late'].map(feeOf);
}

/** Each specialty is counted from its own first program: integrated IR and DR are two. */
function erasPrograms({ irPrograms, drPrograms }: Payer): Estimate[] {
  const { per: _, ...first } = feeOf('eras-first-30');
  const usd = (many: number) =>
    Math.min(many, ERAS_FIRST) * first.usd +
    Math.max(0, many - ERAS_FIRST) * feeOf('eras-from-31').usd;
  if (irPrograms === undefined && drPrograms === undefined) {
    return [{ ...first, label: 'ERAS, 30 programs of one specialty', usd: usd(ERAS_FIRST) }];
  }
  return [['IR', irPrograms ?? 0] as const, ['DR', drPrograms ?? 0] as const].flatMap(
    ([specialty, many]) =>
      many > 0 ? [{ ...first, label: `ERAS, ${many} ${specialty} programs`, usd: usd(many) }] : [],
  );
}

const ERAS_FIRST = 30;

/** An unknown fee is an open cost, never zero. */
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

/** Fees that are the same for everyone, each with its source and the day it was checked, since they change every season. */
const feeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kind: costSchema.shape.kind,
    label: z.string().min(1),
    usd: z.int().positive(),
    /** What one amount pays for; absent: once. */
    per: z.enum(['program', 'visa']).exactOptional(),
    note: z.string().min(1).exactOptional(),
    ...provenanceShape,
  })
  .refine(hasSource, SOURCE_IS_MISSING);

/** One amount by what it pays for, with its source. */
export interface Fee extends Estimate {
  readonly usd: number;
  readonly per?: 'program' | 'visa';
  readonly note?: string;
}

export function readFees(all: unknown): ReadonlyMap<string, Fee> {
  const fees = parseRows('shared/plan/costs/fees.json', feeSchema, all, (sound) =>
    repeats(sound, 'id', ({ id }) => id),
  );
  return new Map(fees.map(({ id, ...fee }) => [id, fee]));
}

const FEES = readFees(rows);

/** Throws for an unknown id, which is the caller's mistake. */
export function feeOf(id: string): Fee {
  const fee = FEES.get(id);
  if (!fee) throw new Error(`No fee ${id} in shared/plan/costs/fees.json.`);
  return fee;
}
