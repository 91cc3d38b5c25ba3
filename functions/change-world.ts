/** One change of the world, made durable. */
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Store } from '#shared/store/store.ts';
import { saidOfDates } from '#shared/words/world-refusals.ts';
import { type WorldRefusal, worldRefusals } from '#shared/world/corrections/refusals.ts';
import { UNCHANGED_WORLD, WORLD_ID, type WorldItem } from '#shared/world/corrections/world-item.ts';
import { type ChangePorts, change } from './change.ts';

/** Changes of the world kept beside it; older ones are put aside this many at a time. */
export const AUDIT_KEPT = 40;

/** Answers only after the write, with the item as stored. */
export async function changeWorld(
  ports: ChangePorts,
  judge: (item: WorldItem) => Result<WorldItem, WorldRefusal>,
): Promise<Result<WorldItem, Refusal>> {
  const changed = await change<'world', Result<WorldItem, WorldRefusal>>(
    ports,
    'world',
    WORLD_ID,
    async (item = UNCHANGED_WORLD) => {
      const judged = judge(item);
      if (!judged.ok || judged.value === item) return { answer: judged };
      return { write: await withAuditAside(ports.store, judged.value), answer: judged };
    },
    () => failure(worldRefusals.busy()),
  );
  return changed.ok ? success(await worldItem(ports.store)) : failure(saidOfDates(changed.failure));
}

/** The changes of the world until now. */
export async function worldItem(store: Store): Promise<WorldItem> {
  return (await store.read('world', WORLD_ID)) ?? UNCHANGED_WORLD;
}

/** Puts older audit entries aside first where there are too many. */
async function withAuditAside(store: Store, item: WorldItem): Promise<WorldItem> {
  // What a correction for everyone replaced stays: it applies again if that is withdrawn.
  const existing = new Set(item.corrections.map((correction) => correction.id));
  const entries = item.audit
    .slice(0, -AUDIT_KEPT)
    .filter((entry) => !entry.before || !existing.has(entry.id));
  if (entries.length < AUDIT_KEPT) return item;
  const id = String(item.chunks + 1);
  const put = await store.write({ kind: 'world-audit', id, version: 0, entries });
  // A part that exists already is from an attempt that stopped before the item was trimmed: trim by what it holds.
  const aside = put.written ? entries : ((await store.read('world-audit', id))?.entries ?? []);
  const gone = new Set(aside.map((entry) => entry.id));
  const audit = item.audit.filter((entry) => !gone.has(entry.id));
  return { ...item, audit, chunks: item.chunks + 1 };
}
