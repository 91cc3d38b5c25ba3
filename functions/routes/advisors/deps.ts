/** What the advisors' routes need from the host they run in. */
import type { Job } from '#shared/store/items.ts';
import type { SessionDeps } from '../../sessions.ts';
import type { WebDeps } from '../web-deps.ts';

export interface AdvisorDeps extends SessionDeps, Omit<WebDeps, 'weigh' | 'undoKeys'> {
  /** Senders' secrets are derived from it. */
  readonly webhookKey: string;
  /** Starts a job that was written as due. The sweep finds it too, later. */
  startJob(job: Job): Promise<void>;
  readonly files: {
    /** A finished export: its bytes, or an address that serves them for a minute. Undefined once it is gone. */
    open(
      id: string,
      name: string,
      mediaType: string,
    ): Promise<{ readonly stream: ReadableStream } | { readonly url: string } | undefined>;
  };
  /** Lets other work run in the middle of a long task. */
  breathe(): Promise<void>;
}
