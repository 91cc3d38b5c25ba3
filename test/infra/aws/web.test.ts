import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

const only = (type: string) => resourcesOf(templates().service, type)[0]?.[1].Properties;

test('the pages are throttled', () => {
  const { ThrottlingRateLimit, ThrottlingBurstLimit } = only(
    'AWS::ApiGatewayV2::Stage',
  ).DefaultRouteSettings;
  expect([ThrottlingRateLimit, ThrottlingBurstLimit]).toEqual([50, 100]);
});

test('the access log holds no path, no query and no address: a path is somebody’s key', () => {
  const { Format } = only('AWS::ApiGatewayV2::Stage').AccessLogSettings;
  expect(Format).toContain('$context.routeKey');
  expect(Format).not.toMatch(/path\b|query|sourceIp|userAgent/i);
});

test('the pages have one address only, the one that links name', () => {
  expect(only('AWS::ApiGatewayV2::Api').DisableExecuteApiEndpoint).toBe(true);
  expect(only('AWS::ApiGatewayV2::DomainName').DomainName).toBe('rotations.example.org');
});
