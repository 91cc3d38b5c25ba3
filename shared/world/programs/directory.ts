/** The directory: every programme and every host whose visiting rules are known. */
import { parseRows } from '#shared/base/rows.ts';
import { checkInstitutions } from './check-institutions.ts';
import { checkProgrammes } from './check-programs.ts';
import { type Institution, institutionSchema } from './institution.ts';
import institutionRows from './institutions.json' with { type: 'json' };
import { type Programme, programmeSchema } from './program.ts';
import programmeRows from './programs.json' with { type: 'json' };

/** Throws an Error that names file, line and field of every row that is wrong. */
export function readInstitutions(rows: unknown): Institution[] {
  return parseRows(
    'shared/world/programs/institutions.json',
    institutionSchema,
    rows,
    checkInstitutions,
  );
}

/** Throws as `readInstitutions` does. `hosts` are what `institutionId` may name. */
export function readProgrammes(rows: unknown, hosts: readonly Institution[]): Programme[] {
  const ids = new Set(hosts.map(({ id }) => id));
  return parseRows('shared/world/programs/programs.json', programmeSchema, rows, (sound) =>
    checkProgrammes(sound, ids),
  );
}

const INSTITUTIONS: readonly Institution[] = readInstitutions(institutionRows);
const PROGRAMMES: readonly Programme[] = readProgrammes(programmeRows, INSTITUTIONS);
const INSTITUTION_BY_ID: ReadonlyMap<string, Institution> = new Map(
  INSTITUTIONS.map((institution) => [institution.id, institution]),
);
const PROGRAMME_BY_CODE: ReadonlyMap<string, Programme> = new Map(
  PROGRAMMES.map((programme) => [programme.code, programme]),
);

/** All programmes, integrated IR first, by state. */
export function programmes(): readonly Programme[] {
  return PROGRAMMES;
}

/** All hosts whose visiting rules are known. */
export function institutions(): readonly Institution[] {
  return INSTITUTIONS;
}

/** The programme of an ACGME code, or undefined when the list has none. */
export function programmeByCode(code: string): Programme | undefined {
  return PROGRAMME_BY_CODE.get(code);
}

/** A host by its id in the directory; undefined for one that is not in it. */
export function institutionById(id: string): Institution | undefined {
  return INSTITUTION_BY_ID.get(id);
}

/** The visiting rules of a rotation's host; undefined when nothing is known of it. */
export function hostRules(institutionId: string | undefined): Institution | undefined {
  return institutionId === undefined ? undefined : institutionById(institutionId);
}
