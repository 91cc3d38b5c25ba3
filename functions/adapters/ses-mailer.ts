/** The mailer over SES: one raw message, one attempt, and an honest report of how it ended. */
import { setTimeout as wait } from 'node:timers/promises';
import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { LEASE_MARGIN_MS } from '#shared/base/limits.ts';
import { HOUR_MS } from '#shared/base/time/instant.ts';
import { type Delivery, type Mailer, TAG_NAMES } from '#shared/store/mailer.ts';
import type { Log } from './log.ts';
import { type MakeMime, madeOrRefused } from './mime.ts';

/** An attempt must end before its claim's lease does, and may start as late as the margin before that. */
const SEND_TIMEOUT_MS = LEASE_MARGIN_MS - 5000;

interface SesSettings {
  /** The envelope sender. */
  readonly from: string;
  /** Publishes the events that `feedback` reads; without it there is never evidence that an email was sent. */
  readonly configurationSet: string;
  /** The most milliseconds that one attempt may take; 25 s by default. */
  readonly timeoutMs?: number;
}

/** @param client one that `sesClient` made: its retries must be off */
export function sesMailer(
  client: SESClient,
  settings: SesSettings,
  makeMime: MakeMime,
  log: Log,
): Mailer {
  const { from, configurationSet, timeoutMs = SEND_TIMEOUT_MS } = settings;
  return {
    // SES usually publishes a Send event within seconds, and retries for longer when its target is unavailable.
    evidenceMs: HOUR_MS,
    async deliver(email, tag, now) {
      const logged = (code: string, reason: string) =>
        log('warn', 'email-not-accepted', { personId: tag.personId, emailN: tag.n, code, reason });
      const made = await madeOrRefused(makeMime, email, tag, now);
      if (!made.ok) {
        logged('not-made', made.failure.reason);
        return made.failure;
      }
      const raw = made.value;
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [email.to.address, ...(email.also ? [email.also] : [])],
        RawMessage: { Data: Buffer.from(raw, 'utf8') },
        ConfigurationSetName: configurationSet,
        // Both use only letters, digits, `_`, and `-`, as SES requires of tags: see idSchema.
        Tags: [
          { Name: TAG_NAMES.kind, Value: tag.kind },
          { Name: TAG_NAMES.person, Value: tag.personId },
          { Name: TAG_NAMES.n, Value: String(tag.n) },
        ],
      });
      try {
        await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
        return { outcome: 'accepted' };
      } catch (error) {
        logged(codeOf(error), wordsOf(error, email.to.address));
        return judge(error);
      }
    },
  };
}

/** Errors raised before a call reaches SES: nothing can have been sent. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError']);

/** Certain when SES answered 4xx or was never reached. Otherwise the email may have been sent. */
function judge(error: unknown): Delivery {
  if (error instanceof SESServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0;
    const reason = `SES answered ${status} ${error.name}${limitOf(error)}`;
    const isCertain = status >= 400 && status < 500 && status !== REQUEST_TIMEOUT;
    return isCertain ? { outcome: 'refused', reason } : { outcome: 'unknown', reason };
  }
  const code = codeOf(error);
  return UNREACHED.has(code)
    ? { outcome: 'refused', reason: `SES was not reached (${code})` }
    : { outcome: 'unknown', reason: `no answer from SES (${code})` };
}

const REQUEST_TIMEOUT = 408;

// Codes only, since SES's message repeats the address; but only the message says which limit was reached.
function limitOf({ name, message }: SESServiceException): string {
  if (!/throttl/i.test(name)) return '';
  return /daily/i.test(message) ? ' (daily quota)' : ' (sending rate)';
}

/** SES's message without the reader's address. The log redacts every other address. */
function wordsOf(error: unknown, address: string): string {
  const { message } = error as { message?: unknown };
  return String(message).replaceAll(address, '[address]');
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}

const CONNECTION_TIMEOUT_MS = 3000;

/** An SDK that retries after a lost answer would send the email twice. Region and credentials come from the environment. */
export function sesClient(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS },
  });
}

/** `intervalMs` between two emails from this process: 1000 × concurrent processes ÷ emails per second. `elapsed` never goes back. */
export function pacedMailer(
  mailer: Mailer,
  intervalMs: number,
  sleep: (ms: number) => Promise<unknown> = wait,
  elapsed: () => number = () => performance.now(),
): Mailer {
  let freeAt = Number.NEGATIVE_INFINITY;
  return {
    evidenceMs: mailer.evidenceMs,
    async deliver(email, tag, now) {
      const waitMs = freeAt - elapsed();
      if (waitMs > 0) await sleep(waitMs);
      freeAt = elapsed() + intervalMs;
      return mailer.deliver(email, tag, now);
    },
  };
}
