/** Starts AWS's DynamoDB Local for a run of tests, on a port of its own, and ends it after. */
import { execFileSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoPort: number;
  }
}

const SCRIPT = fileURLToPath(new URL('../rig/ddb-local.sh', import.meta.url));

export async function setup(project: TestProject): Promise<() => void> {
  const port = await freePort();
  const run = (verb: 'start' | 'stop') =>
    execFileSync(SCRIPT, [verb, String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
  run('start');
  project.provide('dynamoPort', port);
  return () => void run('stop');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
