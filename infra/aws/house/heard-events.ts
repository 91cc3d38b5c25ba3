/** Event rule → queue → function, so that an event outlives the function that fails on it. */
import { Duration } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLetters } from './dead-letters.ts';
import type { DeployedFunction } from './deployed-function.ts';
import { workQueue } from './work-queue.ts';

/** A try every three minutes: an hour in which a table or a service may be away. */
const FUNCTION_SECONDS = 30;
const TRIES = 20;
/** All of them write to few items. */
const AT_ONCE = 5;

export interface HeardEvents {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** @param id begins the names of the two queues */
export function heardEvents(
  scope: Construct,
  id: string,
  heard: { readonly rule: string; readonly description: string; readonly pattern: EventPattern },
  hearing: DeployedFunction,
): HeardEvents {
  const unheard = deadLetters(scope, `${id}DeadLetters`);
  const queue = workQueue(scope, `${id}Queue`, {
    functionSeconds: FUNCTION_SECONDS,
    retention: Duration.days(4),
    deadLetters: unheard,
    tries: TRIES,
  });
  new Rule(scope, heard.rule, {
    description: heard.description,
    eventPattern: heard.pattern,
    targets: [new SqsQueue(queue, { deadLetterQueue: unheard })],
  });
  hearing.lambda.addEventSource(
    new SqsEventSource(queue, {
      batchSize: 10,
      maxConcurrency: AT_ONCE,
      reportBatchItemFailures: true,
    }),
  );
  return { queue, deadLetters: unheard };
}
