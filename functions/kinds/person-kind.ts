/**
 * What a visit must know of one kind of person. Claiming, sending, recording, and backing off are the same for all; a new
 * kind is a description like `applicant.ts`, and its line in `kinds.ts`.
 */
import type { Instant } from '#shared/base/time/instant.ts';
import type { EmailEntry } from '#shared/people/mailing/claim.ts';
import type { Cause } from '#shared/people/person/person.ts';
import type { Email } from '#shared/store/mailer.ts';

export interface KindOfPerson<Person> {
  /** The email that answers what this person asked for. */
  requested(person: Person, cause: Cause, now: Instant): EmailToSend;
  /** Repairs what follows this person elsewhere, once a visit and first of all. True when that wrote the item. */
  repair?(person: Person, now: Instant): Promise<boolean>;
  /**
   * Writes the moves that are due. Undefined when none is; otherwise how many were made, 0 after a lost race: the visit
   * then starts again.
   */
  move?(person: Person, now: Instant): Promise<number | undefined>;
  /**
   * What to email now beside what was requested, or when to visit again. It reads what it needs of others, and of this
   * person only the item it was given. `critical`: routine email is held, so plan only what cannot wait.
   */
  plan(person: Person, now: Instant, sending?: 'critical'): Promise<VisitPlan>;
  /** The person with nothing to say: `dueAt` perhaps early, never late. */
  rest(person: Person, nextEmailAt: Instant | undefined, now: Instant): Person;
}

export interface VisitPlan {
  readonly email?: EmailToSend;
  /** The first moment at which this plan could change if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/** A planned email, and how it is rendered. */
export interface EmailToSend {
  /** What the ledger keeps of it. */
  readonly entry: EmailEntry;
  render(): Promise<Email>;
  /**
   * Asked once more between claim and sending, for an email about another person's item. On false nothing is sent and
   * the person stays due. Absent where the claimed version decides alone.
   */
  isStillWanted?(): Promise<boolean>;
}
