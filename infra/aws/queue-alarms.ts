/** What is stuck: each queue is watched for messages that wait in it too long, and for those it has set aside. */

import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarm, EVERY_FIVE_MINUTES } from './house/alarm.ts';
import type { Jobs } from './jobs.ts';
import type { Mail } from './mail.ts';
import type { Visits } from './visits.ts';
import type { Workflow } from './workflow.ts';

export interface WatchedQueues {
  readonly visits: Visits;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly workflow: Workflow;
}

const HOUR_SECONDS = 3600;
/** Longer than one try and its repetition take. */
const SOON_SECONDS = 300;

export function queueAlarms(
  scope: Construct,
  topic: Topic,
  { visits, jobs, mail, workflow }: WatchedQueues,
): void {
  function waiting(id: string, queue: Queue, seconds: number, humanImpact: string): void {
    alarm(scope, id, topic, {
      humanImpact,
      runbook: id.toLowerCase(),
      metric: queue.metricApproximateAgeOfOldestMessage({ period: EVERY_FIVE_MINUTES }),
      threshold: seconds,
    });
  }
  function setAside(id: string, deadLetters: Queue, humanImpact: string): void {
    alarm(scope, id, topic, {
      humanImpact,
      runbook: id.toLowerCase(),
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: EVERY_FIVE_MINUTES }),
      threshold: 1,
    });
  }

  waiting(
    'PeopleWaiting',
    visits.queue,
    HOUR_SECONDS,
    'People have waited an hour for their visit: deadline emails leave late.',
  );
  waiting(
    'RequestsWaiting',
    visits.requests,
    SOON_SECONDS,
    'People wait for a sign-in link, a new link, or a confirmation, and cannot get in.',
  );
  setAside(
    'PeopleGivenUp',
    visits.deadLetters,
    'Somebody could not be visited three times over: their emails do not leave.',
  );
  waiting(
    'JobsWaiting',
    jobs.queue,
    HOUR_SECONDS,
    'Advisors have waited an hour for an import, an export, or a message.',
  );
  setAside(
    'JobsGivenUp',
    jobs.deadLetters,
    'An import, an export, or a message failed three times over: an advisor waits for it.',
  );
  waiting(
    'FeedbackWaiting',
    mail.events.queue,
    SOON_SECONDS,
    'Bounces and complaints are not written: people may be emailed against their wish.',
  );
  setAside(
    'FeedbackUnheard',
    mail.events.deadLetters,
    'A bounce or complaint was not written: somebody may be emailed against their wish.',
  );
  waiting(
    'EndWaiting',
    workflow.ends.queue,
    SOON_SECONDS,
    'Dead executions are not noticed: their rotations move by the sweep alone.',
  );
  setAside(
    'EndUnheard',
    workflow.ends.deadLetters,
    'A dead execution was not noticed: its rotation moves by the sweep alone for a week.',
  );
}
