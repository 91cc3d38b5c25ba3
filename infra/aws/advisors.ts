/** The advisors' pages: HTTP API → advisors, in a function of its own so that applicants' pages stay light. */
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import type { Data } from './data-stack.ts';
import { executions, exportsFor, index, items, messagesTo, secrets } from './grants.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { openRoutes, type Pages, throttle } from './house/open-routes.ts';
import type { Settings } from './settings.ts';

/** A team is a few people, and each of their pages reads a whole cohort. */
const RATE = { perSecond: 10, atOnce: 20 };

export function advisors(
  scope: Construct,
  data: Data,
  { domain, logDays }: Settings,
  { api, stage }: Pages,
  { requests, jobs }: { readonly requests: Queue; readonly jobs: Queue },
): void {
  const pages = deployedFunction(scope, 'AdvisorsFunction', {
    entry: 'advisors',
    description: 'Serves the advisors’ pages.',
    timeoutSeconds: 28,
    // A sheet of ten thousand lines is checked within a request: more memory brings a faster processor.
    memoryMb: 1769,
    logDays,
    environment: { AWAY_URL: `https://${domain}` },
    grants: [
      ...items(data, {
        changes: [
          'applicant',
          'address',
          'chunk',
          'advisor',
          'session',
          'cohort',
          'audit',
          'import',
          'import-part',
          'export',
          'bulk',
          'bulk-part',
          'sender',
          'sender-list',
          'sign-ups',
          'deliveries',
          'world',
          'world-audit',
        ],
      }),
      ...executions(scope),
      exportsFor('reading', data),
      index('byCohort', data),
      // Whom a correction affects in other cohorts is counted, never named.
      index('byDue', data),
      messagesTo({ AWAY_REQUEST_QUEUE: requests, AWAY_JOB_QUEUE: jobs }),
      secrets({
        AWAY_SECRETS: data.linkKey,
        AWAY_PEPPER: data.pepper,
        AWAY_WEBHOOK_KEY: data.webhookKey,
      }),
    ],
  });
  const routes = openRoutes(api, pages, 'AdvisorsIntegration', {
    paths: [ADVISORS_PATH, `${ADVISORS_PATH}/{path+}`],
    methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
    because:
      'An advisor signs in by an emailed link; the function checks the session of every request.',
  });
  throttle(stage, routes, RATE);
}
