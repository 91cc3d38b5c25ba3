import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

const all = (type: string) =>
  resourcesOf(templates().service, type).map(([id, { Properties }]) => ({ id, ...Properties }));

test('messages are throttled by themselves, beside the pages', () => {
  const [stage] = all('AWS::ApiGatewayV2::Stage');
  expect(stage?.RouteSettings).toMatchObject({
    'POST /webhook/{path+}': { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  });
});

test('the stage waits for the route whose throttle it names', () => {
  const [id] = resourcesOf(templates().service, 'AWS::ApiGatewayV2::Route').find(
    ([, { Properties }]) => Properties.RouteKey === 'POST /webhook/{path+}',
  ) ?? [''];
  const [, stage] = resourcesOf(templates().service, 'AWS::ApiGatewayV2::Stage')[0] ?? [];
  expect((stage as unknown as { DependsOn: string[] }).DependsOn).toContain(id);
});

test('the description has a function of its own that may read nothing', () => {
  const keys = all('AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey);
  expect(keys).toEqual(expect.arrayContaining(['GET /openapi.json', 'GET /api']));
  const actions = (role: string) =>
    all('AWS::IAM::Policy')
      .filter(({ id }) => id.startsWith(role))
      .flatMap(({ PolicyDocument }) =>
        PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
      );
  expect(actions('ApiFunctionRole')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  expect(actions('WebhookFunctionRole')).not.toContain('dynamodb:Query');
});
