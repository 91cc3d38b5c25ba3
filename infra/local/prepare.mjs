// Runs before `npm start`, `npm test`, and `npm run check`, on any Node from 20 on: installs what is missing and checks
// that the scripts will run on Node 24. Silent and quick if nothing is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nodeMajorMin = 24;
const lockPatienceMs = 10 * 60_000;
const lockPollMs = 250;

const windows = process.platform === 'win32';
const project = fileURLToPath(new URL('../../', import.meta.url));
// `npm start` must also work on a server that was installed without development packages.
const onlyToRun = process.env.npm_lifecycle_event === 'prestart';

if (!isInstalled()) {
  oneAtATime(() => {
    if (!isInstalled()) install();
  });
}
checkNode();

/** Whether npm's own record of node_modules agrees with package-lock.json, except for what this platform leaves out. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const missing = Object.entries(wanted).some(
    ([path, entry]) => path !== '' && !present[path] && !mayBeAbsent(entry),
  );
  const other = Object.entries(present).some(
    ([path, entry]) => wanted[path] && wanted[path].integrity !== entry.integrity,
  );
  return !missing && !other;
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(join(project, lockfile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function mayBeAbsent({ optional, dev, devOptional }) {
  return optional || (onlyToRun && (dev || devOptional));
}

/** Two commands started together in a fresh checkout: the second waits for the first one's installation. */
function oneAtATime(work) {
  const name = createHash('sha256').update(project).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `away-rotations-install-${name}`);
  takeLock(lock);
  process.once('exit', () => rmSync(lock, { recursive: true, force: true }));
  // Without a listener Ctrl-C would leave the lock behind.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  work();
}

function takeLock(lock) {
  for (let waitedMs = 0; ; waitedMs += lockPollMs) {
    try {
      mkdirSync(lock);
      return;
    } catch (failed) {
      if (failed.code !== 'EEXIST') refuse(`Cannot write to ${tmpdir()}: ${failed.message}`);
    }
    // A lock this old was left by a process that died.
    if (ageMs(lock) > lockPatienceMs) rmSync(lock, { recursive: true, force: true });
    if (waitedMs > lockPatienceMs) refuse(`Another installation has not ended. Remove ${lock}.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lockPollMs);
  }
}

function ageMs(path) {
  const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined ? 0 : performance.timeOrigin + performance.now() - modified;
}

function install() {
  console.log('Installing what the project needs (once).');
  const options = { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] };
  // Not `npm ci`: it needs every platform's build of every locked tool, and a registry may lack some that nobody here
  // runs. This installs what is locked, checks its integrity, and writes no lock.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-fund',
    '--no-audit',
  ];
  const npm = process.env.npm_execpath;
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows });
  if (status !== 0)
    refuse('The installation failed; npm printed the reason above. Fix it and try again.');
}

/** Scripts find `node` in node_modules/.bin first or, if no package fits this platform, on the PATH. */
function checkNode() {
  const packaged = join(project, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');
  const command = existsSync(packaged) ? packaged : 'node';
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8', shell: windows });
  const version = stdout?.trim();
  if (!version) refuse(`${command} does not run here. Install Node ${nodeMajorMin}.`);
  if (Number(/^v(\d+)/.exec(version)?.[1]) >= nodeMajorMin) return;
  const platform = `${process.platform}-${process.arch}`;
  refuse(
    `This needs Node ${nodeMajorMin} or later and found ${version}. No packaged Node fits ${platform}: install one.`,
  );
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
