/** SQS behind the jobs that outlive a request. */
import {
  ChangeMessageVisibilityCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Job } from '#shared/store/items.ts';

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
