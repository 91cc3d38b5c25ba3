/** Writes an item under the version read. A person's older past is put aside first where the item has grown too large. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { Item } from '#shared/store/items.ts';
import type { OutboxMail } from '#shared/store/mailer.ts';
import { chunkToSpill, withoutChunk } from '#shared/store/spill.ts';
import type { Store, Written } from '#shared/store/store.ts';

export async function writeItem(
  store: Store,
  item: Item,
  now: Instant,
  alongside?: OutboxMail,
): Promise<Written> {
  const chunk = item.kind === 'applicant' && chunkToSpill(item, now);
  if (!chunk) return store.write(item, alongside);
  const put = await store.write(chunk);
  // A chunk that is there already is an earlier spill that broke off before the item was trimmed: trim by what it holds.
  const standing = put.written ? chunk : await store.read('chunk', chunk.id);
  return store.write(standing ? withoutChunk(item, standing, now) : item, alongside);
}
