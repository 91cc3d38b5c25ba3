/** Work that takes longer than a request: queue → job. It applies imports and writes exports. */
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Deployment } from './data-stack.ts';
import { executions, exportsFor, index, items, messagesTo, removal, secrets } from './grants.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { deadLetters, SWEPT, workQueue } from './house/queues.ts';

const JOB_SECONDS = 600;
/** Each reads through a whole cohort: more at once would slow the table for everyone else. */
const JOBS_AT_ONCE = 2;

export interface Jobs {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

export function jobs(deployment: Deployment): Jobs {
  const { stack, data } = deployment;
  const givenUp = deadLetters(stack, 'JobDeadLetters');
  const queue = workQueue(stack, 'JobQueue', {
    functionSeconds: JOB_SECONDS,
    deadLetters: givenUp,
    ...SWEPT,
  });
  const job = deployedFunction(deployment, 'JobFunction', {
    entry: 'job',
    description: 'Applies an import or writes an export.',
    timeoutSeconds: JOB_SECONDS,
    memoryMb: 1769,
    grants: [
      ...items(data, {
        changes: ['applicant', 'address', 'chunk', 'import', 'export', 'bulk'],
        reads: ['import-part', 'bulk-part', 'cohort'],
      }),
      removal(data, ['import-part']),
      ...executions(stack),
      exportsFor('writing', data),
      index('byCohort', data),
      secrets({ AWAY_PEPPER: data.pepper }),
      messagesTo({ AWAY_JOB_QUEUE: queue }),
    ],
  });
  job.lambda.addEventSource(
    new SqsEventSource(queue, { batchSize: 1, maxConcurrency: JOBS_AT_ONCE }),
  );
  return { queue, deadLetters: givenUp };
}
