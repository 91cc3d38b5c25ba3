/** The data's paths of docs/architecture.md, walked: the stack at the store names no file that the path does not. */
import { expect, test, vi } from 'vitest';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { runJob } from '#functions/run-job.ts';
import { sweep } from '#functions/sweep.ts';
import { instantAt } from '#shared/base/time/instant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { virtualMachine } from '../season/virtual-machine.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { DATA_PATHS } from '../tidy/data-paths.ts';
import { advisorsStage, OWN } from './advisors-stage.ts';
import { webStage } from './web-stage.ts';

/** What every route is served by, whatever its data. */
const ENTRANCE = [
  'functions/advisors.ts',
  'functions/routes/route.ts',
  'functions/routes/safe-app.ts',
];

/** The product's files on the stack whenever a method of the store is called. */
function filesAt(store: Store, method: 'write' | 'writeMany' | 'cohort'): Set<string> {
  Error.stackTraceLimit = 100;
  const seen = new Set<string>();
  const call = store[method].bind(store) as (...values: unknown[]) => never;
  vi.spyOn(store, method as 'write').mockImplementation((...values) => {
    const stack = new Error('here').stack ?? '';
    for (const [, path = ''] of stack.matchAll(/\/((?:functions|shared)\/[\w./-]+\.ts)/g)) {
      if (!stack.includes(`/test/${path}`)) seen.add(path);
    }
    return call(...values);
  });
  return seen;
}

function expectOnPath(of: string, seen: ReadonlySet<string>): void {
  const listed = DATA_PATHS.find((path) => path.of === of)?.legs.flat() ?? [];
  expect(seen.size).toBeGreaterThan(1);
  expect([...seen].filter((path) => !listed.includes(path) && !ENTRANCE.includes(path))).toEqual(
    [],
  );
}

test('an update', async () => {
  const stage = webStage(MONDAY);
  await stage.add('alice', alice().facts);
  const seen = filesAt(stage.store, 'write');
  const plan = `/a/${await stage.token({ personId: 'alice' })}`;
  const fields = { type: 'zone-changed', zone: 'Asia/Tokyo', update: 'u1', revision: '0' };
  expect((await stage.post(plan, fields)).status).toBe(303);
  expectOnPath('An update', seen);
});

test('an import', async () => {
  const stage = await advisorsStage();
  const sheet = new TextEncoder().encode(
    file(`${HEADER},Host,Specialty,First day,Last day`, `${ALICE},Brown,ir,2027-07-05,2027-07-30`),
  );
  const of = { id: 'i1', cohortId: OWN, by: 'dana', fileName: 'sheet.csv' };
  const kept = await keepFile(stage.deps, of, sheet);
  if (!kept.ok) throw new Error('It was refused.');
  const { people } = await judge(stage.deps, kept.value, await tableOf(stage.store, kept.value));
  await startImport(stage.deps, kept.value, people.length);
  const seen = filesAt(stage.store, 'writeMany');
  const deps = {
    ...stage.deps,
    workflow: NO_WORKFLOW,
    mayContinue: () => true,
    xlsx: async () => new Uint8Array(),
    files: { ...stage.deps.files, put: async () => undefined, remove: async () => undefined },
  };
  expect(await runJob(deps as never, { kind: 'import', id: 'i1' })).toBe('finished');
  expectOnPath('An import', seen);
});

test('a sweep', async () => {
  const now = instantAt('2027-01-14', '12:00', 'Asia/Kolkata');
  const store = memoryStore();
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start: now });
  const deps = machine.nudgeDeps(machine.ports);
  await store.write(alice({ dueAt: now }));
  const seen = filesAt(deps.store, 'write');
  expect(await sweep(deps)).toMatchObject({ due: 1, sent: 1 });
  expectOnPath('A sweep', seen);
});

test('a report', async () => {
  const stage = await advisorsStage();
  const seen = filesAt(stage.store, 'cohort');
  expect((await stage.get(`/advisors/c/${OWN}`, await stage.cookie('lead'))).status).toBe(200);
  expectOnPath('A report', seen);
});
