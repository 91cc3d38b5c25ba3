/** Starts AWS's DynamoDB Local for a run of tests, on a port of its own, and ends it after. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoPort: number;
  }
}

/** The rig lies beside the checkout unless AWAY_RIG names its folder. */
const RIG = resolve(process.env.AWAY_RIG ?? '../shared/aws-rig');

export async function setup(project: TestProject): Promise<() => void> {
  const script = resolve(RIG, 'ddb-local.sh');
  if (!existsSync(script)) {
    throw new Error('There is no DynamoDB Local: AWAY_RIG must name the folder of ddb-local.sh.');
  }
  const port = await freePort();
  const run = (verb: 'start' | 'stop') =>
    execFileSync(script, [verb, String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
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
