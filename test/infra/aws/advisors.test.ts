import { expect, test } from 'vitest';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { TABLE } from '#shared/store/table.ts';
import { resourcesOf, templates } from './stacks.ts';

test('the advisors’ paths lead to a function of their own', () => {
  const routes = resourcesOf(templates().service, 'AWS::ApiGatewayV2::Route').filter(
    ([, { Properties }]) => Properties.RouteKey.includes(` ${ADVISORS_PATH}`),
  );
  expect(routes.map(([, { Properties }]) => Properties.RouteKey)).toContain(
    `POST ${ADVISORS_PATH}/{path+}`,
  );
  const targets = new Set(routes.map(([, { Properties }]) => JSON.stringify(Properties.Target)));
  expect([...targets]).toEqual([expect.stringContaining('AdvisorsIntegration')]);
});

test('exports lie in a private bucket that empties itself within a day', () => {
  const [[, bucket] = []] = resourcesOf(templates().data, 'AWS::S3::Bucket');
  const { BucketEncryption, LifecycleConfiguration, PublicAccessBlockConfiguration } =
    bucket?.Properties ?? {};
  expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  expect(BucketEncryption).toBeDefined();
  expect(LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(1);
});

test('the table forgets sessions, sheets and exports by itself', () => {
  const [[, table] = []] = resourcesOf(templates().data, 'AWS::DynamoDB::GlobalTable');
  expect(table?.Properties.TimeToLiveSpecification).toEqual({
    AttributeName: TABLE.expires,
    Enabled: true,
  });
});

test('a job is hidden from other runners six times as long as it may take', () => {
  const find = (type: string, prefix: string) =>
    resourcesOf(templates().service, type).find(([id]) => id.startsWith(prefix))?.[1].Properties;
  const { Timeout } = find('AWS::Lambda::Function', 'JobFunction');
  expect(find('AWS::SQS::Queue', 'JobQueue').VisibilityTimeout).toBe(6 * Timeout);
});
