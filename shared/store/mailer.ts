/** The port that sends email. Three adapters: SES, SMTP, and the local outbox. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Blame } from '#shared/people/person/email-record.ts';
import type { PersonKind } from '#shared/people/person/person.ts';

/** One rendered email to one person, ready to be made into MIME. */
export interface Email {
  readonly to: { readonly name: string; readonly address: string };
  /** The address before this one, while it may object to the change. */
  readonly also?: string;
  /** Who reads the answer; else the mailbox that the operator named. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An iCalendar part (METHOD:PUBLISH): dates that are new, changed, or withdrawn. */
  readonly calendar?: string;
  /** One-click unsubscribe of this stream; absent on emails that are not subscribed to. */
  readonly unsubscribeUrl?: string;
}

/** Names the email in evidence that comes back later. */
export interface EmailTag {
  readonly kind: PersonKind;
  readonly personId: string;
  readonly n: number;
}

/** Its names in SES, which allows letters, digits, `_`, and `-` only. */
export const TAG_NAMES = { kind: 'kind', person: 'person', n: 'n' } as const;

export type Delivery =
  /** Accepted. `alongside` must be written with the `sent` that records it (local outbox only). */
  | { readonly outcome: 'accepted'; readonly alongside?: OutboxEmail }
  /** Refused for certain: nothing was sent. It blames the sender unless `blames` names another. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly blames?: Blame }
  /** Nobody knows: the claim stays open until evidence or time settles it. */
  | { readonly outcome: 'unknown'; readonly reason: string };

export interface Mailer {
  /** Hands over one email, once, with no retry of its own. Never throws for what an email system can do. */
  deliver(email: Email, tag: EmailTag, now: Instant): Promise<Delivery>;
  /** How long after a lease ends evidence of a sending may still come: milliseconds. */
  readonly evidenceMs: number;
}

export interface OutboxEmail {
  readonly personId: string;
  readonly n: number;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  /** The whole message as it would go over the wire. */
  readonly raw: string;
}
