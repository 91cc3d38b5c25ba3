/** One change of the world, made durable: read, judge, write under the version read; after a lost race, again. */
import { AUDIT_KEPT, CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Store, Written } from '#shared/store/store.ts';
import { worldRefusals } from '#shared/world/corrections/refusals.ts';
import { UNCHANGED_WORLD, WORLD_ID, type WorldItem } from '#shared/world/corrections/world-item.ts';

/** Answers only after the write. The item it answers with is the one that stands. */
export async function changeWorld(
  store: Store,
  judge: (item: WorldItem) => Result<WorldItem, Refusal>,
): Promise<Result<WorldItem, Refusal>> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await worldItem(store);
    const changed = judge(item);
    if (!changed.ok || changed.value === item) return changed;
    const { written } = await writeWorld(store, changed.value);
    if (written) return success(await worldItem(store));
  }
  return failure(worldRefusals.busy());
}

/** What was changed of the world so far. */
export async function worldItem(store: Store): Promise<WorldItem> {
  return (await store.read('world', WORLD_ID)) ?? UNCHANGED_WORLD;
}

/** Older audit is put aside first, where it has grown too long. */
async function writeWorld(store: Store, item: WorldItem): Promise<Written> {
  // What can still be taken back stays.
  const standing = new Set(item.corrections.map((correction) => correction.id));
  const entries = item.audit.slice(0, -AUDIT_KEPT).filter((entry) => !standing.has(entry.id));
  if (entries.length < AUDIT_KEPT) return store.write(item);
  const id = String(item.chunks + 1);
  const put = await store.write({ kind: 'world-audit', id, version: 0, entries });
  // A part that is there already is an earlier one that broke off before the item was trimmed: trim by what it holds.
  const aside = put.written ? entries : ((await store.read('world-audit', id))?.entries ?? []);
  const gone = new Set(aside.map((entry) => entry.id));
  const audit = item.audit.filter((entry) => !gone.has(entry.id));
  return store.write({ ...item, audit, chunks: item.chunks + 1 });
}
