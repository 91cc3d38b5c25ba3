/** The handlers behind queues as they are deployed, on a table of their own: what fails is left to come again. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { MessageRejected, SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import dynalite from 'dynalite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#functions/adapters/clock.ts';
import type { eachMessage } from '#functions/adapters/sqs-batch.ts';
import { type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { alice } from '../../cast.ts';
import { aliceWith, FIRST_WAIT } from '../../shared/people/workflow/waiting.ts';
import { loopbackClient, openDynamoStore } from '../../store/dynamo-table.ts';

type Handler = ReturnType<typeof eachMessage>;

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
const ses = mockClient(SESClient);
const sqs = mockClient(SQSClient);
const sfn = mockClient(SFNClient);
const secrets = mockClient(SecretsManagerClient);
const lines: string[] = [];
let client: DynamoDBClient;
let store: Store;
let feedback: Handler;
let executionEnded: Handler;
let nudge: Handler;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = loopbackClient(port);
  const table = `away-${randomUUID()}`;
  store = (await openDynamoStore(client, table)).store;
  const queue = 'https://sqs.example.org/123456789012/request';
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWAY_TABLE: table,
    AWAY_PEPPER: 'pepper',
    AWAY_SECRETS: 'keys',
    AWAY_URL: 'https://rotations.example.org',
    AWAY_FROM: 'rotations@example.org',
    AWAY_REPLY_TO: 'office@example.org',
    AWAY_CONFIGURATION_SET: 'AwayRotations',
    AWAY_MAIL_INTERVAL_MS: '0',
    AWAY_STATE_MACHINE: 'arn:aws:states:us-east-1:123456789012:stateMachine:rotation',
    AWAY_REQUEST_QUEUE: queue,
  })) {
    vi.stubEnv(name, value);
  }
  const secret = 'a secret of 32 characters or more';
  secrets.on(GetSecretValueCommand).resolves({ SecretString: secret });
  secrets
    .on(GetSecretValueCommand, { SecretId: 'keys' })
    .resolves({ SecretString: JSON.stringify({ id: 'k1', secret }) });
  ({ handler: feedback } = await import('#functions/lambda/feedback.ts'));
  ({ handler: executionEnded } = await import('#functions/lambda/execution-ended.ts'));
  ({ handler: nudge } = await import('#functions/lambda/nudge.ts'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const each of [ses, sqs, sfn, secrets]) each.restore();
  client.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  lines.splice(0);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
  }
  for (const each of [ses, sqs, sfn]) each.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  sfn.on(DescribeExecutionCommand).resolves({ status: 'RUNNING' });
});
afterEach(() => vi.restoreAllMocks());

const records = (...bodies: unknown[]) => ({
  Records: bodies.map((body, index) => ({ messageId: `m${index}`, body: JSON.stringify(body) })),
});

async function put(item: Applicant): Promise<Applicant> {
  const written = await store.write({ ...item, version: 0 });
  if (!written.written) throw new Error(`${item.id} is there already.`);
  return item;
}

const read = async (id: string) => (await store.read('applicant', id)) as Applicant;

describe('feedback', () => {
  const response = (eventType: string, { id, facts }: Applicant, more: object = {}) => ({
    source: 'aws.ses',
    detail: {
      eventType,
      mail: {
        destination: [facts.profile.address],
        tags: { kind: ['applicant'], person: [id], n: ['1'] },
      },
      ...more,
    },
  });
  const complaint = { complaint: { complaintFeedbackType: 'abuse' } };

  test('takes each event of a batch, and leaves what is none to come again', async () => {
    const anna = await put(alice({ id: 'anna' }));
    const events = records(
      { source: 'aws.ses', detail: {} },
      response('Complaint', anna, complaint),
    );
    expect(await feedback(events)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect((await read('anna')).reach).toBe('complained');
  });

  test('leaves every event to come again while the table is away, and takes them afterward', async () => {
    const bela = await put(alice({ id: 'bela' }));
    const events = records(response('Complaint', bela, complaint));
    await whileTableIsAway(async () => {
      expect(await feedback(events)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    });
    expect((await read('bela')).reach).toBe('ok');
    expect(await feedback(events)).toEqual({ batchItemFailures: [] });
    expect((await read('bela')).reach).toBe('complained');
  });
});

describe('execution-ended', () => {
  const ended = (applicantId: string) => ({
    source: 'aws.states',
    detail: {
      status: 'ABORTED',
      input: JSON.stringify({ applicantId, rotationId: 'r1', run: 1 }),
    },
  });

  test('opens the next run of each, and leaves what is no such event to come again', async () => {
    await put({ ...aliceWith({ run: 1, wait: FIRST_WAIT }), id: 'cora' });
    const events = records(ended('cora'), { detail: { status: 'SUCCEEDED' } });
    expect(await executionEnded(events)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect((await read('cora')).runs.r1).toMatchObject({ run: 2 });
  });

  test('leaves an end to come again while the table is away', async () => {
    await put({ ...aliceWith({ run: 1, wait: FIRST_WAIT }), id: 'dora' });
    await whileTableIsAway(async () => {
      const answer = await executionEnded(records(ended('dora')));
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    });
    expect((await read('dora')).runs.r1).toMatchObject({ run: 1 });
    expect(await executionEnded(records(ended('dora')))).toEqual({ batchItemFailures: [] });
    expect((await read('dora')).runs.r1).toMatchObject({ run: 2 });
  });
});

describe('nudge', () => {
  const visit = (personId: string) => nudge(records({ kind: 'applicant', personId }));
  const asks = (id: string, now: Instant) => {
    const asking = alice({ id, dueAt: now, causes: [{ id: 'asked', stream: 'link', at: now }] });
    const { facts } = asking;
    const profile = { ...facts.profile, address: `${id}@example.org` };
    return put({ ...asking, facts: { ...facts, profile } });
  };
  const delays = () =>
    sqs
      .commandCalls(SendMessageBatchCommand)
      .flatMap(({ args }) => args[0].input.Entries ?? [])
      .map(({ MessageBody, DelaySeconds }) => [MessageBody, DelaySeconds]);

  test('asks for a visit within a minute when an email that was asked for is refused', async () => {
    const now = systemClock.now();
    await asks('edda', now);
    const message = 'Email address is not verified: edda@example.org';
    ses
      .on(SendRawEmailCommand)
      .rejects(new MessageRejected({ message, $metadata: { httpStatusCode: 400 } }));
    expect(await visit('edda')).toEqual({ batchItemFailures: [] });

    const [[body, seconds] = []] = delays();
    expect(body).toBe('{"kind":"applicant","personId":"edda"}');
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await read('edda')).dueAt <= plusMs(now, MINUTE_MS)).toBe(true);
    const { code, reason } = JSON.parse(lines.find((line) => line.includes('not-accepted')) ?? '');
    expect([code, reason]).toEqual(['MessageRejected', message.replace(/\S+@\S+/, '[address]')]);
    expect(lines.join()).not.toContain('@example.org');
  });

  test('asks for none when it left', async () => {
    await asks('fay', systemClock.now());
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
    await visit('fay');
    // By day a digest follows it.
    expect((await read('fay')).emails[0]).toMatchObject({ stream: 'link', status: 'sent' });
    expect(delays()).toEqual([]);
  });

  test('leaves a foreign message to come again', async () => {
    const answer = await nudge(records({ kind: 'nobody', personId: 'x' }));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });
});

async function whileTableIsAway(act: () => Promise<void>): Promise<void> {
  const away = vi.spyOn(DynamoDBClient.prototype, 'send').mockRejectedValue(new Error('away'));
  try {
    await act();
  } finally {
    away.mockRestore();
  }
}
