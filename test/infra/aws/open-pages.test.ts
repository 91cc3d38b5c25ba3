import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

const OPEN = ['/shortlist', '/programs', '/programs/{path+}'];

test('the open pages are throttled by themselves, below what everybody shares', () => {
  const [, stage] = resourcesOf(templates().service, 'AWS::ApiGatewayV2::Stage')[0] ?? [];
  const { RouteSettings, DefaultRouteSettings } = stage?.Properties ?? {};
  expect(
    Object.keys(RouteSettings).filter((key) => OPEN.some((path) => key.endsWith(` ${path}`))),
  ).toEqual(OPEN.flatMap((path) => [`GET ${path}`, `HEAD ${path}`]));
  const { ThrottlingRateLimit } = RouteSettings['GET /shortlist'];
  expect(ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit);
});

test('every route with a limit of its own exists', () => {
  const keys = resourcesOf(templates().service, 'AWS::ApiGatewayV2::Route').map(
    ([, { Properties }]) => Properties.RouteKey,
  );
  for (const path of OPEN)
    expect(keys).toEqual(expect.arrayContaining([`GET ${path}`, `HEAD ${path}`]));
});

test('their function reads what is told of the world, and nothing of anybody', () => {
  const policies = resourcesOf(templates().service, 'AWS::IAM::Policy');
  const [, policy] = policies.find(([id]) => id.startsWith('ShortlistFunctionRole')) ?? [];
  const ofTable = policy?.Properties.PolicyDocument.Statement.filter(
    ({ Action }: { Action: string | string[] }) => [Action].flat().join().includes('dynamodb'),
  );
  expect(ofTable).toEqual([
    expect.objectContaining({
      Action: 'dynamodb:GetItem',
      Condition: {
        'ForAllValues:StringEquals': {
          'dynamodb:LeadingKeys': ['world#present', 'facts#entered'],
        },
      },
    }),
  ]);
});
