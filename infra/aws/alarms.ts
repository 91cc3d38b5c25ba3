/** Every alarm of the deployment: who is affected, and the threshold. Its name is the heading of its section in docs/runbook.md. */
import { ArnFormat, Duration, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import {
  EVERY_FIVE_MINUTES,
  eventLines,
  setAsideIn,
  stuckFor,
  visitMetric,
} from './alarm-metrics.ts';
import type { Deployment } from './data-stack.ts';
import type { Email } from './email.ts';
import type { DeployedFunction } from './house/deployed-function.ts';
import type { httpFunctions } from './http-functions.ts';
import type { Jobs } from './jobs.ts';
import type { Visits } from './visits.ts';
import type { Workflow } from './workflow.ts';

interface Watched {
  readonly api: HttpApi;
  readonly served: ReturnType<typeof httpFunctions>;
  readonly sweep: DeployedFunction;
  readonly visits: Visits;
  readonly jobs: Jobs;
  readonly email: Email;
  readonly workflow: Workflow;
}

interface AlarmRow {
  /** A sentence about people, not about machines. */
  readonly humanImpact: string;
  readonly metric: IMetric;
  /** Fires at this value and above: at anything at all, unless it says otherwise. */
  readonly threshold?: number;
  /** Fires below the threshold for this many periods, or without any data: for what must happen again and again. */
  readonly silentPeriods?: number;
}

const EVERY_HOUR = Duration.hours(1);
const HOUR_SECONDS = 3600;
/** Longer than one attempt and its retry. */
const SOON_SECONDS = 300;

export function alarms({ stack, settings }: Deployment, watched: Watched): void {
  const topic = alarmTopic(stack);
  topic.addSubscription(new EmailSubscription(settings.alarms));
  for (const [id, row] of Object.entries(alarmTable(stack, watched))) {
    const { humanImpact, metric, threshold = 1, silentPeriods } = row;
    const alarm = new Alarm(stack, id, {
      alarmDescription: `${humanImpact} What to do: docs/runbook.md#${id.toLowerCase()}`,
      metric,
      threshold,
      evaluationPeriods: silentPeriods ?? 1,
      comparisonOperator: silentPeriods
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silentPeriods ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  }
}

function alarmTable(stack: Stack, watched: Watched): Record<string, AlarmRow> {
  const { api, served, sweep, visits, jobs, email, workflow } = watched;
  const visitCount = (id: string, field: string) => visitMetric(stack, visits, id, field);
  const count = { statistic: 'Sum', period: EVERY_FIVE_MINUTES };
  return {
    SweepSilent: {
      humanImpact: 'No sweep has run for two hours: deadline emails are not being sent.',
      metric: sweep.lambda.metricInvocations({ ...count, period: EVERY_HOUR }),
      silentPeriods: 2,
    },
    SweepFailed: {
      humanImpact: 'A sweep failed: some people who are due were not visited this hour.',
      metric: sweep.lambda.metricErrors({ ...count, period: EVERY_HOUR }),
    },
    ReplanFailed: {
      humanImpact:
        'A date changed, and some people’s plans do not follow it yet; these people are not notified.',
      metric: eventLines('ReplanFailed', 'replan-failed', [sweep]),
    },
    VisitFailed: {
      humanImpact: 'A visit failed: that person waits an hour or longer for the next one.',
      metric: visitCount('VisitFailed', 'failed'),
    },
    EmailRefused: {
      humanImpact:
        'SES refuses our emails: nobody is reminded of a deadline until it accepts them.',
      metric: visitCount('EmailRefused', 'refused'),
      threshold: 3,
    },
    EmailUnknown: {
      humanImpact: 'It is unknown whether an email was sent: its reader may get it twice or never.',
      metric: visitCount('EmailLost', 'lost'),
    },
    EmailHeld: {
      humanImpact: 'Email is held: reminders wait until an operator resumes sending.',
      // One sweep apart, so that it fires once and stays on for as long as anything is held.
      metric: visitCount('EmailHeld', 'held').with({ period: EVERY_HOUR }),
    },
    EmailTrouble: {
      humanImpact: 'An email system refuses us or reports us: some readers get no email.',
      metric: eventLines('EmailTrouble', 'email-trouble', [visits.nudge, email.feedback]),
    },
    StopsRefused: {
      humanImpact:
        'Email programs ask to stop our emails in a form that we refuse: readers keep getting them.',
      metric: eventLines('StopsRefused', 'one-click-refused', [served.Web]),
      threshold: 3,
    },
    AddressesBounce: {
      humanImpact: 'Many addresses bounce: SES may stop our sending, and then nobody gets email.',
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        statistic: 'Maximum',
        period: EVERY_HOUR,
      }),
      threshold: 0.04,
    },
    ExecutionsFail: {
      humanImpact: 'Rotations lose their executions: moves made by time come up to an hour late.',
      metric: workflow.machine.metricFailed(count),
    },
    PagesFail: {
      humanImpact: 'Applicants or advisors see an error page: they cannot answer their emails.',
      metric: api.metricServerError(count),
      threshold: 3,
    },
    WebhookFails: {
      humanImpact: 'Updates from schools’ forms are not recorded until they are sent again.',
      // The function itself answers 500, so that its sender knows to try again.
      metric: eventLines('WebhookFailed', 'webhook-failed', [served.Webhook]),
    },
    PeopleWaiting: {
      humanImpact: 'People have waited an hour for their visit: deadline emails are late.',
      ...stuckFor(HOUR_SECONDS, visits.queue),
    },
    RequestsWaiting: {
      humanImpact:
        'People who asked for a sign-in link, a new link, or a confirmation wait and cannot get in.',
      ...stuckFor(SOON_SECONDS, visits.requests),
    },
    PeopleGivenUp: {
      humanImpact: 'Three visits to one person failed: that person gets no email.',
      metric: setAsideIn(visits.deadLetters),
    },
    JobsWaiting: {
      humanImpact: 'Advisors have waited an hour for an import, an export, or a message.',
      ...stuckFor(HOUR_SECONDS, jobs.queue),
    },
    JobsGivenUp: {
      humanImpact:
        'An import, an export, or a message failed three times: an advisor waits for it.',
      metric: setAsideIn(jobs.deadLetters),
    },
    FeedbackWaiting: {
      humanImpact:
        'Bounces and complaints are not recorded: people may get email they do not want.',
      ...stuckFor(SOON_SECONDS, email.events.queue),
    },
    FeedbackUnheard: {
      humanImpact: 'A bounce or complaint was not recorded: someone may get unwanted email.',
      metric: setAsideIn(email.events.deadLetters),
    },
    EndWaiting: {
      humanImpact: 'Failed executions go unnoticed: only the hourly sweep moves their rotations.',
      ...stuckFor(SOON_SECONDS, workflow.ends.queue),
    },
    EndUnheard: {
      humanImpact:
        'A failed execution went unnoticed: for a week only the hourly sweep moves its rotation.',
      metric: setAsideIn(workflow.ends.deadLetters),
    },
  };
}

/** The policy that `enforceSSL` writes replaces the default one, which let the account's alarms publish. */
function alarmTopic(stack: Stack): Topic {
  const topic = new Topic(stack, 'Alarms', { displayName: 'Away Rotations', enforceSSL: true });
  const everyAlarm = stack.formatArn({
    service: 'cloudwatch',
    resource: 'alarm',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: { 'aws:SourceArn': everyAlarm },
      },
    }),
  );
  return topic;
}
