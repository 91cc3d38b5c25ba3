/** Queues → nudge: people are visited a few at a time, and nobody who asked for an email waits behind a sweep. */
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import type { Deployment } from './data-stack.ts';
import { executions, index, items, messagesTo, removal, secrets, sending } from './grants.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { deadLetters, SWEPT, workQueue } from './house/queues.ts';

/** A claim's lease outlives the function that made it. */
const NUDGE_SECONDS = (LEASE_MS - LEASE_MARGIN_MS) / 1000 - 30;
/** The lowest limit that a queue accepts. */
const REQUESTS_AT_ONCE = 2;

export interface Visits {
  readonly nudge: DeployedFunction;
  /** Everyone whom a sweep found due. */
  readonly queue: Queue;
  /** Everyone who asked for an email. */
  readonly requests: Queue;
  /** Where both queues put what they give up. */
  readonly deadLetters: Queue;
}

export function visits(deployment: Deployment, configurationSetName: string): Visits {
  const { stack, data, settings } = deployment;
  const given = deadLetters(stack, 'NudgeDeadLetters');
  const ofVisits = { functionSeconds: NUDGE_SECONDS, deadLetters: given, ...SWEPT };
  const queue = workQueue(stack, 'NudgeQueue', ofVisits);
  const requests = workQueue(stack, 'RequestQueue', ofVisits);

  const nudge = deployedFunction(deployment, 'NudgeFunction', {
    entry: 'nudge',
    description: 'Visits one person: makes the moves that time owes, emails at most what is due.',
    timeoutSeconds: NUDGE_SECONDS,
    environment: {
      AWAY_URL: `https://${settings.domain}`,
      // All processes together keep the account's rate: each waits as long as the others may be sending.
      AWAY_MAIL_INTERVAL_MS: String(
        Math.ceil((1000 * (settings.nudgesAtOnce + REQUESTS_AT_ONCE)) / settings.emailsPerSecond),
      ),
    },
    grants: [
      ...items(data, {
        changes: [
          'applicant',
          'writer',
          'advisor',
          'address',
          'chunk',
          'deliveries',
          'switches',
          'email-tally',
        ],
        reads: ['cohort', 'sender', 'sender-list'],
      }),
      // An advisor's brief covers a whole cohort.
      index('byCohort', data),
      removal(data, ['applicant', 'writer', 'address', 'chunk']),
      ...executions(stack),
      secrets({ AWAY_SECRETS: data.linkKey, AWAY_PEPPER: data.pepper }),
      sending(stack, settings, configurationSetName),
      // A refused email that someone asked for is tried again within a minute.
      messagesTo({ AWAY_REQUEST_QUEUE: requests }),
    ],
  });
  for (const [each, maxConcurrency] of [
    [queue, settings.nudgesAtOnce],
    [requests, REQUESTS_AT_ONCE],
  ] as const) {
    nudge.lambda.addEventSource(
      new SqsEventSource(each, { batchSize: 1, maxConcurrency, reportBatchItemFailures: true }),
    );
  }
  return { nudge, queue, requests, deadLetters: given };
}
