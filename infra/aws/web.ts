/** The applicants' pages: HTTP API → web. The access log has no path, because a path holds someone's link. */
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { executions, index, items, messagesTo, removal, secrets } from './grants.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { openRoutes, type Pages } from './house/open-routes.ts';
import type { Settings } from './settings.ts';

/** A whole cohort reads its email in the same minute, and a page is one request. */
const REQUESTS_PER_SECOND = 50;
const REQUESTS_AT_ONCE = 100;

export function web(scope: Construct, data: Data, settings: Settings, requests: Queue): Pages {
  const { logDays } = settings;
  const pages = deployedFunction(scope, 'WebFunction', {
    entry: 'web',
    description: 'Serves the applicants’ pages.',
    timeoutSeconds: 25,
    memoryMb: 1024,
    logDays,
    environment: {
      AWAY_URL: `https://${settings.domain}`,
      AWAY_REPLY_TO: settings.replies ?? settings.sender,
    },
    grants: [
      ...items(data, {
        changes: [
          'applicant',
          'writer',
          'advisor',
          'address',
          'chunk',
          'session',
          'sign-ups',
          'doubts',
        ],
        reads: ['switches', 'cohort'],
      }),
      // What rotators of the reader's own school report of a host.
      index('byCohort', data),
      removal(data, ['applicant', 'writer', 'address']),
      ...executions(scope),
      messagesTo({ AWAY_REQUEST_QUEUE: requests }),
      secrets({
        AWAY_SECRETS: data.linkKey,
        AWAY_UNDO_KEY: data.undoKey,
        AWAY_PEPPER: data.pepper,
      }),
    ],
  });

  const domainName = new DomainName(scope, 'Domain', {
    domainName: settings.domain,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', settings.certificate),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  const api = new HttpApi(scope, 'Pages', {
    description: "Away Rotations: the applicants' pages.",
    // Links name the domain, and a form may be sent only to the host that its page came from.
    disableExecuteApiEndpoint: true,
    createDefaultStage: false,
  });
  openRoutes(api, pages, 'WebIntegration', {
    paths: ['/', '/{path+}'],
    methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
    because:
      'A page is opened by the signed link in its path, which the function checks: nobody has an account.',
  });

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
  return { api, stage, pages };
}
