/** A command as an operator types it: the script that package.json names, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../..');

const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

/** The file behind `npm run NAME`. */
export function scriptOf(name: string): string {
  const [, file = ''] = /^node (\S+\.ts)$/.exec(scripts[name]) ?? [];
  return join(PROJECT, file);
}

/** @param env added to the environment of the tests, from which all settings are removed */
export function runCommand(env: Record<string, string>, name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [scriptOf(name), ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    // The JSON of a whole shortlist is longer than the default of one megabyte.
    maxBuffer: 10_000_000,
    env: { ...withoutSettings(), ...env },
  });
  return { status, stdout, stderr };
}

export function withoutSettings(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(AWAY_|PORT$)/.test(name));
  return Object.fromEntries(entries);
}
