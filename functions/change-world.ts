/** One change of the world, made durable. */
import { createHash } from 'node:crypto';
import { failure, type Refusal, type Result, success } from '#shared/base/result.ts';
import type { Store } from '#shared/store/store.ts';
import { explainCorrection } from '#shared/words/world-refusals.ts';
import { type WorldRefusal, worldRefusals } from '#shared/world/corrections/refusals.ts';
import {
  type StoredWorld,
  shareOf,
  UNCHANGED_WORLD,
  WORLD_ID,
  type WorldItem,
  type WorldPart,
} from '#shared/world/corrections/world-item.ts';
import { type ChangePorts, change } from './change.ts';
import { assembled, type Parts, partsOf, worldItem } from './read-world.ts';

/** Audit entries kept with the world; older ones are put aside this many at a time. */
export const AUDIT_KEPT = 40;

/** Answers only after the write, with the item as stored. */
export async function changeWorld(
  ports: ChangePorts,
  judge: (item: WorldItem) => Result<WorldItem, WorldRefusal>,
): Promise<Result<WorldItem, Refusal>> {
  const changed = await judgedWorld(ports, judge);
  return changed.ok ? changed : failure(explainCorrection(changed.failure));
}

/** The same, for a judge with refusals of its own. */
export async function judgedWorld<Why>(
  ports: ChangePorts,
  judge: (item: WorldItem) => Result<WorldItem, Why>,
): Promise<Result<WorldItem, Why | WorldRefusal>> {
  let replaced: readonly WorldPart[] = [];
  const changed = await change<'world', Result<WorldItem, Why | WorldRefusal>>(
    ports,
    'world',
    WORLD_ID,
    async (stored = NO_PARTS) => {
      replaced = [];
      const parts = await partsOf(ports.store, stored);
      // Replaced after the item was read: this write is refused, and the next reading finds the new ones.
      if (!parts) return { write: { ...stored }, answer: failure(worldRefusals.busy()) };
      const before = assembled(stored, parts);
      const judged = judge(before);
      if (!judged.ok || judged.value === before) return { answer: judged };
      const aside = await withAuditAside(ports.store, judged.value);
      const written = await withParts(ports.store, stored, parts, aside);
      const used = new Set(Object.values(written.parts));
      replaced = [...parts.values()].filter(({ id }) => !used.has(id));
      return { write: written, answer: judged };
    },
    () => failure(worldRefusals.busy()),
  );
  if (!changed.ok) return changed;
  // Nothing names what a crash or a lost race leaves behind, so nobody reads it.
  await Promise.all(replaced.map((part) => ports.store.remove(part)));
  return success(await worldItem(ports.store));
}

const { corrections: _, ...NOTHING } = UNCHANGED_WORLD;
const NO_PARTS: StoredWorld = { ...NOTHING, parts: {} };

/** Writes the shares that changed, under ids that only the item will name. */
async function withParts(
  store: Store,
  stored: StoredWorld,
  parts: Parts,
  { corrections, ...item }: WorldItem,
): Promise<StoredWorld> {
  const all = [...parts.values()].flatMap(({ entries }) => entries);
  const places = new Map(all.map(({ correction, nth }) => [correction, nth]));
  let last = Math.max(0, ...all.map(({ nth }) => nth));
  const named: Record<string, string> = {};
  const made: WorldPart[] = [];
  for (const [share, own] of Map.groupBy(corrections, shareOf)) {
    const entries = own.map((correction) => {
      const nth = places.get(correction) ?? last + 1;
      last = Math.max(last, nth);
      return { nth, correction };
    });
    const before = parts.get(stored.parts[share] ?? '')?.entries ?? [];
    const isSame =
      before.length === own.length && before.every(({ correction }) => own.includes(correction));
    const content = createHash('sha256').update(JSON.stringify(entries)).digest('base64url');
    const id = `${share}-${stored.version + 1}-${content.slice(0, 22)}`;
    named[share] = isSame ? (stored.parts[share] ?? id) : id;
    if (!isSame) made.push({ kind: 'world-part', id, version: 0, entries });
  }
  await store.writeMany(made);
  return { ...item, parts: named };
}

/** If there are too many audit entries, puts older ones aside first. */
async function withAuditAside(store: Store, item: WorldItem): Promise<WorldItem> {
  // Entries that a correction for everyone replaced are kept: they apply again if it is withdrawn.
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
