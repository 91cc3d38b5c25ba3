/** What of a person's past leaves the item once the item grows too large. */
import type { Applicant, HistoryEntry } from '../applicant/applicant.ts';
import { HISTORY_KEPT, ITEM_BYTES_MAX, KEPT_DAYS } from '../limits.ts';
import type { MailRecord } from '../nudges/mail-record.ts';
import { DAY_MS, type Instant, plusMs } from '../time/instant.ts';
import type { Chunk } from './items.ts';
import { chunkId } from './keys.ts';

/** The chunk that must be put before the item may be written trimmed; undefined while the item is small. */
export function chunkToSpill(applicant: Applicant, now: Instant): Chunk | undefined {
  if (bytesOf(applicant) <= ITEM_BYTES_MAX) return undefined;
  const before = plusMs(now, -KEPT_DAYS * DAY_MS);
  const old = applicant.history.filter(({ at }) => at < before);
  const history = old.length > 0 ? old : applicant.history.slice(0, -HISTORY_KEPT);
  const mails = applicant.mails.filter(({ claimedAt }) => claimedAt < before);
  if (history.length + mails.length === 0) return undefined;
  return {
    kind: 'chunk',
    id: chunkId(applicant.id, applicant.chunks + 1),
    version: 0,
    history,
    mails,
  };
}

/** The item without what the chunk holds. The chunk may be one that an earlier, broken-off spill put. */
export function withoutChunk(applicant: Applicant, chunk: Chunk): Applicant {
  const entries = new Set(chunk.history.map(entryKey));
  const mails = new Set(chunk.mails.map(({ n }: MailRecord) => n));
  return {
    ...applicant,
    chunks: applicant.chunks + 1,
    history: applicant.history.filter((entry) => !entries.has(entryKey(entry))),
    mails: applicant.mails.filter(({ n }) => !mails.has(n)),
  };
}

/** Bytes of the item as stored. */
export function bytesOf(applicant: Applicant): number {
  return new TextEncoder().encode(JSON.stringify(applicant)).byteLength;
}

function entryKey(entry: HistoryEntry): string {
  return `${entry.at} ${entry.id}`;
}
