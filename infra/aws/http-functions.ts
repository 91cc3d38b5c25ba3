/** The functions behind the HTTP API, each with routes of its own: applicants' pages, open pages, webhook and API, advisors' pages. */
import { Validations } from 'aws-cdk-lib';
import { type CfnStage, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { API_PATH, OPENAPI_PATH } from '#shared/base/links/urls.ts';
import type { Deployment } from './data-stack.ts';
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
import type { Web } from './web.ts';

interface Row extends DeployedFunctionProps {
  readonly routes: Routes;
}

interface Routes {
  readonly paths: readonly string[];
  readonly methods: readonly HttpMethod[];
  /** Why API Gateway leads to it without a login of its own. */
  readonly because: string;
  /** All callers together, below what the stage allows; without one, only the limit of the whole stage holds. */
  readonly rate?: { readonly perSecond: number; readonly atOnce: number };
}

type Named = 'Web' | 'Shortlist' | 'Webhook' | 'Api' | 'Advisors';

interface Queues {
  readonly requests: Queue;
  readonly jobs: Queue;
}

export function httpFunctions(
  deployment: Deployment,
  web: Web,
  queues: Queues,
): Readonly<Record<Named, DeployedFunction>> {
  const rows = rowsOf(deployment, queues);
  const served = (name: Named): DeployedFunction => {
    const { routes, ...props } = rows[name];
    const environment = { AWAY_URL: `https://${deployment.settings.domain}`, ...props.environment };
    const made = deployedFunction(deployment, `${name}Function`, { ...props, environment });
    lead(web, routes, new HttpLambdaIntegration(`${name}Integration`, made.lambda));
    return made;
  };
  return {
    Web: served('Web'),
    Shortlist: served('Shortlist'),
    Webhook: served('Webhook'),
    Api: served('Api'),
    Advisors: served('Advisors'),
  };
}

function lead(
  { api, stage }: Web,
  { paths, methods, because, rate }: Routes,
  integration: HttpLambdaIntegration,
): void {
  for (const path of paths) {
    for (const route of api.addRoutes({ path, methods: [...methods], integration })) {
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: because });
      // CloudFormation refuses a stage that names a route which does not exist yet.
      if (rate) stage.node.addDependency(route);
    }
    if (!rate) continue;
    for (const method of methods) {
      (stage.node.defaultChild as CfnStage).addPropertyOverride(`RouteSettings.${method} ${path}`, {
        ThrottlingRateLimit: rate.perSecond,
        ThrottlingBurstLimit: rate.atOnce,
      });
    }
  }
}

function rowsOf(
  { stack, data, settings }: Deployment,
  { requests, jobs }: Queues,
): Readonly<Record<Named, Row>> {
  return {
    Web: {
      entry: 'web',
      description: 'Serves the applicants’ pages.',
      timeoutSeconds: 25,
      memoryMb: 1024,
      environment: { AWAY_REPLY_TO: settings.replies ?? settings.sender },
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
        ...executions(stack),
        messagesTo({ AWAY_REQUEST_QUEUE: requests }),
        secrets({
          AWAY_SECRETS: data.linkKey,
          AWAY_UNDO_KEY: data.undoKey,
          AWAY_PEPPER: data.pepper,
        }),
      ],
      routes: {
        paths: ['/', '/{path+}'],
        methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
        because:
          'A page is opened by the signed link in its path, which the function checks: nobody has an account.',
      },
    },
    Shortlist: {
      entry: 'shortlist',
      description: 'Serves the shortlist and the directory of programs, open to anybody.',
      timeoutSeconds: 15,
      // A list weighs every plan of six months: more memory brings a faster processor.
      memoryMb: 1769,
      grants: [worldItems(data)],
      routes: {
        paths: ['/shortlist', '/programs', '/programs/{path+}'],
        // A score is posted, so that no address holds it.
        methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
        because: 'Facts about programs are public, and what a visitor asks is not kept.',
        // An answer costs processor time: a flood here must not use up what applicants' pages share.
        rate: { perSecond: 5, atOnce: 10 },
      },
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
        ...executions(stack),
        secrets({
          AWAY_UNDO_KEY: data.undoKey,
          AWAY_PEPPER: data.pepper,
          AWAY_WEBHOOK_KEY: data.webhookKey,
        }),
      ],
      routes: {
        paths: ['/webhook/{path+}'],
        methods: [HttpMethod.POST],
        because: 'Each message bears the signature of its sender, which the function checks.',
        // Each sender also has its own limit in the function.
        rate: { perSecond: 50, atOnce: 100 },
      },
    },
    Api: {
      entry: 'api',
      description: 'Describes what senders may send.',
      timeoutSeconds: 10,
      routes: {
        paths: [OPENAPI_PATH, API_PATH],
        methods: [HttpMethod.GET],
        because: 'The description of the webhook is public and holds nobody’s data.',
      },
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
        ...executions(stack),
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
      routes: {
        paths: [ADVISORS_PATH, `${ADVISORS_PATH}/{path+}`],
        methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
        because:
          'An advisor signs in by an emailed link; the function checks the session of every request.',
        // A team is a few people, and each of their pages reads a whole cohort.
        rate: { perSecond: 10, atOnce: 20 },
      },
    },
  };
}
