/** What a visit must know of one kind of person. A new kind is a description like `applicant.ts`, and its line in `kinds.ts`. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { EmailEntry } from '#shared/people/mailing/claim.ts';
import type { Cause } from '#shared/people/person/person.ts';
import type { Email } from '#shared/store/mailer.ts';

export interface KindOfPerson<Person> {
  requested(person: Person, cause: Cause, now: Instant): EmailToSend;
  /** Repairs what follows this person elsewhere, once a visit and first of all. True when that wrote the item. */
  repair?(person: Person, now: Instant): Promise<boolean>;
  /** Writes the moves that are due: undefined when none is; else how many, 0 after a lost race: the visit then starts again. */
  move?(person: Person, now: Instant): Promise<number | undefined>;
  /** What to email beside what was requested, or when to visit again. `critical`: routine email is held, so plan only what cannot wait. */
  plan(person: Person, now: Instant, sending?: 'critical'): Promise<VisitPlan>;
  /** The person with nothing to say: `dueAt` perhaps early, never late. */
  rest(person: Person, nextEmailAt: Instant | undefined, now: Instant): Person;
}

export interface VisitPlan {
  readonly email?: EmailToSend;
  /** The first moment at which this plan could change if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

export interface EmailToSend {
  readonly entry: EmailEntry;
  render(): Promise<Email>;
  /** Asked once more between claim and sending, for an email about another person's item. On false the person stays due. */
  isStillWanted?(): Promise<boolean>;
}
