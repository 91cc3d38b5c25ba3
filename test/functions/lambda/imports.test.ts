/** Importing a deployed function asks for nothing. Called, it asks for what its stack tells it, and is bundled with no more. */
import { readdirSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AWS_VARIABLES, type AwsVariable } from '#functions/adapters/aws-variables.ts';
import { type Resource, resourcesOf, templates } from '../../infra/aws/stacks.ts';

const ENTRIES = readdirSync('functions/lambda').map((name) => name.replace(/\.ts$/, ''));

const fileOf = (entry: string): string => `#functions/lambda/${entry}.ts`;

const env = process.env;
const secrets = mockClient(SecretsManagerClient);
const dynamo = mockClient(DynamoDBClient);
beforeEach(() => {
  const secret = 'a secret of 32 characters or more';
  secrets.reset();
  dynamo.reset();
  secrets
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ id: 'k1', secret }) });
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockReturnValue(true);
});
afterEach(() => {
  process.env = env;
  vi.restoreAllMocks();
});
afterAll(() => {
  secrets.restore();
  dynamo.restore();
});

/** The product's variables that are read from now on. */
function watch(environment: Record<string, string>): Set<string> {
  const read = new Set<string>();
  process.env = new Proxy(environment, {
    get: (of, name: string) => {
      if (name.startsWith('AWAY_')) read.add(name);
      return of[name];
    },
  });
  return read;
}

describe.each(ENTRIES)('%s', (entry) => {
  test('is imported with an empty environment, and asks for nothing', async () => {
    vi.resetModules();
    const read = watch({});
    const { handler } = await import(fileOf(entry));
    expect(handler).toBeTypeOf('function');
    expect([...read]).toEqual([]);
    expect([...secrets.calls(), ...dynamo.calls()]).toEqual([]);
  });

  test('asks for every variable that its stack tells it, and for no other, when it is called', async () => {
    vi.resetModules();
    const names = givenTo(entry);
    const read = watch({
      AWS_REGION: 'us-east-1',
      ...Object.fromEntries(names.map((name) => [name, exampleOf(name)])),
    });
    const { handler } = await import(fileOf(entry));
    await Promise.resolve(handler(CALL, { getRemainingTimeInMillis: () => 0 })).catch(() => {});
    expect([...read].toSorted()).toEqual(names);
  });
});

/** Enough of a request, a batch and an event for a function to look for what it works with. */
const CALL = {
  version: '2.0',
  rawPath: '/nowhere',
  headers: {},
  requestContext: { http: { method: 'GET', path: '/nowhere' }, domainName: 'example.org' },
  Records: [{ messageId: 'm1', body: '{}', receiptHandle: 'h1' }],
};

function givenTo(entry: string): AwsVariable[] {
  const { service } = templates();
  const roles = new Map(resourcesOf(service, 'AWS::IAM::Role'));
  const described = `What the function "${entry}" may do.`;
  const isIts = ([, { Properties }]: [string, Resource]) =>
    roles.get(Properties.Role['Fn::GetAtt'][0])?.Properties.Description === described;
  const [, found] = resourcesOf(service, 'AWS::Lambda::Function').find(isIts) ?? [];
  const names = Object.keys(found?.Properties.Environment.Variables ?? {});
  return names.filter((name) => name in AWS_VARIABLES).toSorted() as AwsVariable[];
}

const exampleOf = (name: AwsVariable): string => AWS_VARIABLES[name][2];

describe('a bundle', () => {
  const HEAVY = /node_modules\/(@aws-sdk\/client-[a-z0-9-]+|exceljs|nodemailer)\//;
  const GROUND = ['@aws-sdk/client-dynamodb'];
  const KEYS = [...GROUND, '@aws-sdk/client-secrets-manager'];
  const FOLLOWS = [...KEYS, '@aws-sdk/client-sfn'];

  test.each([
    ['api', []],
    ['shortlist', GROUND],
    ['execution-ended', GROUND],
    ['feedback', KEYS],
    ['webhook', FOLLOWS],
    ['web', [...FOLLOWS, '@aws-sdk/client-sqs']],
    ['nudge', [...FOLLOWS, '@aws-sdk/client-ses', '@aws-sdk/client-sqs', 'nodemailer']],
    ['advisors', [...FOLLOWS, '@aws-sdk/client-s3', '@aws-sdk/client-sqs']],
    ['job', [...FOLLOWS, '@aws-sdk/client-s3', '@aws-sdk/client-sqs', 'exceljs']],
  ])('of %s holds the clients that it calls, and no other', async (entry, clients) => {
    const { metafile } = await build({
      entryPoints: [`functions/lambda/${entry}.ts`],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      minify: true,
      mainFields: ['module', 'main'],
    });
    const inputs = Object.values(metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    );
    const held = inputs.flatMap(([path]) => HEAVY.exec(path)?.[1] ?? []);
    expect([...new Set(held)].toSorted()).toEqual([...clients].toSorted());
  });
});
