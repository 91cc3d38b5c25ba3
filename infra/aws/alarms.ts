/** Every alarm of the deployment: who is hurt, and where the runbook goes on. */

import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { alarm, EVERY_FIVE_MINUTES, EVERY_HOUR } from './house/alarm.ts';
import type { DeployedFunction } from './house/deployed-function.ts';
import { queueAlarms, type WatchedQueues } from './queue-alarms.ts';
import type { Settings } from './settings.ts';
import type { Visits } from './visits.ts';

export interface Watched extends WatchedQueues {
  readonly api: HttpApi;
  readonly sweep: DeployedFunction;
  readonly webhook: DeployedFunction;
}

const NAMESPACE = 'AwayRotations';

export function alarms(scope: Construct, watched: Watched, settings: Settings): Topic {
  const topic = alarmTopic(scope);
  topic.addSubscription(new EmailSubscription(settings.alarms));
  const { api, sweep, workflow, visits } = watched;
  const count = { statistic: 'Sum', period: EVERY_FIVE_MINUTES };
  const looked = (id: string, what: string): Metric => lookedMetric(scope, visits, id, what);

  alarm(scope, 'SweepSilent', topic, {
    humanImpact: 'Nobody has been looked at for two hours: deadline emails are not leaving.',
    runbook: 'sweepsilent',
    metric: sweep.lambda.metricInvocations({ statistic: 'Sum', period: EVERY_HOUR }),
    threshold: 1,
    periods: 2,
    fires: 'below-threshold-or-silence',
  });
  alarm(scope, 'SweepFailed', topic, {
    humanImpact: 'A sweep failed: some people who are due were not looked at this hour.',
    runbook: 'sweepfailed',
    metric: sweep.lambda.metricErrors({ statistic: 'Sum', period: EVERY_HOUR }),
    threshold: 1,
  });
  alarm(scope, 'ReplanFailed', topic, {
    humanImpact: 'A date moved, and some people are neither planned by it nor told of it yet.',
    runbook: 'replanfailed',
    metric: eventLines('ReplanFailed', 'replan-failed', [sweep]),
    threshold: 1,
  });
  alarm(scope, 'LookFailed', topic, {
    humanImpact: 'A look at somebody failed; they wait an hour or more for the next one.',
    runbook: 'lookfailed',
    metric: looked('LookFailed', 'failed'),
    threshold: 1,
  });
  alarm(scope, 'MailRefused', topic, {
    humanImpact: 'SES refuses our emails: people are not told of deadlines until it takes them.',
    runbook: 'mailrefused',
    metric: looked('MailRefused', 'refused'),
    threshold: 3,
  });
  alarm(scope, 'MailUnknown', topic, {
    humanImpact: 'It is not known whether an email left: its reader may get none, or get it twice.',
    runbook: 'mailunknown',
    metric: looked('MailLost', 'lost'),
    threshold: 1,
  });
  alarm(scope, 'EmailHeld', topic, {
    humanImpact: 'Email is held: reminders wait until an operator lets them leave.',
    runbook: 'emailheld',
    // As long as from one sweep to the next: it rings once, and lasts as long as anything is held.
    metric: looked('EmailHeld', 'held').with({ period: EVERY_HOUR }),
    threshold: 1,
  });
  alarm(scope, 'EmailTrouble', topic, {
    humanImpact: 'A mail system refuses us or reports us: some readers get no email.',
    runbook: 'emailtrouble',
    metric: eventLines('EmailTrouble', 'email-trouble', [visits.nudge, watched.mail.feedback]),
    threshold: 1,
  });
  alarm(scope, 'AddressesBounce', topic, {
    humanImpact: 'Many addresses bounce: SES may stop our sending, and then nobody is emailed.',
    runbook: 'addressesbounce',
    metric: new Metric({
      namespace: 'AWS/SES',
      metricName: 'Reputation.BounceRate',
      statistic: 'Maximum',
      period: EVERY_HOUR,
    }),
    threshold: 0.04,
  });
  alarm(scope, 'ExecutionsFail', topic, {
    humanImpact: 'Rotations lose their executions: moves made by time come up to an hour late.',
    runbook: 'executionsfail',
    metric: workflow.machine.metricFailed(count),
    threshold: 1,
  });
  alarm(scope, 'PagesFail', topic, {
    humanImpact: 'Applicants or advisors see an error page: emails cannot be answered.',
    runbook: 'pagesfail',
    metric: api.metricServerError(count),
    threshold: 3,
  });
  alarm(scope, 'WebhookFails', topic, {
    humanImpact: 'Updates that schools’ forms send are not recorded until they are sent again.',
    runbook: 'webhookfails',
    // The function answers 500 itself, so that its sender knows to come again.
    metric: eventLines('WebhookFailed', 'webhook-failed', [watched.webhook]),
    threshold: 1,
  });
  queueAlarms(scope, topic, watched);
  return topic;
}

/** A topic with a policy of its own, as `enforceSSL` gives it, no longer takes what its account's alarms publish. */
function alarmTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'Alarms', { displayName: 'Away Rotations', enforceSSL: true });
  const stack = Stack.of(scope);
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

/** A count of the lines that name this event, whichever of these functions writes them. */
function eventLines(
  metricName: string,
  event: string,
  functions: readonly DeployedFunction[],
): Metric {
  for (const { logGroup } of functions) {
    new MetricFilter(logGroup, `${metricName}Filter`, {
      logGroup,
      metricNamespace: NAMESPACE,
      metricName,
      metricValue: '1',
      filterPattern: FilterPattern.stringValue('$.event', '=', event),
    });
  }
  return new Metric({
    namespace: NAMESPACE,
    metricName,
    statistic: 'Sum',
    period: EVERY_FIVE_MINUTES,
  });
}

/** A count of the line that `nudge` logs for every look. */
function lookedMetric(
  scope: Construct,
  { nudge }: Visits,
  metricName: string,
  field: string,
): Metric {
  new MetricFilter(scope, `${metricName}Filter`, {
    logGroup: nudge.logGroup,
    metricNamespace: NAMESPACE,
    metricName,
    metricValue: `$.${field}`,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.event', '=', 'looked'),
      FilterPattern.numberValue(`$.${field}`, '>', 0),
    ),
  });
  return new Metric({
    namespace: NAMESPACE,
    metricName,
    statistic: 'Sum',
    period: EVERY_FIVE_MINUTES,
  });
}
