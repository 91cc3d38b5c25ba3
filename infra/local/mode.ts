/** A data folder lives in one mode forever: a demo jumps its clock, and what follows from that must never be emailed. */

import type { Settings } from '#functions/adapters/sqlite-settings.ts';
import { failure, type Result, success } from '#shared/base/result.ts';

export type Mode = 'demo' | 'live';

const SETTING = 'mode';

const REFUSALS: Readonly<Record<Mode, string>> = {
  live: 'This data folder has run on a virtual clock, so it is never used for real email. Choose an empty one: AWAY_DATA=./live npm start',
  demo: 'This data folder belongs to a live server, so it is never used for a demo. Choose an empty one: AWAY_DATA=./demo npm start',
};

/** A folder that no server has run on yet becomes a live one: a demo makes its own people. */
export function enterModeOfCommand(settings: Settings): Mode {
  const before = settings.getSetting(SETTING);
  if (before === undefined) settings.setSetting(SETTING, 'live');
  return before === 'demo' ? 'demo' : 'live';
}

/** Enters the mode into a new folder, and refuses a folder that was in the other one. */
export function enterMode(settings: Settings, mode: Mode): Result<Mode, string> {
  const before = settings.getSetting(SETTING);
  if (before !== undefined && before !== mode) return failure(REFUSALS[mode]);
  if (before === undefined) settings.setSetting(SETTING, mode);
  return success(mode);
}
