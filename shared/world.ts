/** What is known of the world outside a person: seasons, hosts, programmes. Replaceable data, given as an argument. */
import { institutionById, programmeByCode } from './programmes/directory.ts';
import type { Institution } from './programmes/institution.ts';
import type { Programme } from './programmes/programme.ts';
import { type Season, seasonOf } from './season/season.ts';

export interface World {
  /** The season of a Match year; estimated, and saying so, where no data exists. */
  season(matchYear: number): Season;
  /** Visiting rules of a host, or undefined when nothing is known of it. */
  host(institutionId: string | undefined): Institution | undefined;
  programme(code: string | undefined): Programme | undefined;
}

/** The world as this release's data files tell it. */
export const PUBLISHED_WORLD: World = {
  season: (matchYear) => seasonOf(matchYear),
  host: (institutionId) =>
    institutionId === undefined ? undefined : institutionById(institutionId),
  programme: (code) => (code === undefined ? undefined : programmeByCode(code)),
};
