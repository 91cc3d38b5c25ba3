/** The data folder: one file holds everything. */
import { join } from 'node:path';

/** Where a server keeps its data, and where a command that only reads finds it. */
export function storeFileIn(dataFolder: string): string {
  return join(dataFolder, 'away.sqlite');
}

/** Where exports lie until they are too old. */
export function exportsIn(dataFolder: string): string {
  return join(dataFolder, 'exports');
}
