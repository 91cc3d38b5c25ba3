/** A queue in front of a function: what fails is tried again a bounded number of times, then set aside. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface WorkQueueProps {
  /** How long the function behind it may take. */
  readonly functionSeconds: number;
  readonly retention: Duration;
  readonly deadLetters: Queue;
  readonly tries: number;
}

export function workQueue(
  scope: Construct,
  id: string,
  { functionSeconds, retention, deadLetters, tries }: WorkQueueProps,
): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // As AWS advises: six times the function's own time.
    visibilityTimeout: Duration.seconds(6 * functionSeconds),
    retentionPeriod: retention,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
