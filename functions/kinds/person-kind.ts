/**
 * What a visit must know of one kind of person. Claiming, sending, recording and backing off are the same for all; a new
 * kind is a description like `applicant.ts`, and its line in `kinds.ts`.
 */

import type { Instant } from '#shared/base/time/instant.ts';
import type { MailEntry } from '#shared/people/mailing/claim.ts';
import type { Cause } from '#shared/people/person/person.ts';
import type { Mail } from '#shared/store/mailer.ts';

export interface KindOfPerson<Person> {
  /** The email that answers what this person asked for. */
  requested(person: Person, cause: Cause, now: Instant): MailToSend;
  /** Mends what follows this person elsewhere, once a visit and before all else. True when that wrote the item. */
  mend?(person: Person, now: Instant): Promise<boolean>;
  /**
   * Writes the moves that time owes. Undefined when it owes none; else how many were made, 0 after a lost race: the visit
   * then starts again.
   */
  move?(person: Person, now: Instant): Promise<number | undefined>;
  /**
   * What to say now beside what was asked for, or when to look again. Reads what it needs of others; of this person only what it was given.
   * `critical`: what can wait is held, so what cannot wait until it leaves again is asked for.
   */
  plan(person: Person, now: Instant, sending?: 'critical'): Promise<VisitPlan>;
  /** The person with nothing to say: `dueAt` perhaps early, never late. */
  rest(person: Person, nextMailAt: Instant | undefined, now: Instant): Person;
}

export interface VisitPlan {
  readonly mail?: MailToSend;
  /** The first moment at which this plan could be another one, if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/** A planned mail, with what is left to do of it. */
export interface MailToSend {
  /** What the ledger keeps of it. */
  readonly entry: MailEntry;
  render(): Promise<Mail>;
  /**
   * Asked once more between claim and sending, for an email that speaks of somebody else's item. On false nothing leaves
   * and the person stays due. Absent where the version claimed is all there is to know.
   */
  isStillWanted?(): Promise<boolean>;
}
