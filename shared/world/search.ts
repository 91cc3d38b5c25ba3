/** Searching the directory: only what a source states is found; the number of unknown ones is shown beside it. */
import * as z from 'zod';
import { hostById, hostNamed } from './hosts/hosts.ts';
import { esirOf, visaOf } from './programs/decided.ts';
import { institutions, programs } from './programs/directory.ts';
import type { Institution } from './programs/institution.ts';
import type { Program } from './programs/program.ts';
import type { Sponsored } from './programs/program-fact.ts';
import { isInRegion } from './programs/regions.ts';
import { modeSchema, routeSchema } from './vocabulary.ts';
import type { World } from './world.ts';

/** Rows of the directory on one page, and what may be typed into its search. */
const DIRECTORY_PAGE_ROWS = 25;
const QUERY_WORDS_MAX = 120;

const month = z.coerce.number().int().min(1).max(12);

export const searchSchema = z.strictObject({
  text: z.string().trim().max(QUERY_WORDS_MAX).exactOptional(),
  /** A state or a census division. */
  place: z.string().max(30).exactOptional(),
  kind: z.enum(['integrated-ir', 'dr', 'host']).exactOptional(),
  esir: z.enum(['yes', 'no']).exactOptional(),
  visa: z.enum(['j1', 'h1b']).exactOptional(),
  international: z.enum(['yes', 'partner-schools', 'no']).exactOptional(),
  route: routeSchema.exactOptional(),
  mode: modeSchema.exactOptional(),
  month: month.exactOptional(),
  page: z.coerce.number().int().min(1).max(999).default(1),
});
export type Search = z.infer<typeof searchSchema>;

/** One line of the directory: a program with the main offering there, or an offering. */
export interface DirectoryRow {
  readonly program?: Program;
  readonly host?: Institution;
}

export interface SearchResult {
  readonly rows: readonly DirectoryRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Rows that match everything else, but of which something in the search is not known. */
  readonly unknown: number;
}

type Answer = 'yes' | 'no' | 'unknown';

export function searchDirectory(search: Search, world: World): SearchResult {
  const answers = allRows(world).map((row) => ({ row, answer: answerOf(row, search) }));
  const found = answers.filter(({ answer }) => answer === 'yes').map(({ row }) => row);
  const pages = Math.max(1, Math.ceil(found.length / DIRECTORY_PAGE_ROWS));
  const page = Math.min(search.page, pages);
  return {
    rows: found.slice((page - 1) * DIRECTORY_PAGE_ROWS, page * DIRECTORY_PAGE_ROWS),
    total: found.length,
    page,
    pages,
    unknown: answers.filter(({ answer }) => answer === 'unknown').length,
  };
}

function allRows(world: World): DirectoryRow[] {
  const listed = programs().map((each): DirectoryRow => {
    const program = world.program(each.code) ?? each;
    const host = world.host(program.institutionId);
    return { program, ...(host && { host }) };
  });
  const all = [...institutions(), ...(world.newHosts ?? [])];
  const offered = all.flatMap(({ id }): DirectoryRow[] => {
    const host = world.host(id);
    return host ? [{ host }] : [];
  });
  return [...listed, ...offered];
}

function answerOf(row: DirectoryRow, search: Search): Answer {
  const answers = [...plainAnswers(row, search), ...statedAnswers(row, search)];
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** What the list itself says of every row. */
function plainAnswers(row: DirectoryRow, { text, place, kind }: Search): Answer[] {
  const { program, host } = row;
  const { state } = program ?? host?.offering ?? {};
  return [
    yesIf(text === undefined || isNamed(row, text)),
    ...(place
      ? [state === undefined ? ('unknown' as const) : yesIf(isInRegion(state, place))]
      : []),
    ...(kind ? [yesIf((program?.kind ?? 'host') === kind)] : []),
  ];
}

/** Every word is part of a name, alias, or place of it; or the text is a near spelling of the host's name. */
function isNamed({ program, host }: DirectoryRow, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const { city, state } = program ?? host?.offering ?? {};
  const aliases = hostById(host?.hostId)?.aliases ?? [];
  const all = [program?.name, city, state, program?.code, host?.name, host?.program, ...aliases]
    .join(' ')
    .toLowerCase();
  if (words.every((word) => all.includes(word))) return true;
  return hostNamed(text).near.some(({ id }) => id === host?.hostId);
}

/** What only some sources say: of residents a program's, of visitors an offering's. */
function statedAnswers({ program, host: offering }: DirectoryRow, search: Search): Answer[] {
  const { esir, visa, international, route, mode, month } = search;
  const isOfVisitors = international ?? route ?? mode ?? month;
  if (program ? isOfVisitors !== undefined : (esir ?? visa) !== undefined) return ['no'];
  const host = program ? undefined : offering;
  return [
    ...(esir ? [answerWhen(esirOf(program)?.offered, (offered) => offered === esir)] : []),
    ...(visa ? [sponsorAnswer(visaOf(program)?.[visa])] : []),
    ...(international
      ? [answerWhen(host?.acceptsInternational, (stated) => stated === international)]
      : []),
    ...(route ? [answerWhen(host?.routes, (routes) => routes.includes(route))] : []),
    ...(mode ? [answerWhen(host?.modes, (modes) => modes.includes(mode))] : []),
    ...(month
      ? [answerWhen(host?.monthsOpenToInternational, (months) => months.includes(month))]
      : []),
  ];
}

/** Under conditions, or seen only in filings, is not an answer yet; for US graduates only is a no to everyone who asks here. */
function sponsorAnswer(stated: Sponsored['h1b']): Answer {
  if (stated === 'yes') return 'yes';
  return stated === 'no' || stated === 'us-graduates-only' ? 'no' : 'unknown';
}

function answerWhen<Stated>(
  stated: Stated | undefined,
  isFit: (stated: Stated) => boolean,
): Answer {
  return stated === undefined ? 'unknown' : yesIf(isFit(stated));
}

function yesIf(fits: boolean): Answer {
  return fits ? 'yes' : 'no';
}
