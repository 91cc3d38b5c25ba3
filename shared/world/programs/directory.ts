/** The directory: every program and every host whose visiting rules are known. */
import { parseRows } from '#shared/base/rows.ts';
import { checkInstitutions } from './check-institutions.ts';
import { checkPrograms } from './check-programs.ts';
import { type Institution, institutionSchema } from './institution.ts';
import institutionRows from './institutions.json' with { type: 'json' };
import { type Program, programSchema } from './program.ts';
import programRows from './programs.json' with { type: 'json' };

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
export function readPrograms(rows: unknown, hosts: readonly Institution[]): Program[] {
  const ids = new Set(hosts.map(({ id }) => id));
  return parseRows('shared/world/programs/programs.json', programSchema, rows, (sound) =>
    checkPrograms(sound, ids),
  );
}

const INSTITUTIONS: readonly Institution[] = readInstitutions(institutionRows);
const PROGRAMS: readonly Program[] = readPrograms(programRows, INSTITUTIONS);
const INSTITUTION_BY_ID: ReadonlyMap<string, Institution> = new Map(
  INSTITUTIONS.map((institution) => [institution.id, institution]),
);
const PROGRAM_BY_CODE: ReadonlyMap<string, Program> = new Map(
  PROGRAMS.map((program) => [program.code, program]),
);

/** All programs, integrated IR first, by state. */
export function programs(): readonly Program[] {
  return PROGRAMS;
}

/** All hosts whose visiting rules are known. */
export function institutions(): readonly Institution[] {
  return INSTITUTIONS;
}

/** The program of an ACGME code, or undefined when the list has none. */
export function programByCode(code: string): Program | undefined {
  return PROGRAM_BY_CODE.get(code);
}

/** A host by its id in the directory; undefined for one that is not in it. */
export function institutionById(id: string): Institution | undefined {
  return INSTITUTION_BY_ID.get(id);
}

/** The visiting rules of a rotation's host; undefined when nothing is known of it. */
export function hostRules(institutionId: string | undefined): Institution | undefined {
  return institutionId === undefined ? undefined : institutionById(institutionId);
}
