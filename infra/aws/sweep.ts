/** Scheduler → sweep → queue → nudge: once an hour everybody who is due is looked at, a few at a time. */
import { fileURLToPath } from 'node:url';
import { Duration, FileSystem, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import { TABLE } from '#shared/store/table.ts';
import type { Data } from './data-stack.ts';
import { deadLetters } from './house/dead-letters.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { mayFollow, mayReadAndWrite, mayRemove } from './may.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

/** A claim's lease outlives the function that made it. */
const NUDGE_SECONDS = (LEASE_MS - LEASE_MARGIN_MS) / 1000 - 30;
const SWEEP_SECONDS = 300;
const DOMAIN = fileURLToPath(new URL('../../shared', import.meta.url));

export interface Sweep {
  readonly sweep: DeployedFunction;
  readonly nudge: DeployedFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly unswept: Queue;
}

export function sweep(
  scope: Construct,
  data: Data,
  settings: Settings,
  configurationSetName: string,
  jobs: Queue,
): Sweep {
  const { logDays } = settings;
  const given = deadLetters(scope, 'NudgeDeadLetters');
  const queue = new Queue(scope, 'NudgeQueue', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // As AWS advises: six times the function's own time.
    visibilityTimeout: Duration.seconds(6 * NUDGE_SECONDS),
    // A look asked for half a day ago was asked for again since.
    retentionPeriod: Duration.hours(12),
    deadLetterQueue: { queue: given, maxReceiveCount: 3 },
    removalPolicy: RemovalPolicy.DESTROY,
  });

  const nudge = deployedFunction(scope, 'NudgeFunction', {
    entry: 'nudge',
    description: 'Looks at one person: makes what time owes, mails at most what is due.',
    timeoutSeconds: NUDGE_SECONDS,
    logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_STATE_MACHINE: machineArnOf(scope),
      AWAY_URL: `https://${settings.domain}`,
      AWAY_FROM: settings.sender,
      AWAY_CONFIGURATION_SET: configurationSetName,
      // All processes together keep the rate: each waits as long as the others may be sending.
      AWAY_MAIL_INTERVAL_MS: String(
        Math.ceil((1000 * settings.nudgesAtOnce) / settings.mailsPerSecond),
      ),
      AWAY_SECRETS: data.linkKey.secretArn,
      AWAY_PEPPER: data.pepper.secretArn,
    },
  });
  mayReadAndWrite(nudge, data);
  // An advisor's brief is of a whole cohort, read from one range of its index.
  nudge.may(['dynamodb:Query'], [`${data.table.tableArn}/index/${TABLE.byCohort.indexName}`]);
  mayRemove(nudge, data);
  mayFollow(nudge);
  nudge.may(['secretsmanager:GetSecretValue'], [data.linkKey.secretArn, data.pepper.secretArn]);
  nudge.may(
    ['ses:SendRawEmail'],
    [
      data.sender.emailIdentityArn,
      Stack.of(scope).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: configurationSetName,
      }),
    ],
  );
  nudge.lambda.addEventSource(
    new SqsEventSource(queue, {
      batchSize: 1,
      // Mails leave this many at a time: what keeps us under the account's rate.
      maxConcurrency: settings.nudgesAtOnce,
      reportBatchItemFailures: true,
    }),
  );

  const hourly = deployedFunction(scope, 'SweepFunction', {
    entry: 'sweep',
    description: 'Names everybody who is due.',
    timeoutSeconds: SWEEP_SECONDS,
    logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_NUDGE_QUEUE: queue.queueUrl,
      AWAY_JOB_QUEUE: jobs.queueUrl,
      // Other rules or data: the sweep then has everybody planned anew.
      AWAY_RELEASE: FileSystem.fingerprint(DOMAIN),
    },
  });
  // The walk that has everybody planned anew keeps its place in the table, and wakes one person at a time.
  mayReadAndWrite(hourly, data);
  hourly.may(['dynamodb:Query'], [`${data.table.tableArn}/index/${TABLE.byDue.indexName}`]);
  hourly.may(['sqs:SendMessage'], [queue.queueArn, jobs.queueArn]);

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
  return { sweep: hourly, nudge, queue, deadLetters: given, unswept };
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
