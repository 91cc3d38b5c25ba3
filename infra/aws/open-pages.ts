/** The open pages: the shortlist and the directory, in a function of their own that can write nothing. */
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Data } from './data-stack.ts';
import { worldItems } from './grants.ts';
import { deployedFunction } from './house/deployed-function.ts';
import { openRoutes, type Pages, throttle } from './house/open-routes.ts';
import type { Settings } from './settings.ts';

/** Anybody may ask, and an answer costs processor time: a flood here must not use up what applicants' pages share. */
const RATE = { perSecond: 5, atOnce: 10 };

export function openPages(
  scope: Construct,
  data: Data,
  { domain, logDays }: Settings,
  { api, stage }: Pages,
): void {
  const pages = deployedFunction(scope, 'ShortlistFunction', {
    entry: 'shortlist',
    description: 'Serves the shortlist and the directory of programs, open to anybody.',
    timeoutSeconds: 15,
    // A list weighs every plan of six months: more memory brings a faster processor.
    memoryMb: 1769,
    logDays,
    environment: { AWAY_URL: `https://${domain}` },
    grants: [worldItems(data)],
  });
  const routes = openRoutes(api, pages, 'ShortlistIntegration', {
    paths: ['/shortlist', '/programs', '/programs/{path+}'],
    methods: [HttpMethod.GET, HttpMethod.HEAD],
    because: 'Facts about programs are public, and what a visitor asks is not kept.',
  });
  throttle(stage, routes, RATE);
}
