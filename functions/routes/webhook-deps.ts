/** What the webhook's routes need from the host they run in. */
import type { WebDeps } from './web-deps.ts';

export interface WebhookDeps extends Omit<WebDeps, 'wake'> {
  /** What senders' secrets are derived from. */
  readonly webhookKey: string;
}
