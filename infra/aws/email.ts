/** How emails are sent, and how SES reports on them: configuration set → EventBridge → queue → feedback. */
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Deployment } from './data-stack.ts';
import { items, secrets } from './grants.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { type HeardEvents, heardEvents } from './house/queues.ts';

export interface Email {
  readonly configurationSetName: string;
  readonly events: HeardEvents;
  readonly feedback: DeployedFunction;
}

export function email(deployment: Deployment): Email {
  const { stack, data } = deployment;
  const configurationSetName = stack.stackName;
  const configurationSet = new ConfigurationSet(stack, 'Emails', {
    configurationSetName,
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    // SES's own list would drop the email that retries an address the day after its first bounce.
    suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
  });
  configurationSet.addEventDestination('EmailEvents', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, 'Bus', 'default')),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
    ],
  });

  const feedback = deployedFunction(deployment, 'FeedbackFunction', {
    entry: 'feedback',
    description: 'Records that an email was sent, bounced, or complained about.',
    timeoutSeconds: 30,
    grants: [
      ...items(data, {
        changes: ['applicant', 'writer', 'advisor', 'address', 'chunk', 'switches', 'email-tally'],
      }),
      secrets({ AWAY_PEPPER: data.pepper }),
    ],
  });
  const events = heardEvents(
    stack,
    'Feedback',
    {
      rule: 'EmailFate',
      description: 'What SES reports on the emails of this deployment.',
      pattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName] } } },
      },
    },
    feedback,
  );
  return { configurationSetName, events, feedback };
}
