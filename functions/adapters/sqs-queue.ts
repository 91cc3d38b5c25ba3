/** SQS behind the queue of people to look at. */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LookMessage } from '#shared/people/mailing/look-message.ts';
import type { LookQueue } from '../enqueue.ts';

/** SQS takes ten messages a call. */
const BATCH_MAX = 10;

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
    async send(people) {
      let failed = 0;
      for (let first = 0; first < people.length; first += BATCH_MAX) {
        const entries = people.slice(first, first + BATCH_MAX).map(({ kind, id }, index) => {
          const message: LookMessage = { kind, personId: id };
          return { Id: String(index), MessageBody: JSON.stringify(message) };
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
