/** The open pages: the shortlist and the directory, a function of their own that can write nothing. */
import { type HttpApi, HttpMethod, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { acknowledge } from './house/acknowledge.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { throttle } from './house/throttle.ts';
import { mayReadWorld } from './may.ts';
import type { Settings } from './settings.ts';

const METHODS = [HttpMethod.GET, HttpMethod.HEAD];
/** Anybody may ask, and an answer costs processor time: a flood here must not use up what applicants' pages share. */
const RATE = { perSecond: 5, atOnce: 10 };
const PATHS = ['/shortlist', '/programs', '/programs/{path+}'];

export function openPages(
  scope: Construct,
  data: Data,
  settings: Settings,
  { api, stage }: { readonly api: HttpApi; readonly stage: HttpStage },
): void {
  const pages = deployedFunction(scope, 'ShortlistFunction', {
    entry: 'shortlist',
    description: 'The shortlist and the directory of programs, open to anybody.',
    timeoutSeconds: 15,
    // A list weighs every plan of six months: a bigger function has a faster processor.
    memoryMb: 1769,
    logDays: settings.logDays,
    environment: {
      AWAY_TABLE: data.table.tableName,
      AWAY_URL: `https://${settings.domain}`,
    },
  });
  mayReadWorld(pages, data);
  const integration = new HttpLambdaIntegration('ShortlistIntegration', pages.lambda);
  const routes = PATHS.flatMap((path) => api.addRoutes({ path, methods: METHODS, integration }));
  const keys = PATHS.flatMap((path) => METHODS.map((method) => `${method} ${path}`));
  throttle(stage, keys, routes, RATE);
  for (const route of routes) {
    acknowledge(
      route,
      'AwsSolutions-APIG4',
      'Facts about programs are open to anybody, and what is asked is neither kept nor anybody’s.',
    );
  }
}
