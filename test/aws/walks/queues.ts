/** The deployed queue of people to look at, and its dead letters. */
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { environmentOf } from './lambda.ts';
import { until } from './stage.ts';

const sqs = new SQSClient({});

/** A sweep names everybody of every walk, and mails leave at their pace. */
const PATIENCE_MS = 110_000;

/** Waits until everybody who was named has been looked at. */
export async function everybodyLookedAt(): Promise<void> {
  const queue = await looks();
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const isEmpty = async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: [...names] }),
    );
    return names.every((name) => Attributes?.[name] === '0');
  };
  await until('everybody was looked at', isEmpty, PATIENCE_MS);
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
