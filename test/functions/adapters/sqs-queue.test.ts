import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { lineOf } from '#functions/adapters/log.ts';
import { sqsQueue, wakeThrough } from '#functions/adapters/sqs-queue.ts';
import { HOUR_MS } from '#shared/base/time/instant.ts';
import { visitMessageSchema } from '#shared/people/person/person.ts';

const sqs = mockClient(SQSClient);
const queue = sqsQueue(new SQSClient({ region: 'us-east-1' }), 'https://sqs.example.org/nudge');
beforeEach(() => sqs.reset());

const ALICE = { kind: 'applicant', id: 'alice' } as const;
const REFUSED = { Id: '1', SenderFault: false, Code: 'InternalError' };
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
    .map(({ MessageBody = '' }) => visitMessageSchema.parse(JSON.parse(MessageBody)));
  expect(named).toEqual(ids.map((personId) => ({ kind: 'applicant', personId })));
});

test('nobody to name is no call', async () => {
  expect(await queue.send([])).toEqual({ failed: 0 });
  expect(entries()).toEqual([]);
});

test('entries the queue refuses are counted', async () => {
  sqs.on(SendMessageBatchCommand).resolves({ Failed: [REFUSED] });
  expect(await queue.send([ALICE, BOB])).toEqual({ failed: 1 });
});

test('a queue that cannot be asked throws', async () => {
  sqs.on(SendMessageBatchCommand).rejects(new Error('no answer'));
  await expect(queue.send([ALICE])).rejects.toThrow('no answer');
});

test('a message asks for a person of a kind, and for nothing else', () => {
  const message = { kind: 'writer', personId: 'amsel' };
  expect(visitMessageSchema.parse(message)).toEqual(message);
  expect(() => visitMessageSchema.parse({ personId: 'alice' })).toThrow();
  expect(() => visitMessageSchema.parse({ kind: 'chunk', personId: 'alice' })).toThrow();
});

describe('a person who asked for an email', () => {
  const lines: string[] = [];
  const wake = wakeThrough(queue, (...line) => void lines.push(lineOf(...line)));
  beforeEach(() => lines.splice(0));

  test.each([
    ['at once', undefined, 0],
    ['at once when the moment is over', -5000, 0],
    ['after half a minute, and no earlier', 30_000, 31],
    ['after a part of a second', 1, 1],
    ['after what the queue can hold back at most', 899_999, 900],
  ])('is visited %s', async (_, afterMs, seconds) => {
    sqs.on(SendMessageBatchCommand).resolves({});
    await wake(ALICE, afterMs);
    expect(entries().flat()).toMatchObject([
      { MessageBody: '{"kind":"applicant","personId":"alice"}', DelaySeconds: seconds },
    ]);
    expect(lines).toEqual([]);
  });

  test('is left to the sweep when it is long until then', async () => {
    await wake(ALICE, HOUR_MS);
    expect(entries()).toEqual([]);
  });

  test.each([
    ['refuses', () => sqs.on(SendMessageBatchCommand).resolves({ Failed: [REFUSED] })],
    ['cannot be asked', () => sqs.on(SendMessageBatchCommand).rejects(new Error('no answer'))],
  ])('still sees the page when the queue %s', async (_, fail) => {
    fail();
    await wake(ALICE);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', event: 'not-woken', personId: 'alice' },
    ]);
  });
});
