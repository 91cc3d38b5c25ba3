import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sqsQueue } from '#functions/adapters/sqs-queue.ts';
import { lookMessageSchema } from '#shared/people/mailing/look-message.ts';

const sqs = mockClient(SQSClient);
const queue = sqsQueue(new SQSClient({ region: 'us-east-1' }), 'https://sqs.example.org/nudge');
beforeEach(() => sqs.reset());

const ALICE = { kind: 'applicant', id: 'alice' } as const;
const BOB = { kind: 'applicant', id: 'bob' } as const;

const entries = () =>
  sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);

test('people are named ten a call, each in a message that nudge reads', async () => {
  sqs.on(SendMessageBatchCommand).resolves({});
  const ids = Array.from({ length: 23 }, (_, n) => `p${n}`);
  expect(await queue.send(ids.map((id) => ({ kind: 'applicant', id })))).toEqual({ failed: 0 });
  expect(entries().map(({ length }) => length)).toEqual([10, 10, 3]);
  const named = entries()
    .flat()
    .map(({ MessageBody = '' }) => lookMessageSchema.parse(JSON.parse(MessageBody)));
  expect(named).toEqual(ids.map((personId) => ({ kind: 'applicant', personId })));
});

test('nobody to name is no call', async () => {
  expect(await queue.send([])).toEqual({ failed: 0 });
  expect(entries()).toEqual([]);
});

test('entries the queue refuses are counted', async () => {
  const refused = { Id: '1', SenderFault: false, Code: 'InternalError' };
  sqs.on(SendMessageBatchCommand).resolves({ Failed: [refused] });
  expect(await queue.send([ALICE, BOB])).toEqual({ failed: 1 });
});

test('a queue that cannot be asked throws', async () => {
  sqs.on(SendMessageBatchCommand).rejects(new Error('no answer'));
  await expect(queue.send([ALICE])).rejects.toThrow('no answer');
});

test('a message of the release before, which names no kind, asks for an applicant', () => {
  expect(lookMessageSchema.parse({ personId: 'alice' })).toEqual({
    kind: 'applicant',
    personId: 'alice',
  });
  expect(() => lookMessageSchema.parse({ kind: 'chunk', personId: 'alice' })).toThrow();
});
