import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  AccountSendingPausedException,
  ConfigurationSetDoesNotExistException,
  MailFromDomainNotVerifiedException,
  MessageRejected,
  SESClient,
  SESServiceException,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Log, lineOf } from '#functions/adapters/log.ts';
import { type MakeMime, mimeOf } from '#functions/adapters/mime.ts';
import { sesClient, sesMailer } from '#functions/adapters/ses-mailer.ts';
import { HOUR_MS } from '#shared/base/time/instant.ts';
import type { Email, Mailer } from '#shared/store/mailer.ts';
import { MONDAY } from '../../cast.ts';

const MAIL: Email = {
  to: { name: 'Alice Mathew', address: 'alice@example.org' },
  subject: 'Due Fri, Sep 3: TB test',
  text: 'One thing to do.',
  html: '<p>One thing to do.</p>',
};
const TAG = { kind: 'applicant', personId: 'alice_A-1', n: 3 } as const;
const FROM = 'rotations@school.example.org';
const identity = {
  from: { name: 'Away Rotations', address: FROM },
  messageIdDomain: 'school.example.org',
};

const client = clientOf();
const ses = mockClient(client);
beforeEach(() => ses.reset());

const SETTINGS = { from: FROM, configurationSet: 'away' };
const makeMime: MakeMime = (email, tag, now) => mimeOf(email, tag, identity, now);
const lines: string[] = [];
const log: Log = (...line) => void lines.push(lineOf(...line));
beforeEach(() => lines.splice(0));
const mailer = sesMailer(client, SETTINGS, makeMime, log);
const deliver = () => mailer.deliver(MAIL, TAG, MONDAY);

describe('an email that SES accepts', () => {
  test('is one raw message to one person, tagged with person and n, under the configuration set', async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
    expect(await deliver()).toEqual({ outcome: 'accepted' });
    const [call, ...others] = ses.commandCalls(SendRawEmailCommand);
    expect(others).toEqual([]);
    const { RawMessage, ...input } = call?.args[0].input ?? {};
    expect(input).toEqual({
      Source: FROM,
      Destinations: ['alice@example.org'],
      ConfigurationSetName: 'away',
      Tags: [
        { Name: 'kind', Value: 'applicant' },
        { Name: 'person', Value: 'alice_A-1' },
        { Name: 'n', Value: '3' },
      ],
    });
    const raw = Buffer.from(RawMessage?.Data ?? []).toString('utf8');
    expect(raw).toContain('Message-ID: <alice_A-1.3@school.example.org>');
    expect(raw).toContain('One thing to do.');
  });

  test('may be proved by an event until an hour after its lease', () => {
    expect(mailer.evidenceMs).toBe(HOUR_MS);
  });
});

describe('an email that SES refuses for certain', () => {
  const metadata = { $metadata: { httpStatusCode: 400 } };
  const answered = (name: string, message = '') =>
    new SESServiceException({ name, message, $fault: 'client', ...metadata });

  test.each([
    [
      'SES answered 400 MessageRejected',
      new MessageRejected({ message: 'not verified: alice@example.org', ...metadata }),
    ],
    [
      'SES answered 400 MailFromDomainNotVerifiedException',
      new MailFromDomainNotVerifiedException({ message: '', ...metadata }),
    ],
    [
      'SES answered 400 AccountSendingPausedException',
      new AccountSendingPausedException({ message: '', ...metadata }),
    ],
    [
      'SES answered 400 ConfigurationSetDoesNotExistException',
      new ConfigurationSetDoesNotExistException({ message: '', ...metadata }),
    ],
    [
      'SES answered 400 Throttling (sending rate)',
      answered('Throttling', 'Maximum sending rate exceeded.'),
    ],
    [
      'SES answered 400 Throttling (daily quota)',
      answered('Throttling', 'Daily message quota exceeded.'),
    ],
    ['SES answered 400 AccessDenied', answered('AccessDenied')],
  ])('%s', async (reason, error) => {
    ses.on(SendRawEmailCommand).rejects(error);
    expect(await deliver()).toEqual({ outcome: 'refused', reason });
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])(
    'since SES was not reached: %s',
    async (code) => {
      ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('connect'), { code }));
      expect(await deliver()).toEqual({
        outcome: 'refused',
        reason: `SES was not reached (${code})`,
      });
    },
  );
});

describe('the log line of an email that SES did not take', () => {
  const readers = [
    'alice@example.org',
    "o'brien+ir@example.org",
    'Ünïcode@exämple.org',
    'a(b)c@example.org',
  ];
  test.each(readers)('does not hold its reader %s', async (address) => {
    const message = `Email address is not verified. These identities failed the check: ${address}, ${FROM}`;
    ses
      .on(SendRawEmailCommand)
      .rejects(new MessageRejected({ message, $metadata: { httpStatusCode: 400 } }));
    const to = { ...MAIL.to, address };
    await sesMailer(client, SETTINGS, async () => 'raw', log).deliver({ ...MAIL, to }, TAG, MONDAY);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"code":"MessageRejected","reason":"Email address is not verified.');
    expect(lines[0]).not.toMatch(/@|brien|a\(b/);
  });

  test('says that it could not be made', async () => {
    const unmade: MakeMime = () => Promise.reject(new Error('for alice@example.org'));
    await sesMailer(client, SETTINGS, unmade, log).deliver(MAIL, TAG, MONDAY);
    expect(lines.join()).toContain('"code":"not-made","reason":"the message could not be made"');
  });

  test('is not there for one that it took', async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
    await deliver();
    expect(lines).toEqual([]);
  });
});

describe('an email whose outcome is unknown', () => {
  test.each([500, 503, 408])('SES answered %s', async (httpStatusCode) => {
    ses.on(SendRawEmailCommand).rejects(
      new SESServiceException({
        name: 'ServiceUnavailable',
        message: 'alice@example.org',
        $fault: 'server',
        $metadata: { httpStatusCode },
      }),
    );
    expect(await deliver()).toEqual({
      outcome: 'unknown',
      reason: `SES answered ${httpStatusCode} ServiceUnavailable`,
    });
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });

  test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('the connection was lost: %s', async (code) => {
    ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('socket'), { code }));
    expect(await deliver()).toEqual({ outcome: 'unknown', reason: `no answer from SES (${code})` });
  });
});

describe('on the wire', () => {
  let requestCount: number;
  let answer: { status: number; code: string; words: string } | 'silence';
  const server = createServer((request, response) => {
    requestCount += 1;
    request.resume();
    if (answer === 'silence') return;
    const { status, code, words } = answer;
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${words}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
    );
  });
  let onWire: Mailer;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${port}`;
    onWire = sesMailer(clientOf({ endpoint }), { ...SETTINGS, timeoutMs: 300 }, makeMime, log);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requestCount = 0;
  });

  test.each([
    [400, 'MessageRejected', 'Email address is not verified: alice@example.org'],
    [400, 'AccountSendingPausedException', 'Email sending for your account is disabled'],
    [400, 'Throttling', 'Maximum sending rate exceeded.'],
    [403, 'InvalidClientTokenId', 'The security token is invalid.'],
  ])('an answer of %s %s is a refusal, without its words', async (status, code, words) => {
    answer = { status, code, words };
    const delivery = await onWire.deliver(MAIL, TAG, MONDAY);
    expect(delivery).toMatchObject({ outcome: 'refused' });
    expect(JSON.stringify(delivery)).toContain(`SES answered ${status} ${code}`);
    expect(JSON.stringify(delivery)).not.toContain('@');
    expect(requestCount).toBe(1);
    const reason = words.replace('alice@example.org', '[address]');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'warn',
        event: 'email-not-accepted',
        personId: 'alice_A-1',
        emailN: 3,
        code,
        reason,
      },
    ]);
  });

  test('an answer of 503 tells nothing, and nobody asks again', async () => {
    answer = { status: 503, code: 'ServiceUnavailable', words: 'later' };
    expect(await onWire.deliver(MAIL, TAG, MONDAY)).toMatchObject({ outcome: 'unknown' });
    expect(requestCount).toBe(1);
  });

  test('a silent SES is given up in time, without a second attempt', async () => {
    answer = 'silence';
    expect(await onWire.deliver(MAIL, TAG, MONDAY)).toEqual({
      outcome: 'unknown',
      reason: 'no answer from SES (AbortError)',
    });
    expect(requestCount).toBe(1);
  });

  test('the client that is deployed makes one attempt', async () => {
    expect(await sesClient().config.maxAttempts()).toBe(1);
  });
});

function clientOf(options: { endpoint?: string } = {}): SESClient {
  return new SESClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    ...options,
  });
}
