/** What the routes need from the host they run in. */
import type { LinkKeys } from '#shared/base/links/jws.ts';
import type { Weigh } from '#shared/shortlist/weigh.ts';
import type { LogFields, LogLevel } from '../adapters/log.ts';
import type { AskDeps } from '../ask-email.ts';
import type { UpdateDeps } from '../update.ts';

export interface WebDeps extends UpdateDeps, AskDeps {
  readonly linkKeys: LinkKeys;
  /** Sign the links that undo a sender's update, and nothing else. */
  readonly undoKeys: LinkKeys;
  /** Where these pages are served, as people's browsers see it. */
  readonly baseUrl: string;
  /** Keys the hashes of addresses. */
  readonly pepper: string;
  /** The header in which a proxy names the requester's address; absent where none is trusted. */
  readonly proxyHeader?: string | undefined;
  /** The mailbox that the operator reads; absent in the demo. */
  readonly contact?: string | undefined;
  /** Where the demo shows the emails that it does not send. */
  readonly outbox?: string | undefined;
  /** Computes shortlists, where the host says. */
  readonly weigh: Weigh;
  /** Resolves after the constant time of answers that must not reveal whom we know; absent in tests. */
  readonly evenly?: (() => Promise<void>) | undefined;
  newId(): string;
  log(level: LogLevel, event: string, fields: LogFields): void;
}

export interface WebhookDeps extends Omit<WebDeps, 'wake' | 'weigh' | 'linkKeys'> {
  /** Senders' secrets are derived from it. */
  readonly webhookKey: string;
}
