/** Queues in front of functions: what fails is tried again a limited number of times, then set aside for an operator. */
import { Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { DeployedFunction } from './deployed-function.ts';

interface WorkQueueProps {
  readonly functionSeconds: number;
  readonly deadLetters: Queue;
  readonly retention: Duration;
  readonly tries: number;
}

export interface HeardEvents {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** Half a day: every hour the sweep adds what is still due, and a visit that was due half a day ago has been queued again since. */
export const SWEPT = { retention: Duration.hours(12), tries: 3 };

/** A try every three minutes: an hour in which a table or a service may be down. */
const EVENT_FUNCTION_SECONDS = 30;
const EVENT_TRIES = 20;
/** These events all write to the same few items. */
const EVENTS_AT_ONCE = 5;

/** Keeps what could not be handled for two weeks, until an operator looks at it and redrives it. */
export function deadLetters(stack: Stack, id: string): Queue {
  const letters = new Queue(stack, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const reason = 'It is a dead-letter queue itself.';
  Validations.of(letters).acknowledge({ id: 'AwsSolutions-SQS3', reason });
  return letters;
}

export function workQueue(
  stack: Stack,
  id: string,
  { functionSeconds, deadLetters, retention, tries }: WorkQueueProps,
): Queue {
  return new Queue(stack, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // AWS advises six times the function's own timeout.
    visibilityTimeout: Duration.seconds(6 * functionSeconds),
    retentionPeriod: retention,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/** Event rule → queue → function, so that an event is not lost when the function fails on it. `id` begins the two queues' names. */
export function heardEvents(
  stack: Stack,
  id: string,
  heard: { readonly rule: string; readonly description: string; readonly pattern: EventPattern },
  hearing: DeployedFunction,
): HeardEvents {
  const unheard = deadLetters(stack, `${id}DeadLetters`);
  const queue = workQueue(stack, `${id}Queue`, {
    functionSeconds: EVENT_FUNCTION_SECONDS,
    deadLetters: unheard,
    retention: Duration.days(4),
    tries: EVENT_TRIES,
  });
  new Rule(stack, heard.rule, {
    description: heard.description,
    eventPattern: heard.pattern,
    targets: [new SqsQueue(queue, { deadLetterQueue: unheard })],
  });
  const source = { batchSize: 10, maxConcurrency: EVENTS_AT_ONCE, reportBatchItemFailures: true };
  hearing.lambda.addEventSource(new SqsEventSource(queue, source));
  return { queue, deadLetters: unheard };
}
