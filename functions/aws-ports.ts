/** The ports of the deployed functions, and how AWS calls one: each takes only what it needs, so its permissions and its bundle hold nothing else. */
import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { weighHere } from '#shared/shortlist/weigh.ts';
import type { AwsVariable } from './adapters/aws-variables.ts';
import { evenly } from './adapters/breathe.ts';
import { systemClock } from './adapters/clock.ts';
import { dynamoClient } from './adapters/dynamo-client.ts';
import { dynamoStore } from './adapters/dynamo-store.ts';
import { readAwsEnv } from './adapters/env.ts';
import { newId, newSecret } from './adapters/ids.ts';
import { log } from './adapters/log.ts';
import { mimeFrom } from './adapters/mime.ts';
import { s3Client, s3Exports } from './adapters/s3-exports.ts';
import {
  followLinkKeys,
  readPepper,
  readWebhookKey,
  secretsClient,
} from './adapters/secrets-manager.ts';
import { pacedMailer, sesClient, sesMailer } from './adapters/ses-mailer.ts';
import { eachMessage } from './adapters/sqs-batch.ts';
import { sqsClient, sqsJobAgain, sqsJobs, sqsQueue, wakeThrough } from './adapters/sqs-queue.ts';
import { sfnClient, stepFunctions } from './adapters/step-functions.ts';
import { presentApp } from './routes/present-app.ts';

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

/** With an HTTP request. */
export function http(pages: () => Promise<Hono>): ReturnType<typeof handle> {
  return handle(presentApp(pages));
}

/** With a batch of messages from a queue, of which each is handled separately. */
export function queued(take: () => Promise<(message: unknown) => Promise<void>>) {
  return eachMessage(log, called(take));
}

/** With an event and its context. */
export function called<Event extends readonly unknown[], Answer>(
  part: () => Promise<(...event: Event) => Promise<Answer>>,
): (...event: Event) => Promise<Answer> {
  return async (...event) => (await part())(...event);
}
