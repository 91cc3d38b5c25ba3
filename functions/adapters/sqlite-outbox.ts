/** The local outbox: every email as it would arrive, kept beside the items and written with them. */
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#shared/base/time/instant.ts';
import type { OutboxEmail } from '#shared/store/mailer.ts';
import { checkPageLimit } from '#shared/store/store.ts';

/** What a list shows of an email. `seq` grows with each email on this machine. */
export interface OutboxRow extends Omit<OutboxEmail, 'raw'> {
  readonly seq: number;
}

export interface OutboxReader {
  /** Newest first; `before` is the previous page's `next`, and `personId` limits the list to one person's emails. */
  list(
    limit: number,
    before?: number,
    personId?: string,
  ): { rows: readonly OutboxRow[]; next?: number };
  get(seq: number): (OutboxEmail & OutboxRow) | undefined;
}

const COLUMNS = 'seq, person_id, n, at, recipient, subject';

export function outboxReader(database: DatabaseSync): OutboxReader {
  const everybody = database.prepare(
    `SELECT ${COLUMNS} FROM outbox WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const onePerson = database.prepare(
    `SELECT ${COLUMNS} FROM outbox WHERE person_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const one = database.prepare(`SELECT ${COLUMNS}, raw FROM outbox WHERE seq = ?`);
  return {
    list(limit, before = Number.MAX_SAFE_INTEGER, personId) {
      checkPageLimit(limit);
      const found = personId
        ? onePerson.all(personId, before, limit + 1)
        : everybody.all(before, limit + 1);
      const rows = found.slice(0, limit).map(rowOf);
      const last = rows.at(-1);
      return { rows, ...(found.length > limit && last && { next: last.seq }) };
    },
    get(seq) {
      const row = one.get(seq);
      return row && { ...rowOf(row), raw: String(row.raw) };
    },
  };
}

/** Puts an email into the outbox, inside the caller's transaction. Throws for a second email with the same (person, n). */
export function outboxInsertion(database: DatabaseSync): (email: OutboxEmail) => void {
  const find = database.prepare('SELECT 1 FROM outbox WHERE person_id = ? AND n = ?');
  const insert = database.prepare(
    'INSERT INTO outbox (person_id, n, at, recipient, subject, raw) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return ({ personId, n, at, to, subject, raw }) => {
    if (find.get(personId, n)) {
      throw new Error(`Email ${n} to person ${personId} was sent already.`);
    }
    insert.run(personId, n, at, to, subject, raw);
  };
}

function rowOf(row: Record<string, unknown>): OutboxRow {
  return {
    seq: Number(row.seq),
    personId: String(row.person_id),
    n: Number(row.n),
    at: String(row.at) as Instant,
    to: String(row.recipient),
    subject: String(row.subject),
  };
}
