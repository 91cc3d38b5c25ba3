/** The directory: every programme and every host whose visiting rules are known, parsed once. */
import { parseRows } from '../rows.ts';
import { type Institution, institutionSchema } from './institution.ts';
import institutionRows from './institutions.json' with { type: 'json' };
import { type Programme, programmeSchema } from './programme.ts';
import programmeRows from './programmes.json' with { type: 'json' };

const PROGRAMMES: readonly Programme[] = parseRows(
  'shared/programmes/programmes.json',
  programmeSchema,
  programmeRows,
);

const INSTITUTIONS: readonly Institution[] = parseRows(
  'shared/programmes/institutions.json',
  institutionSchema,
  institutionRows,
);

const byCode = new Map(PROGRAMMES.map((programme) => [programme.code, programme]));
const byId = new Map(INSTITUTIONS.map((institution) => [institution.id, institution]));

/** Every programme, in the order of the list it came from. */
export function programmes(): readonly Programme[] {
  return PROGRAMMES;
}

/** Every host whose visiting rules are known. */
export function institutions(): readonly Institution[] {
  return INSTITUTIONS;
}

/** A programme by its ACGME code, or undefined. */
export function programmeByCode(code: string): Programme | undefined {
  return byCode.get(code);
}

/** A host by its id (`yale`, `stanford` …), or undefined where its rules are unknown. */
export function institutionById(id: string): Institution | undefined {
  return byId.get(id);
}
