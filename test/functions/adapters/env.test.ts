import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from '#functions/adapters/env.ts';

const LIVE = {
  AWAY_SMTP_URL: 'smtps://user:secret@mail.example.org:465',
  AWAY_URL: 'https://rotations.example.org/',
  AWAY_REPLY_TO: 'office@school.example.org',
};

describe('the environment', () => {
  test('says nothing: the demo, in the project folder', () => {
    const env = readEnv({ HOME: '/somewhere', PORT: '', AWAY_NOW: ' ' });
    expect(env).toEqual({
      ok: true,
      value: { port: 8090, dataFolder: expect.stringMatching(/[\\/]\.away$/) },
    });
    expect(env.ok && isAbsolute(env.value.dataFolder)).toBe(true);
  });

  test('names a port and a folder', () => {
    const env = readEnv({ PORT: '9000', AWAY_DATA: 'data' });
    expect(env).toMatchObject({ ok: true, value: { port: 9000 } });
    expect(env.ok && isAbsolute(env.value.dataFolder)).toBe(true);
  });

  test.each([
    ['2026-11-23', '2026-11-23T05:00:00.000Z'],
    ['2026-11-23T15:00:00Z', '2026-11-23T15:00:00.000Z'],
    ['2026-11-23T10:00:00-05:00', '2026-11-23T15:00:00.000Z'],
  ])('starts the clock at %s: a day begins in Eastern time', (now, startAt) => {
    expect(readEnv({ AWAY_NOW: now })).toMatchObject({ ok: true, value: { startAt } });
  });

  test('names a mail server and the public address, and the sender follows', () => {
    expect(readEnv(LIVE)).toMatchObject({
      ok: true,
      value: {
        smtpUrl: LIVE.AWAY_SMTP_URL,
        publicUrl: 'https://rotations.example.org',
        from: 'rotations@rotations.example.org',
        replyTo: 'office@school.example.org',
      },
    });
  });

  test('names the sender', () => {
    expect(readEnv({ ...LIVE, AWAY_FROM: 'away@school.example.org' })).toMatchObject({
      ok: true,
      value: { from: 'away@school.example.org', replyTo: 'office@school.example.org' },
    });
  });

  test('sends answers to the sender where it names no other mailbox', () => {
    const { AWAY_REPLY_TO: _, ...live } = LIVE;
    expect(readEnv({ ...live, AWAY_FROM: 'away@school.example.org' })).toMatchObject({
      ok: true,
      value: { replyTo: 'away@school.example.org' },
    });
  });
});

describe('one sentence names the variable and an example', () => {
  test.each([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '80.5' }],
    ['AWAY_NOW', { AWAY_NOW: 'tomorrow' }],
    ['AWAY_NOW', { AWAY_NOW: '2027-02-30' }],
    ['AWAY_NOW', { AWAY_NOW: '2026-11-23T15:00:00' }],
    ['AWAY_NOW', { AWAY_NOW: '1926-11-23T15:00:00Z' }],
    ['AWAY_SMTP_URL', { ...LIVE, AWAY_SMTP_URL: 'mail.example.org' }],
    ['AWAY_URL', { ...LIVE, AWAY_URL: 'http://rotations.example.org' }],
    ['AWAY_URL', { ...LIVE, AWAY_URL: 'https://rotations.example.org/?a=b' }],
    ['AWAY_URL', { AWAY_SMTP_URL: LIVE.AWAY_SMTP_URL }],
    ['AWAY_REPLY_TO', { AWAY_SMTP_URL: LIVE.AWAY_SMTP_URL, AWAY_URL: LIVE.AWAY_URL }],
    ['AWAY_REPLY_TO', { ...LIVE, AWAY_REPLY_TO: 'the office' }],
    ['AWAY_FROM', { ...LIVE, AWAY_FROM: 'Away Rotations' }],
  ])('%s of %j', (name, env) => {
    const read = readEnv(env);
    expect(read).toMatchObject({ ok: false, failure: expect.stringContaining(`such as ${name}=`) });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  test('a virtual clock and real email do not go together', () => {
    expect(readEnv({ ...LIVE, AWAY_NOW: '2026-11-23' })).toMatchObject({
      ok: false,
      failure: expect.stringContaining('AWAY_NOW'),
    });
  });
});

test.each([
  ['X-Forwarded-For', { ok: true, value: { proxyHeader: 'X-Forwarded-For' } }],
  ['x real ip', { ok: false, failure: expect.stringContaining('AWAY_PROXY=X-Forwarded-For') }],
])('AWAY_PROXY=%s names a header, or is refused', (AWAY_PROXY, answer) => {
  expect(readEnv({ AWAY_PROXY })).toMatchObject(answer);
});
