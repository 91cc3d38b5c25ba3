/** The data folder: one file holds everything, and it stays in the mode it was first used in. */
import { join } from 'node:path';
import type { Settings } from '#functions/adapters/sqlite-settings.ts';
import { failure, type Result, success } from '#shared/base/result.ts';

/** A demo jumps its clock, and what follows from that must never be emailed for real. */
export type Mode = 'demo' | 'live';

const SETTING = 'mode';

const REFUSALS: Readonly<Record<Mode, string>> = {
  live: 'This data folder has run on a virtual clock, so it is never used for real email. Choose an empty one: AWAY_DATA=./live npm start',
  demo: 'This data folder belongs to a live server, so it is never used for a demo. Choose an empty one: AWAY_DATA=./demo npm start',
};

export function storeFileIn(dataFolder: string): string {
  return join(dataFolder, 'away.sqlite');
}

export function exportsIn(dataFolder: string): string {
  return join(dataFolder, 'exports');
}

/** Sets the mode of a new folder, and refuses a folder that was used in the other mode. */
export function enterMode(settings: Settings, mode: Mode): Result<Mode, string> {
  const before = settings.getSetting(SETTING);
  if (before !== undefined && before !== mode) return failure(REFUSALS[mode]);
  if (before === undefined) settings.setSetting(SETTING, mode);
  return success(mode);
}

/** A folder that no server has run on yet becomes a live one, because a demo brings its own people. */
export function enterModeOfCommand(settings: Settings): Mode {
  const before = settings.getSetting(SETTING);
  if (before === undefined) settings.setSetting(SETTING, 'live');
  return before === 'demo' ? 'demo' : 'live';
}
