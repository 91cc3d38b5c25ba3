/** Records who takes what out of a cohort, before they get it. */
import { type AuditEntry, newAudit, partId, withEntry } from '#shared/cohort/audit.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, changeTo } from './change.ts';

/** An entry carries the moment at which it is written. */
type Entry = Omit<AuditEntry, 'at'>;

/** Throws after too many lost races: what is not recorded is not delivered. `hasRoom` judges what is recorded; false writes nothing. */
export async function note(
  ports: ChangePorts,
  cohortId: string,
  entry: Entry,
  hasRoom: (entries: readonly AuditEntry[]) => boolean = () => true,
): Promise<boolean> {
  return changeTo(ports, 'audit', cohortId, async (existing = newAudit(cohortId), at) => {
    if (!hasRoom(existing.entries)) return undefined;
    const { audit, part } = withEntry(existing, { at, ...entry });
    // After a crash it may exist already, with the same entries.
    if (part) await ports.store.write(part);
    return audit;
  });
}

/** A form that is posted again is not recorded again. */
export function noteOnce(
  ports: ChangePorts,
  cohortId: string,
  entry: Entry & { readonly of: string },
): Promise<boolean> {
  return note(ports, cohortId, entry, (entries) => entries.every(({ of }) => of !== entry.of));
}

/** The newest entries, oldest first; at least as many as a full item holds, if there are that many. */
export async function entriesOf(
  { store }: { readonly store: Pick<Store, 'read'> },
  cohortId: string,
): Promise<readonly AuditEntry[]> {
  const audit = await store.read('audit', cohortId);
  if (!audit) return [];
  const part =
    audit.parts > 0 ? await store.read('audit', partId(cohortId, audit.parts)) : undefined;
  return [...(part?.entries ?? []), ...audit.entries];
}
