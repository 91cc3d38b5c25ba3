/** The functions beside the applicants' pages, each behind routes of its own: open pages, webhook and API, advisors' pages. */
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { API_PATH, OPENAPI_PATH } from '#shared/base/links/urls.ts';
import type { Data } from './data-stack.ts';
import {
  executions,
  exportsFor,
  index,
  items,
  messagesTo,
  removal,
  secrets,
  worldItems,
} from './grants.ts';
import {
  type DeployedFunction,
  type DeployedFunctionProps,
  deployedFunction,
} from './house/deployed-function.ts';
import { type Opened, openRoutes, type Pages, type Rate, throttle } from './house/open-routes.ts';
import type { Settings } from './settings.ts';

interface Row extends Omit<DeployedFunctionProps, 'logDays' | 'environment'>, Opened {
  /** All callers together; without one, only the limit of the whole stage holds. */
  readonly rate?: Rate;
}

type Named = 'Shortlist' | 'Webhook' | 'Api' | 'Advisors';

/** @returns the function that receives signed updates */
export function limitedRoutes(
  scope: Construct,
  data: Data,
  { domain, logDays }: Settings,
  { api, stage }: Pages,
  queues: { readonly requests: Queue; readonly jobs: Queue },
): DeployedFunction {
  const rows = rowsOf(scope, data, queues);
  const served = (name: Named): DeployedFunction => {
    const { paths, methods, because, rate, ...props } = rows[name];
    const environment = { AWAY_URL: `https://${domain}` };
    const to = deployedFunction(scope, `${name}Function`, { ...props, logDays, environment });
    const routes = openRoutes(api, to, `${name}Integration`, { paths, methods, because });
    if (rate) throttle(stage, routes, rate);
    return to;
  };
  served('Shortlist');
  served('Api');
  served('Advisors');
  return served('Webhook');
}

function rowsOf(
  scope: Construct,
  data: Data,
  { requests, jobs }: { readonly requests: Queue; readonly jobs: Queue },
): Readonly<Record<Named, Row>> {
  return {
    Shortlist: {
      entry: 'shortlist',
      description: 'Serves the shortlist and the directory of programs, open to anybody.',
      timeoutSeconds: 15,
      // A list weighs every plan of six months: more memory brings a faster processor.
      memoryMb: 1769,
      grants: [worldItems(data)],
      paths: ['/shortlist', '/programs', '/programs/{path+}'],
      // A score is posted, so that no address holds it.
      methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
      because: 'Facts about programs are public, and what a visitor asks is not kept.',
      // An answer costs processor time: a flood here must not use up what applicants' pages share.
      rate: { perSecond: 5, atOnce: 10 },
    },
    Webhook: {
      entry: 'webhook',
      description: 'Receives signed updates from schools’ forms and systems.',
      timeoutSeconds: 25,
      memoryMb: 1024,
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
      paths: ['/webhook/{path+}'],
      methods: [HttpMethod.POST],
      because: 'Each message bears the signature of its sender, which the function checks.',
      // Each sender also has its own limit in the function.
      rate: { perSecond: 50, atOnce: 100 },
    },
    Api: {
      entry: 'api',
      description: 'Describes what senders may send.',
      timeoutSeconds: 10,
      paths: [OPENAPI_PATH, API_PATH],
      methods: [HttpMethod.GET],
      because: 'The description of the webhook is public and holds nobody’s data.',
    },
    Advisors: {
      entry: 'advisors',
      description: 'Serves the advisors’ pages.',
      timeoutSeconds: 28,
      // A sheet of ten thousand lines is checked within a request: more memory brings a faster processor.
      memoryMb: 1769,
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
            'saved-views',
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
            'world-part',
            'world-audit',
            'doubts',
          ],
        }),
        removal(data, ['world-part']),
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
      paths: [ADVISORS_PATH, `${ADVISORS_PATH}/{path+}`],
      methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
      because:
        'An advisor signs in by an emailed link; the function checks the session of every request.',
      // A team is a few people, and each of their pages reads a whole cohort.
      rate: { perSecond: 10, atOnce: 20 },
    },
  };
}
