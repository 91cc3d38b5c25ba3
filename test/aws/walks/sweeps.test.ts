/** Two sweeps at once, and what an operator sends back from the dead letters: nobody is mailed twice. */
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { call, environmentOf } from './lambda.ts';
import { mailsTo } from './mails.ts';
import { isRested, person } from './people.ts';
import { until } from './stage.ts';

const sqs = new SQSClient({});

test('two sweeps at once mail everybody once', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => person('twice')));
  const swept = await Promise.all([call('SweepFunction', {}), call('SweepFunction', {})]);
  for (const each of swept) expect(each).toMatchObject({ failed: 0, finished: true });
  for (const who of people) {
    await until('they rest', async () => isRested(await who.item()));
    const sent = (await who.item()).mails.filter(({ status }) => status === 'sent');
    expect(sent).toHaveLength(1);
  }
  await until('the queue is empty', async () => (await waiting(await looks())) === 0);
  for (const who of people) expect(await mailsTo(who.id)).toHaveLength(1);
});

test('a look that was given up is sent back by the runbook, and made once', async () => {
  const alice = await person();
  const queue = await looks();
  const { source, letters } = await deadLettersOf(queue);
  const MessageBody = JSON.stringify({ kind: 'applicant', personId: alice.id });
  await sqs.send(new SendMessageCommand({ QueueUrl: letters, MessageBody }));
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: source }));
  await until('she was looked at', async () => isRested(await alice.item()));
  expect(await mailsTo(alice.id)).toHaveLength(1);
  expect(await waiting(letters)).toBe(0);
});

test('a message that is none of ours harms nobody', async () => {
  const alice = await person();
  const body = JSON.stringify({ kind: 'applicant', personId: alice.id });
  const records = [
    { messageId: 'bad', body: '{"kind":"nobody"}' },
    { messageId: 'good', body },
  ];
  expect(await call('NudgeFunction', { Records: records })).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad' }],
  });
  expect(isRested(await alice.item())).toBe(true);
});

async function looks(): Promise<string> {
  return (await environmentOf('SweepFunction')).AWAY_NUDGE_QUEUE ?? '';
}

async function deadLettersOf(queue: string): Promise<{ source: string; letters: string }> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ['RedrivePolicy'] }),
  );
  const policy = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { deadLetterTargetArn: string };
  const source = policy.deadLetterTargetArn;
  const QueueName = source.split(':').at(-1);
  const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
  return { source, letters: QueueUrl };
}

async function waiting(queue: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: [...names] }),
  );
  return names.reduce((sum, name) => sum + Number(Attributes?.[name]), 0);
}
