/** Scheduler → sweep → queues: once an hour everyone who is due is queued for a visit. */
import { fileURLToPath } from 'node:url';
import { Duration, FileSystem } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { index, items, messagesTo } from './grants.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { deadLetters } from './house/queues.ts';
import type { Settings } from './settings.ts';

const SWEEP_SECONDS = 300;
const DOMAIN = fileURLToPath(new URL('../../shared', import.meta.url));

export function sweep(
  scope: Construct,
  data: Data,
  { logDays }: Settings,
  { visits, jobs }: { readonly visits: Queue; readonly jobs: Queue },
): DeployedFunction {
  const hourly = deployedFunction(scope, 'SweepFunction', {
    entry: 'sweep',
    description: 'Queues everybody who is due.',
    timeoutSeconds: SWEEP_SECONDS,
    logDays,
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

  const unswept = deadLetters(scope, 'SweepDeadLetters');
  new Schedule(scope, 'Hourly', {
    description: 'The sweep, once an hour, at least once.',
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    target: new LambdaInvoke(hourly.lambda, {
      role: schedulerRole(scope, hourly, unswept).withoutPolicyUpdates(),
      retryAttempts: 3,
      maxEventAge: Duration.minutes(50),
      deadLetterQueue: unswept,
    }),
  });
  return hourly;
}

/** CDK would let it call every version of the function. */
function schedulerRole(scope: Construct, hourly: DeployedFunction, unswept: Queue): Role {
  const role = new Role(scope, 'SchedulerRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    description: 'Calls the sweep.',
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [hourly.lambda.functionArn],
    }),
  );
  role.addToPolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [unswept.queueArn] }),
  );
  return role;
}
