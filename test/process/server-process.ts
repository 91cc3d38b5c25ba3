/** `npm start` as a child process, the way a person starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../infra/local/main.ts', import.meta.url));
const START_MS_MAX = 60_000;

export interface ServerProcess {
  readonly url: string;
  /** What it printed before it was up. */
  readonly printed: string;
  readonly startedInMs: number;
  /** SIGKILL: nothing of it runs any more afterward, and nothing was tidied up. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Whatever a test left running, however it ended. For `afterAll`. */
export function killLeftovers(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts a server and waits until it said all it says. Throws with what it printed when it ends before that. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const begun = performance.now();
  const child = spawnMain(env);
  let printed = '';
  const up = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      printed += chunk;
      if (/^ {2}data /m.test(printed)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended (${code}): ${printed}`)));
    setTimeout(
      () => reject(new Error(`The server did not start: ${printed}`)),
      START_MS_MAX,
    ).unref();
  });
  await up;
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    printed,
    startedInMs: performance.now() - begun,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** Starts a server that is expected to refuse. */
export async function refusedStart(
  env: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawnMain(env);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  const impatience = setTimeout(() => child.kill('SIGKILL'), START_MS_MAX);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(impatience);
  return { code, stdout, stderr };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('No port was free.');
  return String(address.port);
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'away-process-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function spawnMain(env: Record<string, string>): ChildProcess {
  const { AWAY_DATA, AWAY_NOW, AWAY_SMTP_URL, AWAY_URL, AWAY_FROM, PORT, ...others } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...others, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
