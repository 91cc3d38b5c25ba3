/** Writes an applicant under the version read, spilling its older past into a chunk first where it has grown too large. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { OutboxMail } from '#shared/store/outbox-mail.ts';
import { chunkToSpill, withoutChunk } from '#shared/store/spill.ts';
import type { Store, Written } from '#shared/store/store.ts';

export async function writeApplicant(
  store: Store,
  applicant: Applicant,
  now: Instant,
  alongside?: OutboxMail,
): Promise<Written> {
  const chunk = chunkToSpill(applicant, now);
  if (!chunk) return store.write(applicant, alongside);
  const put = await store.write(chunk);
  // A chunk that is there already is an earlier spill that broke off before the item was trimmed: trim by what it holds.
  const standing = put.written ? chunk : await store.read('chunk', chunk.id);
  return store.write(standing ? withoutChunk(applicant, standing, now) : applicant, alongside);
}
