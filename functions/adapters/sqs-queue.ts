/** SQS behind the queues of people to visit and of jobs. */
import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { SECOND_MS } from '#shared/base/time/instant.ts';
import type { LookMessage, Who } from '#shared/people/person/person.ts';
import type { Job } from '#shared/store/items.ts';
import type { LookQueue } from '../enqueue.ts';
import type { Log } from './log.ts';

/** SQS takes ten messages a call, and holds one back for so long at most. */
const BATCH_MAX = 10;
const DELAY_SECONDS_MAX = 900;

/** Bounded in tries and time, so that a sweep ends within its own. */
export function sqsClient(): SQSClient {
  return new SQSClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
  });
}

/** Throws when the queue cannot be asked at all; entries it refuses are counted. */
export function sqsQueue(client: SQSClient, queueUrl: string): LookQueue {
  return {
    async send(people, delaySeconds = 0) {
      let failed = 0;
      for (let first = 0; first < people.length; first += BATCH_MAX) {
        const entries = people.slice(first, first + BATCH_MAX).map(({ kind, id }, index) => {
          const message: LookMessage = { kind, personId: id };
          return {
            Id: String(index),
            MessageBody: JSON.stringify(message),
            DelaySeconds: delaySeconds,
          };
        });
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
        );
        failed += Failed.length;
      }
      return { failed };
    },
  };
}

/**
 * Asks for a visit at once, or after so long: what comes later than a queue can hold it back is left to the sweep. What
 * the queue does not take is logged, since the request is written and the sweep finds it, too.
 */
export function wakeThrough(
  queue: LookQueue,
  log: Log,
): (who: Who, afterMs?: number) => Promise<void> {
  return async (who, afterMs = 0) => {
    // A visit that came a moment early would find that nobody is due.
    const delaySeconds = afterMs > 0 ? Math.floor(afterMs / SECOND_MS) + 1 : 0;
    if (delaySeconds > DELAY_SECONDS_MAX) return;
    try {
      const { failed } = await queue.send([who], delaySeconds);
      if (failed > 0) log('warn', 'not-woken', { personId: who.id });
    } catch (error) {
      log('warn', 'not-woken', { personId: who.id, error });
    }
  };
}

/** Throws when the queue does not take it; the job is due all the same, and the next sweep names it. */
export function sqsJobs(client: SQSClient, queueUrl: string): (job: Job) => Promise<void> {
  return async ({ kind, id }) => {
    const MessageBody = JSON.stringify({ kind, id });
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
  };
}

/** Puts a job that failed back, to be tried again after so long: an advisor waits for it. */
export function sqsJobAgain(
  client: SQSClient,
  queueUrl: string,
): (receiptHandle: string, afterSeconds: number) => Promise<void> {
  return async (ReceiptHandle, VisibilityTimeout) => {
    const message = { QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout };
    await client.send(new ChangeMessageVisibilityCommand(message));
  };
}
