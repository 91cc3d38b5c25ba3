/** The deployed queues of people to visit and of events, and what they have set aside. */
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { environmentOf } from './lambda.ts';
import { until } from './stage.ts';

const sqs = new SQSClient({});

/** A sweep names everybody of every walk, and emails leave at their pace. */
const PATIENCE_MS = 110_000;

/** Waits until everybody who was named has been looked at. */
export async function everybodyLookedAt(): Promise<void> {
  const { AWAY_REQUEST_QUEUE = '' } = await environmentOf('NudgeFunction');
  const queues = [await looks(), AWAY_REQUEST_QUEUE];
  const areEmpty = async () => (await Promise.all(queues.map(isEmpty))).every(Boolean);
  await until('everybody was looked at', areEmpty, PATIENCE_MS);
}

async function isEmpty(queue: string): Promise<boolean> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: [...names] }),
  );
  return names.every((name) => Attributes?.[name] === '0');
}

/**
 * Has a queue of events try each thrice within seconds instead of twenty times within an hour, while `act` runs.
 * @param act is given the bodies of what was set aside so far
 */
export async function withImpatientQueue(
  id: string,
  act: (setAside: () => Promise<string[]>) => Promise<void>,
): Promise<void> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const queue = QueueUrls.find((url) => url.includes(`-${id}Queue`)) ?? '';
  const aside = QueueUrls.find((url) => url.includes(`-${id}DeadLetters`)) ?? '';
  const names = ['RedrivePolicy', 'VisibilityTimeout'] as const;
  const { Attributes: before = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: [...names] }),
  );
  const policy = JSON.parse(before.RedrivePolicy ?? '{}') as object;
  const RedrivePolicy = JSON.stringify({ ...policy, maxReceiveCount: 3 });
  await set(queue, { RedrivePolicy, VisibilityTimeout: '2' });
  const bodies: string[] = [];
  try {
    await act(async () => {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: aside }));
      bodies.push(...Messages.map(({ Body = '' }) => Body));
      return bodies;
    });
  } finally {
    await set(queue, before);
  }
}

async function set(QueueUrl: string, Attributes: Record<string, string>): Promise<void> {
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
}

/** Puts a look among the dead letters, as if it had failed three times. */
export async function giveUp(personId: string): Promise<void> {
  const MessageBody = JSON.stringify({ kind: 'applicant', personId });
  await sqs.send(new SendMessageCommand({ QueueUrl: await deadLetters(), MessageBody }));
}

/** What a move task of SQS does, which the emulation has not. @returns how many were sent back */
export async function sendBack(): Promise<number> {
  const [from, to] = [await deadLetters(), await looks()];
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: from }));
  for (const { Body: MessageBody, ReceiptHandle } of Messages) {
    await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
  }
  return Messages.length;
}

async function looks(): Promise<string> {
  return (await environmentOf('SweepFunction')).AWAY_NUDGE_QUEUE ?? '';
}

/** Where the queue itself says that they go. */
async function deadLetters(): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: await looks(), AttributeNames: ['RedrivePolicy'] }),
  );
  const policy = JSON.parse(Attributes?.RedrivePolicy ?? '{}') as { deadLetterTargetArn?: string };
  const QueueName = policy.deadLetterTargetArn?.split(':').at(-1);
  return (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
}
