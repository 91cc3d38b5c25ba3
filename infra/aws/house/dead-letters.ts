/** Where what could not be handled waits two weeks for somebody to look, and to send it back. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

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
