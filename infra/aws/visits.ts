/** Queues → nudge: people are visited a few at a time. Those who asked for an email never wait behind a sweep. */
import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import { TABLE } from '#shared/store/table.ts';
import type { Data } from './data-stack.ts';
import { deadLetters } from './house/dead-letters.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { workQueue } from './house/work-queue.ts';
import { mayFollow, mayReadAndWrite, mayRemove, maySend } from './may.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

/** A claim's lease outlives the function that made it. */
const NUDGE_SECONDS = (LEASE_MS - LEASE_MARGIN_MS) / 1000 - 30;
/** The fewest that a queue can be held to. */
const REQUESTS_AT_ONCE = 2;

export interface Visits {
  readonly nudge: DeployedFunction;
  /** Everybody whom a sweep found due. */
  readonly queue: Queue;
  /** Who asked for an email. */
  readonly requests: Queue;
  /** Of both. */
  readonly deadLetters: Queue;
}

export function visits(
  scope: Construct,
  data: Data,
  settings: Settings,
  configurationSetName: string,
): Visits {
  const { logDays } = settings;
  const given = deadLetters(scope, 'NudgeDeadLetters');
  const visitQueue = (id: string): Queue =>
    workQueue(scope, id, {
      functionSeconds: NUDGE_SECONDS,
      // A visit asked for half a day ago was asked for again since.
      retention: Duration.hours(12),
      deadLetters: given,
      tries: 3,
    });
  const queue = visitQueue('NudgeQueue');
  const requests = visitQueue('RequestQueue');

  const nudge = deployedFunction(scope, 'NudgeFunction', {
    entry: 'nudge',
    description: 'Looks at one person: makes what time owes, emails at most what is due.',
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
        Math.ceil((1000 * (settings.nudgesAtOnce + REQUESTS_AT_ONCE)) / settings.mailsPerSecond),
      ),
      AWAY_REQUEST_QUEUE: requests.queueUrl,
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
  maySend(nudge, settings.sender, configurationSetName);
  // A refused email that somebody asked for is tried again within a minute.
  nudge.may(['sqs:SendMessage'], [requests.queueArn]);
  for (const [each, maxConcurrency] of [
    [queue, settings.nudgesAtOnce],
    [requests, REQUESTS_AT_ONCE],
  ] as const) {
    nudge.lambda.addEventSource(
      // Emails leave this many at a time: what keeps us under the account's rate.
      new SqsEventSource(each, { batchSize: 1, maxConcurrency, reportBatchItemFailures: true }),
    );
  }
  return { nudge, queue, requests, deadLetters: given };
}
