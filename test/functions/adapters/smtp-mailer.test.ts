/** Which endings of a sending are certain. Whatever is not certain must be called unknown. */
import { afterEach, describe, expect, test } from 'vitest';
import { smtpMailer } from '#functions/adapters/smtp-mailer.ts';
import { DAY_MS } from '#shared/base/time/instant.ts';
import type { Blame } from '#shared/people/person/email-record.ts';
import type { Delivery, Email } from '#shared/store/mailer.ts';
import { MONDAY } from '../../cast.ts';
import { type SmtpStandIn, type SmtpStory, smtpStandIn } from './smtp-stand-in.ts';

const RAW = 'Subject: Hello\r\n\r\nHello Alice,\r\n.a line that begins with a dot\r\n';
const MAIL = {
  to: { name: 'Alice', address: 'alice@example.org' },
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
};

let server: SmtpStandIn;
afterEach(() => server.close());

describe('accepted', () => {
  test('when the server took the whole email', async () => {
    expect(await sendTo({})).toEqual({ outcome: 'accepted' });
    expect(server.bodies).toEqual([RAW.replace('\r\n.a', '\r\n..a').trimEnd()]);
  });

  test('also after a login', async () => {
    const login = { ehlo: '250-hello\r\n250 AUTH PLAIN' };
    expect(await sendTo(login, 'rotations:pass%40word@')).toEqual({ outcome: 'accepted' });
  });

  test('also when the connection is lost at the goodbye', async () => {
    expect(await sendTo({ quit: 'drop' })).toEqual({ outcome: 'accepted' });
  });

  test('even by a server that gets the envelope in one packet', async () => {
    const ehlo = '250-hello\r\n250 PIPELINING';
    expect(await sendTo({ ehlo })).toEqual({ outcome: 'accepted' });
  });
});

describe('refused for certain', () => {
  test.each<[string, SmtpStory, RegExp, Blame]>([
    ['an unwelcoming greeting', { greeting: '554 no service' }, /554/, 'sender'],
    ['a connection closed before the greeting', { greeting: 'drop' }, /no answer/, 'sender'],
    ['a refused sender', { mail: '451 4.3.0 later' }, /451 4\.3\.0 to MAIL FROM/, 'sender'],
    ['a sender nobody knows', { mail: '550 5.1.8 bad sender' }, /550 5\.1\.8/, 'sender'],
    [
      'an unknown reader',
      { rcpt: '550 5.1.1 <alice@example.org> unknown' },
      /550 5\.1\.1 to RCPT TO/,
      'address',
    ],
    ['a reader unknown in words', { rcpt: '550 No such user here' }, /550 to RCPT TO/, 'address'],
    ['a full mailbox', { rcpt: '452 4.2.2 mailbox full' }, /452 4\.2\.2 to RCPT TO/, 'mailbox'],
    ['a mailbox full at the end', { body: '552 5.2.2 over quota' }, /552 5\.2\.2/, 'mailbox'],
    ['a reader unknown at the end', { body: '550 5.1.1 unknown' }, /550 5\.1\.1/, 'address'],
    ['a refusal to relay', { rcpt: '554 5.7.1 relay access denied' }, /554 5\.7\.1/, 'sender'],
    ['a refusal to relay in words', { rcpt: '550 relay not permitted' }, /550 to/, 'sender'],
    ['a server that is shutting down', { rcpt: '421 4.3.2 shutting down' }, /421/, 'sender'],
    ['a refused beginning of the body', { data: '554 no' }, /554 to DATA/, 'sender'],
    ['a refused end of the body', { body: '552 5.3.4 too large' }, /552 5\.3\.4/, 'sender'],
    ['a body put off', { body: '451 4.7.1 greylisted' }, /451 4\.7\.1 to DATA/, 'sender'],
    ['a connection lost before the body', { data: 'drop' }, /no answer/, 'sender'],
    ['a server silent before the body', { data: 'hang' }, /ETIMEDOUT/, 'sender'],
    ['a greeting that goes on forever', { greeting: 'drip' }, /ETIMEDOUT/, 'sender'],
    ['a server silent from the start', { greeting: 'hang' }, /ETIMEDOUT/, 'sender'],
  ])('after %s', async (_, story, reason, blames) => {
    const delivery = await sendTo(story);
    expect(delivery).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(reason),
      blames,
    });
    expect(delivery).not.toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('@'),
    });
  });

  test('after a refused login', async () => {
    const story = { ehlo: '250-hello\r\n250 AUTH PLAIN', auth: '535 5.7.8 rotations@x.org: no' };
    expect(await sendTo(story, 'rotations:wrong@')).toEqual({
      outcome: 'refused',
      reason: 'the mail server answered 535 5.7.8 to AUTH PLAIN',
      blames: 'sender',
    });
  });

  test('where nobody listens', async () => {
    server = await smtpStandIn();
    const { port } = server;
    await server.close();
    const delivery = await mailer(`smtp://127.0.0.1:${port}`).deliver(MAIL, TAG, MONDAY);
    server = await smtpStandIn();
    expect(delivery).toMatchObject({ outcome: 'refused' });
  });
});

describe('unknown', () => {
  test.each<[string, SmtpStory]>([
    ['the connection is lost after the body', { body: 'drop' }],
    ['the server is silent after the body', { body: 'hang' }],
    ['the server answers the body with what is no answer', { body: '354 go on' }],
    ['the server answers the body with nonsense', { body: 'well' }],
    ['the answer to the body goes on forever', { body: 'drip' }],
    ['the answer to the body is never finished', { body: '250-queued' }],
  ])('when %s', async (_, story) => {
    const delivery = await sendTo(story);
    expect(server.bodies).toHaveLength(1);
    expect(delivery).toMatchObject({ outcome: 'unknown' });
  });
});

describe('with a copy to the address before', () => {
  const also = 'old@example.org';

  test('is refused where the reader’s own mailbox is, although the old one takes it', async () => {
    server = await smtpStandIn({ rcpt: '550 5.1.1 unknown', secondRcpt: '250 ok' });
    expect(await deliver({ ...MAIL, also })).toMatchObject({
      outcome: 'refused',
      blames: 'address',
    });
  });

  test('is accepted where only the old mailbox is gone', async () => {
    server = await smtpStandIn({ secondRcpt: '550 5.1.1 unknown' });
    expect(await deliver({ ...MAIL, also })).toEqual({ outcome: 'accepted' });
  });
});

test('one email is one connection and one attempt, whatever comes of it', async () => {
  await sendTo({ body: '451 4.7.1 later' });
  expect(server.connections()).toBe(1);
});

test('an open claim waits for the next day: no evidence comes by this way', async () => {
  server = await smtpStandIn();
  expect(mailer('smtp://127.0.0.1:25').evidenceMs).toBe(DAY_MS);
});

const TAG = { kind: 'applicant', personId: 'alice', n: 1 } as const;

async function sendTo(story: SmtpStory, login = ''): Promise<Delivery> {
  server = await smtpStandIn(story);
  return deliver(MAIL, login);
}

function deliver(email: Email, login = ''): Promise<Delivery> {
  return mailer(`smtp://${login}127.0.0.1:${server.port}`).deliver(email, TAG, MONDAY);
}

function mailer(url: string) {
  const settings = { url, envelopeFrom: 'rotations@example.org', timeoutMs: 400 };
  return smtpMailer(settings, async () => RAW);
}
