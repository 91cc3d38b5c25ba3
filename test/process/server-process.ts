/** `npm start` as a child process, the way a person starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptOf, withoutSettings } from './run-command.ts';

const START_MS_MAX = 60_000;

export interface ServerProcess {
  readonly url: string;
  /** What it printed until it was up. */
  readonly printed: string;
  /** SIGKILL: it stops at once and cleans up nothing. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** For `afterAll`: ends what a failed test left running. */
export function killLeftovers(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Starts a server and waits for the end of its welcome. Throws with what it printed if it ends before that. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
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
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** For a server that is expected not to start. */
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
  const child = spawn(process.execPath, [scriptOf('start')], {
    env: { ...withoutSettings(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}
