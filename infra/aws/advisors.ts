/** The advisors' pages: HTTP API → advisors, a function of its own so that applicants' pages stay light. */
import { type HttpApi, HttpMethod, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { TABLE } from '#shared/store/table.ts';
import type { Data } from './data-stack.ts';
import { acknowledge } from './house/acknowledge.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { throttle } from './house/throttle.ts';
import { mayFollow, mayReadAndWrite, mayReadExports } from './may.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

const METHODS = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
const PATHS = [ADVISORS_PATH, `${ADVISORS_PATH}/{path+}`];
/** A team is a few people, and each page of theirs reads a whole cohort. */
const RATE = { perSecond: 10, atOnce: 20 };

export function advisors(
  scope: Construct,
  data: Data,
  settings: Settings,
  { api, stage }: { readonly api: HttpApi; readonly stage: HttpStage },
  { requests, jobs }: { readonly requests: Queue; readonly jobs: Queue },
): void {
  const pages = deployedFunction(scope, 'AdvisorsFunction', {
    entry: 'advisors',
    description: "The advisors' pages.",
    timeoutSeconds: 28,
    // A sheet of ten thousand lines is judged within a request: a bigger function has a faster processor.
    memoryMb: 1769,
    logDays: settings.logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_STATE_MACHINE: machineArnOf(scope),
      AWAY_URL: `https://${settings.domain}`,
      AWAY_SECRETS: data.linkKey.secretArn,
      AWAY_PEPPER: data.pepper.secretArn,
      AWAY_WEBHOOK_KEY: data.webhookKey.secretArn,
      AWAY_REQUEST_QUEUE: requests.queueUrl,
      AWAY_JOB_QUEUE: jobs.queueUrl,
      AWAY_EXPORTS: data.exports.bucketName,
    },
  });
  mayReadAndWrite(pages, data);
  mayFollow(pages);
  mayReadExports(pages, data);
  pages.may(['dynamodb:Query'], [`${data.table.tableArn}/index/${TABLE.byCohort.indexName}`]);
  pages.may(['sqs:SendMessage'], [requests.queueArn, jobs.queueArn]);
  pages.may(
    ['secretsmanager:GetSecretValue'],
    [data.linkKey.secretArn, data.pepper.secretArn, data.webhookKey.secretArn],
  );
  const integration = new HttpLambdaIntegration('AdvisorsIntegration', pages.lambda);
  const routes = PATHS.flatMap((path) => api.addRoutes({ path, methods: METHODS, integration }));
  throttle(
    stage,
    PATHS.flatMap((path) => METHODS.map((method) => `${method} ${path}`)),
    routes,
    RATE,
  );
  for (const route of routes) {
    acknowledge(
      route,
      'AwsSolutions-APIG4',
      'An advisor signs in by an emailed link; the function checks the session of every request.',
    );
  }
}
