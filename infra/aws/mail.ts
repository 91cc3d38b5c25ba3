/** How emails leave, and how their fate comes back: SES's configuration set → EventBridge → queue → feedback. */
import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { type HeardEvents, heardEvents } from './house/heard-events.ts';
import { mayReadAndWrite } from './may.ts';
import type { Settings } from './settings.ts';

export interface Mail {
  readonly configurationSetName: string;
  /** What SES reports of them. */
  readonly events: HeardEvents;
  readonly feedback: DeployedFunction;
}

export function mail(scope: Construct, data: Data, { logDays }: Settings): Mail {
  const configurationSetName = Stack.of(scope).stackName;
  const configurationSet = new ConfigurationSet(scope, 'Mails', {
    configurationSetName,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    // SES's list would swallow the email that tries an address again the day after its first bounce.
    suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
  });
  configurationSet.addEventDestination('MailEvents', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'Bus', 'default')),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
    ],
  });

  const feedback = deployedFunction(scope, 'FeedbackFunction', {
    entry: 'feedback',
    description: 'Writes that an email left, bounced or was complained of.',
    timeoutSeconds: 30,
    logDays,
    environment: { AWAY_TABLE: data.table.tableName, AWAY_PEPPER: data.pepper.secretArn },
  });
  mayReadAndWrite(feedback, data);
  feedback.may(['secretsmanager:GetSecretValue'], [data.pepper.secretArn]);

  const events = heardEvents(
    scope,
    'Feedback',
    {
      rule: 'MailFate',
      description: 'What SES reports of the emails of this deployment.',
      pattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
      },
    },
    feedback,
  );
  return { configurationSetName, events, feedback };
}
