/** Finding a place to rotate by its name, city, or state: hosts whose visiting rules are known, then programs. */
import { wordsIn } from '#shared/base/text.ts';
import { type Host, hostById, hostNamed } from '../hosts/hosts.ts';
import { institutionById, institutions, programByCode, programs } from './directory.ts';
import type { Institution } from './institution.ts';
import type { Program } from './program.ts';

/** One line of the list, and what a picked one is known by: `host-yale`, `program-4160100001`. */
export interface FoundSite {
  readonly pick: string;
  readonly name: string;
  readonly where?: string;
  readonly program?: Program;
  /** Its visiting rules, where they are known. */
  readonly host?: Institution;
}

const SHOWN_MAX = 20;

/** Every word must begin one of the site's name, alias, city, or state, in any order; else a near spelling of a host's name. */
export function findSites(
  text: string,
  newHosts: readonly Institution[] = [],
): { readonly sites: FoundSite[]; readonly more: number } {
  const wanted = wordsIn(text);
  if (wanted.length === 0) return { sites: [], more: 0 };
  const all = [...ALL, ...newHosts.map(siteOfHost).map(withWords)];
  const exact = all
    .filter(({ words }) => wanted.every((each) => words.some((word) => word.startsWith(each))))
    .map(({ site }) => site);
  const { near } = hostNamed(text);
  const found = exact.length > 0 ? exact : ALL.map(({ site }) => site).filter(isAtOneOf(near));
  return { sites: found.slice(0, SHOWN_MAX), more: Math.max(0, found.length - SHOWN_MAX) };
}

/** The site of a pick, or undefined for one that is not in the directory. */
export function pickedSite(
  pick: string,
  newHosts: readonly Institution[] = [],
): FoundSite | undefined {
  const [, kind, id = ''] = /^(host|program)-(.+)$/.exec(pick) ?? [];
  if (kind === 'host') {
    const host = institutionById(id) ?? newHosts.find((each) => each.id === id);
    return host && siteOfHost(host);
  }
  const program = kind && programByCode(id);
  return program ? siteOfProgram(program) : undefined;
}

const ALL = [...institutions().map(siteOfHost), ...programs().map(siteOfProgram)].map(withWords);

function withWords(site: FoundSite) {
  const words = wordsIn(
    [
      site.name,
      site.where,
      site.host?.name,
      site.host?.program,
      ...(hostById(site.host?.hostId)?.aliases ?? []),
    ].join(' '),
  );
  return { site, words };
}

function isAtOneOf(near: readonly Host[]): (site: FoundSite) => boolean {
  return ({ host, program }) => !program && near.some(({ id }) => id === host?.hostId);
}

function siteOfHost(host: Institution): FoundSite {
  const { city, state } = host.offering;
  const where = [...(city ? [city] : []), ...(state ? [state] : [])].join(', ');
  return { pick: `host-${host.id}`, name: host.name, ...(where && { where }), host };
}

function siteOfProgram(program: Program): FoundSite {
  const host =
    program.institutionId === undefined ? undefined : institutionById(program.institutionId);
  const kind = program.kind === 'integrated-ir' ? 'integrated IR' : 'DR';
  return {
    pick: `program-${program.code}`,
    name: program.name,
    where: `${program.city}, ${program.state}, ${kind}`,
    program,
    ...(host && { host }),
  };
}
