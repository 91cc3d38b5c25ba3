/** SQS behind the queues of people to visit and of jobs. */
import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { SECOND_MS } from '#shared/base/time/instant.ts';
import type { VisitMessage, VisitQueue, Who } from '#shared/people/person/person.ts';
import type { Job } from '#shared/store/items.ts';
import type { Log } from './log.ts';

/** SQS's limits: messages per call, and the longest delay. */
const BATCH_MAX = 10;
const DELAY_SECONDS_MAX = 900;

/** Limited in attempts and time, so that a sweep ends within its own timeout. */
export function sqsClient(): SQSClient {
  return new SQSClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
  });
}

/** Throws when the queue cannot be reached; entries that it refuses are counted. */
export function sqsQueue(client: SQSClient, queueUrl: string): VisitQueue {
  return {
    async send(people, delaySeconds = 0) {
      let failed = 0;
      for (let first = 0; first < people.length; first += BATCH_MAX) {
        const entries = people.slice(first, first + BATCH_MAX).map(({ kind, id }, index) => {
          const message: VisitMessage = { kind, personId: id };
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

/** Queues a visit, now or after a delay that a queue allows. A failure is only logged: the request is stored, and the sweep finds it. */
export function wakeThrough(
  queue: VisitQueue,
  log: Log,
): (who: Who, afterMs?: number) => Promise<void> {
  return async (who, afterMs = 0) => {
    // A visit that came a moment early would find nobody due.
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

/** Throws if the queue refuses it; the job is still due, and the next sweep queues it. */
export function sqsJobs(client: SQSClient, queueUrl: string): (job: Job) => Promise<void> {
  return async ({ kind, id }) => {
    const MessageBody = JSON.stringify({ kind, id });
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
  };
}

/** Puts a failed job back, to be retried after a delay: an advisor is waiting for it. */
export function sqsJobAgain(
  client: SQSClient,
  queueUrl: string,
): (receiptHandle: string, afterSeconds: number) => Promise<void> {
  return async (ReceiptHandle, VisibilityTimeout) => {
    const message = { QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout };
    await client.send(new ChangeMessageVisibilityCommand(message));
  };
}
