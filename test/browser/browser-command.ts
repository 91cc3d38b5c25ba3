/** `npm run test:browser [-- --shots DIR]`: the tests in a browser; each page they leave is kept as a picture in DIR. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

// Everything else is for the tests: files, `-t` and a name.
const given = process.argv.slice(2);
const at = given.indexOf('--shots');
const [, folder] = at === -1 ? [] : given.splice(at, 2);
const shots = folder && resolve(folder);
if (shots) mkdirSync(shots, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser', ...given],
  { stdio: 'inherit', env: { ...process.env, ...(shots && { AWAY_SHOTS: shots }) } },
);
process.exitCode = status ?? 1;
