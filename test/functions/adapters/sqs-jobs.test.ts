import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sqsJobs } from '../../../functions/adapters/sqs-jobs.ts';

const sqs = mockClient(SQSClient);
const start = sqsJobs(new SQSClient({ region: 'us-east-1' }), 'https://sqs.example.org/job');
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
