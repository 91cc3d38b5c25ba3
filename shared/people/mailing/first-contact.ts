/** Emails to people who never wrote to us; their complaints are counted separately. */
import { type MailRecord, takesItsDay } from '../person/mail-record.ts';
import type { PersonKind } from '../person/person.ts';

interface Ledger {
  readonly kind: PersonKind;
  readonly mails: readonly MailRecord[];
}

/** A confirmation of an address that anyone may have typed, or the first email to a letter writer. */
export function isFirstContact({ kind, mails }: Ledger, n: number): boolean {
  const mail = mails.find((each) => each.n === n);
  if (mail?.stream === 'confirm') return true;
  return kind === 'writer' && mails.find(takesItsDay)?.n === n;
}
