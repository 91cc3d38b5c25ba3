/** Updates from outside: HTTP API → webhook, throttled by itself, and beside it the function that describes it. */
import type { HttpApi, HttpRoute, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { API_PATH, OPENAPI_PATH } from '#shared/base/links/urls.ts';
import type { Data } from './data-stack.ts';
import { acknowledge } from './house/acknowledge.ts';
import { type DeployedFunction, deployedFunction } from './house/deployed-function.ts';
import { throttle } from './house/throttle.ts';
import { mayFollow, mayReadAndWrite } from './may.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

/** Of all senders together. Each has its own limit inside (shared/base/limits.ts), and pages are throttled beside this. */
const RATE = { perSecond: 50, atOnce: 100 };

export function webhook(
  scope: Construct,
  data: Data,
  settings: Settings,
  { api, stage }: { readonly api: HttpApi; readonly stage: HttpStage },
): DeployedFunction {
  const { logDays } = settings;
  const url = `https://${settings.domain}`;
  const doors = deployedFunction(scope, 'WebhookFunction', {
    entry: 'webhook',
    description: "Takes signed updates of schools' forms and systems.",
    timeoutSeconds: 25,
    memoryMb: 1024,
    logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_STATE_MACHINE: machineArnOf(scope),
      AWAY_URL: url,
      AWAY_SECRETS: data.linkKey.secretArn,
      AWAY_PEPPER: data.pepper.secretArn,
      AWAY_WEBHOOK_KEY: data.webhookKey.secretArn,
    },
  });
  mayReadAndWrite(doors, data);
  mayFollow(doors);
  doors.may(
    ['secretsmanager:GetSecretValue'],
    [data.linkKey.secretArn, data.pepper.secretArn, data.webhookKey.secretArn],
  );
  const description = deployedFunction(scope, 'ApiFunction', {
    entry: 'api',
    description: 'Describes what senders may send.',
    timeoutSeconds: 10,
    logDays,
    environment: { AWAY_URL: url },
  });

  const path = '/webhook/{path+}';
  const taking = api.addRoutes({
    path,
    methods: [HttpMethod.POST],
    integration: new HttpLambdaIntegration('WebhookIntegration', doors.lambda),
  });
  const describing = new HttpLambdaIntegration('ApiIntegration', description.lambda);
  const described = [OPENAPI_PATH, API_PATH].flatMap((each) =>
    api.addRoutes({ path: each, methods: [HttpMethod.GET], integration: describing }),
  );
  open(taking, 'Each message bears the signature of its sender, which the function checks.');
  open(described, 'The description of the webhook is public and holds nobody’s data.');
  throttle(stage, [`POST ${path}`], taking, RATE);
  return doors;
}

function open(routes: readonly HttpRoute[], reason: string): void {
  for (const route of routes) acknowledge(route, 'AwsSolutions-APIG4', reason);
}
