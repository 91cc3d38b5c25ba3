/** Writes an item under the version read. Where it is too large, a person's older history moves to a chunk first: `older-past.ts` reads it. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Item } from '#shared/store/items.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import { chunkToSpill, withoutChunk } from '#shared/store/spill.ts';
import type { Store, Written } from '#shared/store/store.ts';

export async function writeItem(
  store: Store,
  item: Item,
  now: Instant,
  alongside?: OutboxEmail,
): Promise<Written> {
  const chunk = item.kind === 'applicant' && chunkToSpill(item, now);
  if (!chunk) return store.write(item, alongside);
  const put = await store.write(chunk);
  // A chunk that exists already is from a spill that stopped before the item was trimmed: trim by what it holds.
  const existing = put.written ? chunk : await store.read('chunk', chunk.id);
  return store.write(existing ? withoutChunk(item, existing, now) : item, alongside);
}
