/** After a change of the world, a walk sets everyone due, a page at a time. Waking a person twice is harmless: their own item decides. */
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import { WALK_ID, type Walk } from '#shared/people/mailing/walk-item.ts';
import { WORLD_ID } from '#shared/world/corrections/world-item.ts';
import type { LogFields, LogLevel } from './adapters/log.ts';
import { type ChangePorts, changeTo, makeDue } from './change.ts';

/** Longer than any process keeps an old world, and than a deployment takes to change every function. */
export const WORLD_SETTLES_MS = 600_000;
/** People woken at once by the walk. */
export const WALK_PAGE_MAX = 25;
/** Pages in one sweep's share of the walk: 10,000 people, a few seconds. The next sweep continues. */
const WALK_PAGES_MAX = 400;

export interface ReplanDeps extends ChangePorts {
  /** Changes with any rule or data file. */
  readonly release: string;
}

export interface ReplanReport {
  /** `noticed`: starts once no process can have the old world. `walking`: pages are left. `overtaken`: another process is walking. */
  readonly state: 'idle' | 'noticed' | 'settling' | 'walking' | 'done' | 'overtaken';
  readonly woken: number;
}

/** After every person that will ever be due. */
const END_OF_TIME: Instant = '9999-12-31T23:59:59.999Z';

/** A person who moves in the due index during the walk was written with the current world. After an interruption, the next call continues. */
export async function replan(deps: ReplanDeps): Promise<ReplanReport> {
  const { store, release } = deps;
  const now = deps.clock.now();
  const { version = 0 } = (await store.read('world', WORLD_ID)) ?? {};
  const fingerprint = `${release}.${version}`;
  let walk = await store.read('walk', WALK_ID);
  if (walk?.fingerprint !== fingerprint) {
    const begun = newWalk(walk?.version ?? 0, fingerprint, now);
    return { state: (await note(deps, begun)) ? 'noticed' : 'overtaken', woken: 0 };
  }
  if (walk.isDone) return { state: 'idle', woken: 0 };
  if (now < plusMs(walk.noticedAt, WORLD_SETTLES_MS)) return { state: 'settling', woken: 0 };

  const before = walk.woken;
  for (let page = 0; page < WALK_PAGES_MAX; page += 1) {
    const { rows, next } = await store.due(END_OF_TIME, WALK_PAGE_MAX, walk.from);
    const woken = await Promise.all(rows.map((row) => makeDue(deps, row, now)));
    const { from: _, ...kept }: Walk = walk;
    const after: Walk = {
      ...kept,
      ...(next !== undefined && { from: next }),
      woken: walk.woken + woken.filter(Boolean).length,
      isDone: next === undefined,
    };
    if (!(await note(deps, after))) return { state: 'overtaken', woken: walk.woken - before };
    walk = { ...after, version: after.version + 1 };
    if (walk.isDone) return { state: 'done', woken: walk.woken - before };
  }
  return { state: 'walking', woken: walk.woken - before };
}

/** False when another process has continued the walk since it was read. */
async function note(ports: ChangePorts, walk: Walk): Promise<boolean> {
  return changeTo(ports, 'walk', WALK_ID, (existing) =>
    (existing?.version ?? 0) === walk.version ? walk : undefined,
  );
}

/** `replan` for a sweep, which runs in any case: a failure here is tried again at the next one. */
export function replanOrLog(
  deps: ReplanDeps & { log(level: LogLevel, event: string, fields: LogFields): void },
): () => Promise<void> {
  return async () => {
    try {
      const { state, woken } = await replan(deps);
      if (state === 'done' || state === 'walking')
        deps.log('info', `replan-${state}`, { count: woken });
    } catch (error) {
      deps.log('error', 'replan-failed', { error });
    }
  };
}

function newWalk(version: number, fingerprint: string, noticedAt: Instant): Walk {
  return { kind: 'walk', id: WALK_ID, version, fingerprint, noticedAt, woken: 0, isDone: false };
}
