/** What must outlive every release, and what must not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TABLE } from '#shared/store/table.ts';
import { resourcesOf, templates } from './stacks.ts';

const table = () => resourcesOf(templates().data, 'AWS::DynamoDB::GlobalTable')[0]?.[1];

test('the table is the one that the adapter reads, on demand', () => {
  const { KeySchema, GlobalSecondaryIndexes, BillingMode } = table()?.Properties ?? {};
  expect([BillingMode, KeySchema]).toEqual([
    'PAY_PER_REQUEST',
    [{ AttributeName: TABLE.partitionKey, KeyType: 'HASH' }],
  ]);
  const keysOf = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
  expect(GlobalSecondaryIndexes).toEqual([
    {
      IndexName: TABLE.byDue.indexName,
      KeySchema: keysOf(TABLE.byDue),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: TABLE.byCohort.indexName,
      KeySchema: keysOf(TABLE.byCohort),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary'] },
    },
  ]);
});

test('the table is encrypted with a key that AWS owns, as docs/privacy.md says', () => {
  // False is what CloudFormation calls a key of DynamoDB's own; without the setting it would be the same.
  expect(table()?.Properties.SSESpecification).toEqual({ SSEEnabled: false });
  expect(readFileSync('docs/privacy.md', 'utf8')).toContain(
    'The table on AWS is encrypted with a key that AWS owns',
  );
});

test('the table outlives its stack, cannot be deleted by hand, and can be restored to any second', () => {
  const [replica] = table()?.Properties.Replicas ?? [];
  expect(table()?.DeletionPolicy).toBe('Retain');
  expect(replica.DeletionProtectionEnabled).toBe(true);
  expect(replica.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
});

test.each(['AWS::SecretsManager::Secret', 'AWS::SES::EmailIdentity'])(
  '%s outlives its stack',
  (type) => {
    const made = resourcesOf(templates().data, type);
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(([, { DeletionPolicy }]) => DeletionPolicy !== 'Retain')).toEqual([]);
  },
);

test('the service stack holds nothing that must last', () => {
  const lasting = [
    'AWS::DynamoDB::GlobalTable',
    'AWS::SecretsManager::Secret',
    'AWS::SES::EmailIdentity',
  ];
  expect(lasting.flatMap((type) => resourcesOf(templates().service, type))).toEqual([]);
});

test('exports are kept in a private bucket that empties itself within a day', () => {
  const [[, bucket] = []] = resourcesOf(templates().data, 'AWS::S3::Bucket');
  const { BucketEncryption, LifecycleConfiguration, PublicAccessBlockConfiguration } =
    bucket?.Properties ?? {};
  expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  expect(BucketEncryption).toBeDefined();
  const [[, policy] = []] = resourcesOf(templates().data, 'AWS::S3::BucketPolicy');
  expect(JSON.stringify(policy?.Properties)).toContain('"aws:SecureTransport":"false"');
  expect(LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(1);
});

test('the table deletes expired sessions, sheets, and exports by itself', () => {
  expect(table()?.Properties.TimeToLiveSpecification).toEqual({
    AttributeName: TABLE.expires,
    Enabled: true,
  });
});
