/** The applicants' pages: HTTP API → web. Throttled, logged without a path, since a path holds somebody's link. */
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  type HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { acknowledge } from './house/acknowledge.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { mayFollow, mayReadAndWrite, mayRemove } from './may.ts';
import { machineArnOf } from './rotation-machine-name.ts';
import type { Settings } from './settings.ts';

/** A cohort reads its email in the same minute, and a page is one request. */
const REQUESTS_PER_SECOND = 50;
const REQUESTS_AT_ONCE = 100;

export interface Web {
  readonly api: HttpApi;
  readonly stage: HttpStage;
}

export function web(scope: Construct, data: Data, settings: Settings, requests: Queue): Web {
  const { logDays } = settings;
  const pages = deployedFunction(scope, 'WebFunction', {
    entry: 'web',
    description: "The applicants' pages.",
    timeoutSeconds: 25,
    memoryMb: 1024,
    logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_STATE_MACHINE: machineArnOf(scope),
      AWAY_URL: `https://${settings.domain}`,
      AWAY_REQUEST_QUEUE: requests.queueUrl,
      AWAY_SECRETS: data.linkKey.secretArn,
      AWAY_PEPPER: data.pepper.secretArn,
    },
  });
  mayReadAndWrite(pages, data);
  mayRemove(pages, data);
  mayFollow(pages);
  pages.may(['sqs:SendMessage'], [requests.queueArn]);
  pages.may(['secretsmanager:GetSecretValue'], [data.linkKey.secretArn, data.pepper.secretArn]);

  const domainName = new DomainName(scope, 'Domain', {
    domainName: settings.domain,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', settings.certificate),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  const api = new HttpApi(scope, 'Pages', {
    description: "Away Rotations: the applicants' pages.",
    // Links name the domain, and a form may only be sent to where its page came from.
    disableExecuteApiEndpoint: true,
    createDefaultStage: false,
  });
  const integration = new HttpLambdaIntegration('WebIntegration', pages.lambda);
  const routes = ['/', '/{path+}'].flatMap((path) =>
    api.addRoutes({
      path,
      methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
      integration,
    }),
  );
  for (const route of routes) {
    acknowledge(
      route,
      'AwsSolutions-APIG4',
      'A page is opened by the signed link in its path, which the function checks: nobody has an account.',
    );
  }

  const accessLog = new LogGroup(scope, 'WebAccessLog', {
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = api.addStage('Live', {
    stageName: '$default',
    autoDeploy: true,
    domainMapping: { domainName },
    throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: REQUESTS_AT_ONCE },
    accessLogSettings: {
      destination: new LogGroupLogDestination(accessLog),
      format: AccessLogFormat.custom(
        JSON.stringify({
          requestId: '$context.requestId',
          at: '$context.requestTimeEpoch',
          route: '$context.routeKey',
          status: '$context.status',
          durationMs: '$context.responseLatency',
          error: '$context.integrationErrorMessage',
        }),
      ),
    },
  });
  new CfnOutput(scope, 'PagesTarget', {
    description: `Where the DNS name ${settings.domain} must point (CNAME or alias).`,
    value: domainName.regionalDomainName,
  });
  return { api, stage };
}
