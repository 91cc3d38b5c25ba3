import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sqsJobAgain, sqsJobs } from '#functions/adapters/sqs-queue.ts';

const sqs = mockClient(SQSClient);
const client = new SQSClient({ region: 'us-east-1' });
const start = sqsJobs(client, 'https://sqs.example.org/job');
beforeEach(() => sqs.reset());

test('a job is named by kind and id, and nothing else', async () => {
  sqs.on(SendMessageCommand).resolves({});
  await start({ kind: 'import', id: 'i1' });
  const [call] = sqs.commandCalls(SendMessageCommand);
  expect(call?.args[0].input).toEqual({
    QueueUrl: 'https://sqs.example.org/job',
    MessageBody: '{"kind":"import","id":"i1"}',
  });
});

test('a queue that does not take it throws', async () => {
  sqs.on(SendMessageCommand).rejects(new Error('no answer'));
  await expect(start({ kind: 'export', id: 'e1' })).rejects.toThrow('no answer');
});

test('one that failed is seen again after so long', async () => {
  sqs.on(ChangeMessageVisibilityCommand).resolves({});
  await sqsJobAgain(client, 'https://sqs.example.org/job')('r1', 130);
  const [call] = sqs.commandCalls(ChangeMessageVisibilityCommand);
  expect(call?.args[0].input).toEqual({
    QueueUrl: 'https://sqs.example.org/job',
    ReceiptHandle: 'r1',
    VisibilityTimeout: 130,
  });
});
