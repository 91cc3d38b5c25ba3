/** Scheduler → sweep → queues: once an hour everyone who is due is queued for a visit. */
import { fileURLToPath } from 'node:url';
import { Duration, FileSystem } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Deployment } from './data-stack.ts';
import { index, items, messagesTo } from './grants.ts';
import { type DeployedFunction, deployedFunction, roleOf } from './house/deployed-function.ts';
import { deadLetters } from './house/queues.ts';

const SWEEP_SECONDS = 300;
const DOMAIN = fileURLToPath(new URL('../../shared', import.meta.url));

export function sweep(
  deployment: Deployment,
  { visits, jobs }: { readonly visits: Queue; readonly jobs: Queue },
): DeployedFunction {
  const { stack, data } = deployment;
  const hourly = deployedFunction(deployment, 'SweepFunction', {
    entry: 'sweep',
    description: 'Queues everybody who is due.',
    timeoutSeconds: SWEEP_SECONDS,
    environment: {
      // When the rules or the data change, the sweep plans everyone again.
      AWAY_RELEASE: FileSystem.fingerprint(DOMAIN),
    },
    grants: [
      // Planning everyone again keeps its place in the table and wakes one person at a time.
      ...items(data, {
        changes: ['applicant', 'writer', 'advisor', 'chunk', 'walk'],
        reads: ['world-audit'],
      }),
      index('byDue', data),
      messagesTo({ AWAY_NUDGE_QUEUE: visits, AWAY_JOB_QUEUE: jobs }),
    ],
  });

  const unswept = deadLetters(stack, 'SweepDeadLetters');
  // CDK would let it call every version of the function.
  const role = roleOf(
    stack,
    'SchedulerRole',
    { service: 'scheduler', description: 'Calls the sweep.' },
    [
      { actions: ['lambda:InvokeFunction'], resources: [hourly.lambda.functionArn] },
      { actions: ['sqs:SendMessage'], resources: [unswept.queueArn] },
    ],
  );
  new Schedule(stack, 'Hourly', {
    description: 'The sweep, once an hour, at least once.',
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    target: new LambdaInvoke(hourly.lambda, {
      role: role.withoutPolicyUpdates(),
      retryAttempts: 3,
      maxEventAge: Duration.minutes(50),
      deadLetterQueue: unswept,
    }),
  });
  return hourly;
}
