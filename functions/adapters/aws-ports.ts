/** The ports of the deployed functions, and how AWS calls one: each takes only what it needs, so its permissions and its bundle hold nothing else. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { weighHere } from '#functions/shortlist-answers.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import { presentApp } from '../routes/present-app.ts';
import type { AwsVariable } from './aws-variables.ts';
import { evenly } from './breathe.ts';
import { systemClock } from './clock.ts';
import { dynamoClient } from './dynamo-client.ts';
import { dynamoStore } from './dynamo-store.ts';
import { readAwsEnv } from './env.ts';
import { newId, newSecret } from './ids.ts';
import { log } from './log.ts';
import { mimeFrom } from './mime.ts';
import { s3Client, s3Exports } from './s3-exports.ts';
import { followLinkKeys, readPepper, readWebhookKey, secretsClient } from './secrets-manager.ts';
import { sesClient, sesMailer } from './ses-mailer.ts';
import { sqsClient, sqsJobAgain, sqsJobs, sqsQueue, wakeThrough } from './sqs-queue.ts';
import { sfnClient, stepFunctions } from './step-functions.ts';

function setting(name: AwsVariable): string {
  return readAwsEnv([name])[name];
}

export const table = {
  store: () => dynamoStore(dynamoClient(), setting('AWAY_TABLE')),
  clock: () => systemClock,
  log: () => log,
};
export const machine = {
  executions: () => stepFunctions(sfnClient(), setting('AWAY_STATE_MACHINE')),
};
/** For functions that never signal the state machine. */
export const noMachine = { executions: () => undefined };
export const waits = { waitSecondsMax: () => Number(setting('AWAY_WAIT_SECONDS_MAX')) };
/** A process answers one request at a time: others run beside it, so the shortlist needs no thread. */
export const oneAtATime = { weigh: () => weighHere };
/** For pages, and for whatever links to them. */
export const address = { baseUrl: () => setting('AWAY_URL'), evenly: () => evenly };
export const contact = { contact: () => setting('AWAY_REPLY_TO') };
export const ids = { newId: () => newId, newSecret: () => newSecret };
export const linkKeys = {
  linkKeys: () => followLinkKeys(secretsClient(), setting('AWAY_SECRETS')),
};
/** The webhook signs links that undo an update, with keys that open nothing else. */
export const undoKeys = {
  undoKeys: () => followLinkKeys(secretsClient(), setting('AWAY_UNDO_KEY')),
};
export const pepper = { pepper: () => readPepper(secretsClient(), setting('AWAY_PEPPER')) };
export const webhookKey = {
  webhookKey: () => readWebhookKey(secretsClient(), setting('AWAY_WEBHOOK_KEY')),
};
/** Queues people who asked for an email apart, so that they never wait behind a sweep. */
export const requests = {
  wake: () => wakeThrough(sqsQueue(sqsClient(), setting('AWAY_REQUEST_QUEUE')), log),
};
/** The people whom a sweep found due. */
export const visitQueue = { queue: () => sqsQueue(sqsClient(), setting('AWAY_NUDGE_QUEUE')) };
export const jobQueue = {
  startJob: () => sqsJobs(sqsClient(), setting('AWAY_JOB_QUEUE')),
  jobAgain: () => sqsJobAgain(sqsClient(), setting('AWAY_JOB_QUEUE')),
};
export const exportFiles = { files: () => s3Exports(s3Client(), setting('AWAY_EXPORTS')) };
/** Log lines, kept longer than any state the table can be restored to. */
export const erasures = {
  recordErasure: () => (erasure: string) => log('info', 'erased', { erasure }),
};
export const release = { release: () => setting('AWAY_RELEASE') };
export const email = {
  mailer: () => {
    const from = setting('AWAY_FROM');
    const settings = { from, configurationSet: setting('AWAY_CONFIGURATION_SET') };
    const ses = sesMailer(sesClient(), settings, mimeFrom(from, setting('AWAY_REPLY_TO')), log);
    return pacedMailer(ses, Number(setting('AWAY_MAIL_INTERVAL_MS')));
  },
};

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

/** With an HTTP request. */
export function http(pages: () => Promise<Hono>): ReturnType<typeof handle> {
  return handle(presentApp(pages));
}

/** With an event and its context. */
export function called<Event extends readonly unknown[], Answer>(
  part: () => Promise<(...event: Event) => Promise<Answer>>,
): (...event: Event) => Promise<Answer> {
  return async (...event) => (await part())(...event);
}
