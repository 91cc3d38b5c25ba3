/** The HTTP API on its domain. The access log has no path, because a path holds someone's link. */
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  type HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Deployment } from './data-stack.ts';

/** Every group of routes belongs to this API and is served by this stage. */
export interface Web {
  readonly api: HttpApi;
  readonly stage: HttpStage;
}

/** A whole cohort reads its email in the same minute, and a page is one request. */
const REQUESTS_PER_SECOND = 50;
const REQUESTS_AT_ONCE = 100;

export function web({ stack, settings }: Deployment): Web {
  const domainName = new DomainName(stack, 'Domain', {
    domainName: settings.domain,
    certificate: Certificate.fromCertificateArn(stack, 'Certificate', settings.certificate),
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  const api = new HttpApi(stack, 'Pages', {
    description: "Away Rotations: the applicants' pages.",
    // Links name the domain, and a form may be sent only to the host that its page came from.
    disableExecuteApiEndpoint: true,
    createDefaultStage: false,
  });
  const accessLog = new LogGroup(stack, 'WebAccessLog', {
    retention: settings.logDays,
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
  new CfnOutput(stack, 'PagesTarget', {
    description: `Where the DNS name ${settings.domain} must point (CNAME or alias).`,
    value: domainName.regionalDomainName,
  });
  return { api, stage };
}
