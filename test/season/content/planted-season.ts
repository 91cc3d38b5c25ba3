/** One role of the cast in a worker of its own, where a wrong rule may be planted first. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { RoleName } from './cast.ts';
import { type Plant, plant } from './plant.ts';

interface Order {
  readonly roles: readonly RoleName[];
  readonly plants: readonly Plant[];
}

/** What the oracle has to say about each role, in which these wrong rules hold. */
export function plantedSeason(
  roles: readonly RoleName[],
  ...plants: readonly Plant[]
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { roles, plants } });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The worker ended without a word.')));
  });
}

if (!isMainThread && parentPort && isOrder(workerData)) {
  for (const each of workerData.plants) plant(each);
  const [{ CAST }, { played }] = await Promise.all([
    import('./cast.ts'),
    import('./quiet-season.ts'),
  ]);
  const said: string[] = [];
  for (const role of workerData.roles) said.push(...(await played(CAST[role])).contradictions);
  parentPort.postMessage(said);
}

function isOrder(data: unknown): data is Order {
  return typeof data === 'object' && data !== null && 'roles' in data && 'plants' in data;
}
