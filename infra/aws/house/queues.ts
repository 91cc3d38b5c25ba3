/** Queues in front of functions: what fails is tried again a limited number of times, then set aside for an operator. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { DeployedFunction } from './deployed-function.ts';

interface WorkQueueProps {
  readonly functionSeconds: number;
  readonly retention: Duration;
  readonly deadLetters: Queue;
  readonly tries: number;
}

export interface HeardEvents {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** A try every three minutes: an hour in which a table or a service may be down. */
const EVENT_FUNCTION_SECONDS = 30;
const EVENT_TRIES = 20;
/** These events all write to the same few items. */
const EVENTS_AT_ONCE = 5;

/** Keeps what could not be handled for two weeks, until an operator looks at it and redrives it. */
export function deadLetters(scope: Construct, id: string): Queue {
  const letters = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(letters, 'AwsSolutions-SQS3', 'It is a dead-letter queue itself.');
  return letters;
}

export function workQueue(
  scope: Construct,
  id: string,
  { functionSeconds, retention, deadLetters, tries }: WorkQueueProps,
): Queue {
  return new Queue(scope, id, {
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
  scope: Construct,
  id: string,
  heard: { readonly rule: string; readonly description: string; readonly pattern: EventPattern },
  hearing: DeployedFunction,
): HeardEvents {
  const unheard = deadLetters(scope, `${id}DeadLetters`);
  const queue = workQueue(scope, `${id}Queue`, {
    functionSeconds: EVENT_FUNCTION_SECONDS,
    retention: Duration.days(4),
    deadLetters: unheard,
    tries: EVENT_TRIES,
  });
  new Rule(scope, heard.rule, {
    description: heard.description,
    eventPattern: heard.pattern,
    targets: [new SqsQueue(queue, { deadLetterQueue: unheard })],
  });
  hearing.lambda.addEventSource(
    new SqsEventSource(queue, {
      batchSize: 10,
      maxConcurrency: EVENTS_AT_ONCE,
      reportBatchItemFailures: true,
    }),
  );
  return { queue, deadLetters: unheard };
}
