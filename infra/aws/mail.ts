/** How mails leave, and how their fate comes back: SES's configuration set → EventBridge → feedback. */
import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { deadLetters } from './house/dead-letters.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { mayReadAndWrite } from './may.ts';
import type { Settings } from './settings.ts';

export interface Mail {
  readonly configurationSetName: string;
  readonly feedback: DeployedFunction;
  readonly deadLetters: Queue;
}

export function mail(scope: Construct, data: Data, { logDays }: Settings): Mail {
  const configurationSetName = Stack.of(scope).stackName;
  const configurationSet = new ConfigurationSet(scope, 'Mails', {
    configurationSetName,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
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
    description: 'Writes that a mail left, bounced or was complained of.',
    timeoutSeconds: 30,
    logDays,
    environment: { AWAY_TABLE: data.table.tableName, AWAY_PEPPER: data.pepper.secretArn },
  });
  mayReadAndWrite(feedback, data);
  feedback.may(['secretsmanager:GetSecretValue'], [data.pepper.secretArn]);

  const unheard = deadLetters(scope, 'FeedbackDeadLetters');
  new Rule(scope, 'MailFate', {
    description: 'What SES tells of the mails of this deployment.',
    eventPattern: {
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
    },
    targets: [
      new LambdaFunction(feedback.lambda, {
        deadLetterQueue: unheard,
        retryAttempts: 30,
        maxEventAge: Duration.hours(12),
      }),
    ],
  });
  return { configurationSetName, feedback, deadLetters: unheard };
}
