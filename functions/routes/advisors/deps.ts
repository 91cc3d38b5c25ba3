/** What the advisors' routes need from the host they run in. */

import type { Job } from '#shared/store/items.ts';
import type { AskDeps } from '../../ask-email.ts';
import type { SessionDeps } from '../../sessions.ts';
import type { UpdateDeps } from '../../update.ts';

export interface AdvisorDeps extends SessionDeps, UpdateDeps, AskDeps {
  /** What senders' secrets are derived from. */
  readonly webhookKey: string;
  /** Where these pages are served, as people's browsers see it. */
  readonly baseUrl: string;
  /** Keys the hash of addresses. */
  readonly pepper: string;
  /** Sets a job going that was written as due. The sweep finds it too, later. */
  startJob(job: Job): Promise<void>;
  readonly files: {
    /** A ready export: its bytes, or where they are fetched for a minute. Undefined when it is gone. */
    open(
      id: string,
      name: string,
      mediaType: string,
    ): Promise<{ readonly stream: ReadableStream } | { readonly url: string } | undefined>;
  };
  /** Lets others have their turn in the middle of long work. */
  breathe(): Promise<void>;
  newId(): string;
  log(level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void;
}

/** Ids only: never an address, never a token. */
interface LogFields {
  readonly reference?: string;
  readonly personId?: string;
  readonly senderId?: string;
  readonly reason?: string;
  readonly count?: number;
  readonly error?: unknown;
}
