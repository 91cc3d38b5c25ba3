/** The routes of the HTTP API: which function answers, their limits, and what is logged. */
import { expect, test } from 'vitest';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { roleStatements } from './policy.ts';
import { resourcesOf, serving, templates } from './stacks.ts';

const OPEN = ['/shortlist', '/programs', '/programs/{path+}']
  .flatMap((path) => [`GET ${path}`, `HEAD ${path}`])
  .concat('POST /shortlist');
const stage = () => serving('AWS::ApiGatewayV2::Stage');
const routes = () => resourcesOf(templates().service, 'AWS::ApiGatewayV2::Route');
const routeKeys = () => routes().map(([, { Properties }]) => Properties.RouteKey);

test('the pages have one address, the one in the links', () => {
  expect(serving('AWS::ApiGatewayV2::Api').DisableExecuteApiEndpoint).toBe(true);
  expect(serving('AWS::ApiGatewayV2::DomainName').DomainName).toBe('rotations.example.org');
});

test('the access log has no path, query, or address, because a path holds a link', () => {
  const { Format } = stage().AccessLogSettings;
  expect(Format).toContain('$context.routeKey');
  expect(Format).not.toMatch(/path\b|query|sourceIp|userAgent/i);
});

test('the pages share a limit, and the open pages have a lower one of their own', () => {
  const { RouteSettings, DefaultRouteSettings } = stage();
  const { ThrottlingRateLimit, ThrottlingBurstLimit } = DefaultRouteSettings;
  expect([ThrottlingRateLimit, ThrottlingBurstLimit]).toEqual([50, 100]);
  expect(Object.keys(RouteSettings)).toEqual(expect.arrayContaining(OPEN));
  expect(RouteSettings['GET /shortlist'].ThrottlingRateLimit).toBeLessThan(ThrottlingRateLimit);
});

test('webhook messages have a limit of their own', () => {
  expect(stage().RouteSettings).toMatchObject({
    'POST /webhook/{path+}': { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
});

test('every route with a limit of its own exists, before the stage that names it', () => {
  const [, made] = resourcesOf(templates().service, 'AWS::ApiGatewayV2::Stage')[0] ?? [];
  const { DependsOn } = made as unknown as { DependsOn: string[] };
  const before = routes().filter(([id]) => DependsOn.includes(id));
  const keys = before.map(([, { Properties }]) => Properties.RouteKey);
  expect(keys).toEqual(expect.arrayContaining(Object.keys(stage().RouteSettings)));
});

test('the advisors’ paths lead to a function of their own', () => {
  expect(routeKeys()).toContain(`POST ${ADVISORS_PATH}/{path+}`);
  const targets = routes()
    .filter(([, { Properties }]) => Properties.RouteKey.includes(` ${ADVISORS_PATH}`))
    .map(([, { Properties }]) => JSON.stringify(Properties.Target));
  expect([...new Set(targets)]).toEqual([expect.stringContaining('AdvisorsIntegration')]);
});

test('the open pages read the world, and nothing of anybody', () => {
  const ofTable = roleStatements(templates().service, 'ShortlistFunctionRole').filter(
    ({ Action }) => [Action].flat().join().includes('dynamodb'),
  );
  expect(ofTable).toEqual([
    expect.objectContaining({
      Action: 'dynamodb:GetItem',
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['world#*', 'world-part#*'] },
      },
    }),
  ]);
});

test('the description of the webhook has a function of its own that may read nothing', () => {
  expect(routeKeys()).toEqual(expect.arrayContaining(['GET /openapi.json', 'GET /api']));
  const actions = (role: string) =>
    roleStatements(templates().service, role).flatMap(({ Action }) => [Action].flat());
  expect(actions('ApiFunctionRole')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  expect(actions('WebhookFunctionRole')).not.toContain('dynamodb:Query');
});
