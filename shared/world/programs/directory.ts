/** The directory: every residency program, and every offering whose visiting rules are known. */
import { lineOf, parseRows, repeats } from '#shared/base/rows.ts';
import {
  type Host,
  hostById,
  hosts,
  mainOffering,
  offeringById,
  offerings,
} from '../hosts/hosts.ts';
import type { Offering } from '../hosts/offering.ts';
import type { Mode } from '../vocabulary.ts';
import { type Institution, institutionOf } from './institution.ts';
import { type Program, programSchema } from './program.ts';
import { factsOfProgram } from './program-fact.ts';
import programRows from './programs.json' with { type: 'json' };

export function readPrograms(rows: unknown): Program[] {
  return parseRows('shared/world/programs/programs.json', programSchema, rows, checkPrograms);
}

const INSTITUTIONS: readonly Institution[] = offerings().map((offering) =>
  institutionOf(offering, hostById(offering.hostId)?.name ?? offering.institution),
);
const INSTITUTION_BY_ID: ReadonlyMap<string, Institution> = new Map(
  INSTITUTIONS.map((institution) => [institution.id, institution]),
);
const HOST_BY_CODE: ReadonlyMap<string, Host> = new Map(
  hosts()
    .toReversed()
    .flatMap((host) => host.acgmeCodes.map((code) => [code, host] as const)),
);
const PROGRAMS: readonly Program[] = readPrograms(programRows).map((program) => {
  const host = HOST_BY_CODE.get(program.code);
  const facts = factsOfProgram(program.code);
  return { ...program, facts, ...(host && { institutionId: host.id }) };
});
const PROGRAMS_BY_HOST = Map.groupBy(PROGRAMS, ({ institutionId }) => institutionId);
const PROGRAM_BY_CODE: ReadonlyMap<string, Program> = new Map(
  PROGRAMS.map((program) => [program.code, program]),
);

/** All programs, integrated IR first, by state. */
export function programs(): readonly Program[] {
  return PROGRAMS;
}

/** Every offering whose visiting rules are known. */
export function institutions(): readonly Institution[] {
  return INSTITUTIONS;
}

export function programByCode(code: string): Program | undefined {
  return PROGRAM_BY_CODE.get(code);
}

/** The programs at the host of this offering, linked by their ACGME codes. */
export function programsOf(id: string): readonly Program[] {
  const hostId = offeringById(id)?.hostId ?? hostById(id)?.id;
  return hostId === undefined ? [] : (PROGRAMS_BY_HOST.get(hostId) ?? []);
}

/** An offering by its id, or the main one of a host, as `corrected` has each; undefined for what is not in the directory, or is not research where research is meant. */
export function institutionById(
  id: string,
  mode?: Mode,
  corrected: (host: Institution) => Institution = (host) => host,
): Institution | undefined {
  const seen = (offeringId: string | undefined) => {
    const found = INSTITUTION_BY_ID.get(offeringId ?? '');
    return found && corrected(found);
  };
  const host = hostById(id);
  const modeOf = (each: Offering) => seen(each.id)?.offering.mode ?? each.mode;
  const found = seen(host ? mainOffering(host, mode, modeOf)?.id : id);
  return found && isOf(found, mode) ? found : undefined;
}

/** A page about electives states nothing about a research stay. */
export function isOf({ offering }: Institution, mode: Mode | undefined): boolean {
  return mode !== 'research' || offering.mode === mode;
}

/** A plan may name the host, and a list its offering. */
export function isSameOffering(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || (institutionById(one)?.id ?? one) === institutionById(other)?.id;
}

/** One sentence a problem, each beginning with its line; none when the table is sound. */
export function checkPrograms(rows: readonly Program[]): string[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return [
    ...repeats(rows, 'code', ({ code }) => code),
    ...rows.flatMap((row, index) =>
      pairProblems(row, byCode).map((problem) => `${lineOf(index)}: ${problem}`),
    ),
  ];
}

function pairProblems(row: Program, byCode: ReadonlyMap<string, Program>): string[] {
  if (row.pairedCode === undefined) return [];
  const partner = byCode.get(row.pairedCode);
  if (!partner) return [`pairedCode ${row.pairedCode} is no program of this file`];
  if (partner.kind === row.kind) return [`pairedCode ${row.pairedCode} is of the same kind`];
  return partner.pairedCode === row.code ? [] : [`pairedCode ${row.pairedCode} is not paired back`];
}
