/** An email as the local outbox keeps it, written in the same transaction as its `sent`. */
import type { Instant } from '#shared/base/time/instant.ts';

export interface OutboxMail {
  readonly personId: string;
  readonly n: number;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  /** The whole message as it would go over the wire. */
  readonly raw: string;
}
