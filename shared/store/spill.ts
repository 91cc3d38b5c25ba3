/** Which parts of a person's history leave the item once it grows too large. */
import { DAY_MS, dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { calendarKeysSaid } from '#shared/people/mailing/ledger.ts';
import type { Applicant, Chunk, HistoryEntry } from '#shared/people/person/applicant.ts';
import { dayOfKey, type EmailRecord, keysSaid } from '#shared/people/person/email-record.ts';
import { chunkId } from './keys.ts';

/** Older history and emails go to a chunk, so that an item stays far under DynamoDB's 400 kB. */
export const ITEM_BYTES_MAX = 100_000;
/** A spilling item keeps its last two months. */
export const KEPT_DAYS = 60;
/** A key stays in the item this long after the day it speaks of: longer than the last rung of any ladder stays current. */
export const KEY_KEPT_DAYS = 1110;
/** Fewer entries are not worth a chunk: an item over its limit would write one each time. */
const SPILL_ENTRIES_MIN = 20;
/** What it keeps of a history that is too long even so. */
const HISTORY_KEPT = 40;

/** The chunk that must be put before the item may be written trimmed; undefined while nothing needs to go. */
export function chunkToSpill(applicant: Applicant, now: Instant): Chunk | undefined {
  if (bytesOf(applicant) <= ITEM_BYTES_MAX) return undefined;
  const before = plusMs(now, -KEPT_DAYS * DAY_MS);
  const old = applicant.history.filter(({ at }) => at < before);
  const history = old.length > 0 ? old : applicant.history.slice(0, -HISTORY_KEPT);
  // The newest email stays: the next one's number follows from it, and only it can be an open claim.
  const emails = applicant.emails.slice(0, -1).filter(({ claimedAt }) => claimedAt < before);
  if (history.length + emails.length < SPILL_ENTRIES_MIN) return undefined;
  return {
    kind: 'chunk',
    id: chunkId(applicant.id, applicant.chunks + 1),
    version: 0,
    history,
    emails,
  };
}

/** The item without what the chunk holds. `olderKeys` keeps what a spilled email said while its rung may be current. */
export function withoutChunk(applicant: Applicant, chunk: Chunk, now: Instant): Applicant {
  const entries = new Set(chunk.history.map(entryKey));
  const spilled = new Set(chunk.emails.map(({ n }: EmailRecord) => n));
  const gone = applicant.emails.filter(({ n }) => spilled.has(n));
  const since = dayIn('UTC', plusMs(now, -KEY_KEPT_DAYS * DAY_MS));
  const keys = [...applicant.olderKeys, ...keysSaid(gone), ...calendarKeysSaid(gone)];
  return {
    ...applicant,
    chunks: applicant.chunks + 1,
    history: applicant.history.filter((entry) => !entries.has(entryKey(entry))),
    emails: applicant.emails.filter(({ n }) => !spilled.has(n)),
    olderKeys: keys.filter((key) => dayOfKey(key) >= since),
  };
}

/** Bytes of the item as stored. */
export function bytesOf(applicant: Applicant): number {
  return Buffer.byteLength(JSON.stringify(applicant));
}

function entryKey(entry: HistoryEntry): string {
  return `${entry.at} ${entry.id}`;
}
