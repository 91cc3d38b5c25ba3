/** What is known about the world outside a person: seasons, hosts, programs. Replaceable data, given as an argument. */
import { institutionById, programByCode, programsOf } from './programs/directory.ts';
import type { Institution } from './programs/institution.ts';
import type { Program } from './programs/program.ts';
import { type Season, seasonOf } from './season/season.ts';
import type { Mode } from './vocabulary.ts';

export interface World {
  /** The season of a Match year; estimated, and saying so, where no data exists. */
  season(matchYear: number): Season;
  /** The offering of this ID, or the main one of a host, of this mode where there is one; undefined when nothing is known about it. */
  host(institutionId: string | undefined, mode?: Mode): Institution | undefined;
  program(code: string | undefined): Program | undefined;
  /** Offerings of hosts that advisors entered; the lists of the directory hold only the release's own. */
  readonly newHosts?: readonly Institution[];
  /** The programs at a host; empty when none is known to be there. */
  programsAt(institutionId: string | undefined): readonly Program[];
}

/** The world as one cohort sees it; without a cohort, what holds for everyone. The same object while nothing has changed. */
export type WorldFor = (cohortId?: string) => World;

/** The world as this release's data files tell it. */
export const PUBLISHED_WORLD: World = {
  season: publishedSeason,
  host: (institutionId, mode) =>
    institutionId === undefined ? undefined : institutionById(institutionId, mode),
  program: (code) => (code === undefined ? undefined : programByCode(code)),
  programsAt: (institutionId) => (institutionId === undefined ? [] : programsOf(institutionId)),
};

function publishedSeason(matchYear: number): Season {
  const season = seasons.get(matchYear) ?? seasonOf(matchYear);
  seasons.set(matchYear, season);
  return season;
}

// A season is read at every visit to a person, and the files do not change under a running process. A profile
// holds no year outside 2020 to 2060, so there are few.
const seasons = new Map<number, Season>();
