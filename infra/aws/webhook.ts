/** Updates from other systems: HTTP API → webhook, with a limit of its own, and the function that describes the webhook. */
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { API_PATH, OPENAPI_PATH } from '#shared/base/links/urls.ts';
import type { Data } from './data-stack.ts';
import { executions, items, secrets } from './grants.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { openRoutes, type Pages, throttle } from './house/open-routes.ts';
import type { Settings } from './settings.ts';

/** For all senders together; each also has its own limit in the function, and the pages have theirs. */
const RATE = { perSecond: 50, atOnce: 100 };

export function webhook(
  scope: Construct,
  data: Data,
  { domain, logDays }: Settings,
  { api, stage }: Pages,
): DeployedFunction {
  const environment = { AWAY_URL: `https://${domain}` };
  const receiver = deployedFunction(scope, 'WebhookFunction', {
    entry: 'webhook',
    description: 'Receives signed updates from schools’ forms and systems.',
    timeoutSeconds: 25,
    memoryMb: 1024,
    logDays,
    environment,
    grants: [
      ...items(data, {
        changes: ['applicant', 'chunk', 'deliveries', 'quota'],
        reads: ['address', 'sender'],
      }),
      ...executions(scope),
      secrets({
        AWAY_UNDO_KEY: data.undoKey,
        AWAY_PEPPER: data.pepper,
        AWAY_WEBHOOK_KEY: data.webhookKey,
      }),
    ],
  });
  const description = deployedFunction(scope, 'ApiFunction', {
    entry: 'api',
    description: 'Describes what senders may send.',
    timeoutSeconds: 10,
    logDays,
    environment,
  });

  const received = openRoutes(api, receiver, 'WebhookIntegration', {
    paths: ['/webhook/{path+}'],
    methods: [HttpMethod.POST],
    because: 'Each message bears the signature of its sender, which the function checks.',
  });
  openRoutes(api, description, 'ApiIntegration', {
    paths: [OPENAPI_PATH, API_PATH],
    methods: [HttpMethod.GET],
    because: 'The description of the webhook is public and holds nobody’s data.',
  });
  throttle(stage, received, RATE);
  return receiver;
}
