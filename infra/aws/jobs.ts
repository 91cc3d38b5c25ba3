/** Work that outlives a request: queue → job. Imports are applied and exports written here. */
import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { TABLE } from '#shared/store/table.ts';
import type { Data } from './data-stack.ts';
import { deadLetters } from './house/dead-letters.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { workQueue } from './house/work-queue.ts';
import { mayFollow, mayReadAndWrite, mayWriteExports } from './may.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

const JOB_SECONDS = 600;
/** Each pages through a whole cohort: more at once would take the table from everybody else. */
const JOBS_AT_ONCE = 2;

export interface Jobs {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

export function jobs(scope: Construct, data: Data, { logDays }: Settings): Jobs {
  const givenUp = deadLetters(scope, 'JobDeadLetters');
  const queue = workQueue(scope, 'JobQueue', {
    functionSeconds: JOB_SECONDS,
    // The sweep names every hour what is still due.
    retention: Duration.hours(12),
    deadLetters: givenUp,
    tries: 3,
  });
  const job = deployedFunction(scope, 'JobFunction', {
    entry: 'job',
    description: 'Applies an import or writes an export.',
    timeoutSeconds: JOB_SECONDS,
    memoryMb: 1769,
    logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_STATE_MACHINE: machineArnOf(scope),
      AWAY_PEPPER: data.pepper.secretArn,
      AWAY_JOB_QUEUE: queue.queueUrl,
      AWAY_EXPORTS: data.exports.bucketName,
    },
  });
  mayReadAndWrite(job, data);
  mayFollow(job);
  mayWriteExports(job, data);
  job.may(['dynamodb:Query'], [`${data.table.tableArn}/index/${TABLE.byCohort.indexName}`]);
  job.may(['secretsmanager:GetSecretValue'], [data.pepper.secretArn]);
  job.may(['sqs:SendMessage'], [queue.queueArn]);
  job.lambda.addEventSource(
    new SqsEventSource(queue, { batchSize: 1, maxConcurrency: JOBS_AT_ONCE }),
  );
  return { queue, deadLetters: givenUp };
}
