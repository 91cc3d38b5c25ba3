/** `npm run test:browser [-- --shots DIR]`: the tests in a browser; each page they leave is kept as a picture in DIR. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { shots: { type: 'string' } },
  allowPositionals: true,
});
const shots = values.shots && resolve(values.shots);
if (shots) mkdirSync(shots, { recursive: true });
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser', ...positionals],
  { stdio: 'inherit', env: { ...process.env, ...(shots && { AWAY_SHOTS: shots }) } },
);
process.exitCode = status ?? 1;
