import { describe, expect, test } from 'vitest';
import { lineOf } from '#functions/adapters/log.ts';
import { signLink } from '#shared/base/links/link.ts';
import { MONDAY } from '../../cast.ts';

const KEYS = { current: { id: 'k1', secret: new Uint8Array(32).fill(7) }, previous: [] };
const TOKEN = await signLink(KEYS, { personId: 'alice', purpose: 'answer', epoch: 0 }, MONDAY, 60);

describe('a line', () => {
  test('says level, event and the fields of the list', () => {
    const line = lineOf('info', 'sweep ended', { at: MONDAY, due: 3, sent: 2, finished: true });
    expect(line).toBe(
      `{"level":"info","event":"sweep ended","at":"${MONDAY}","due":3,"sent":2,"finished":true}`,
    );
  });

  test('keeps ids, codes and sentences as they are', () => {
    const fields = {
      personId: 'p_Xy-19aBcDeFgHiJkLmNo',
      reason: 'the mail server answered 550 5.1.1 to RCPT TO',
    };
    expect(JSON.parse(lineOf('warn', 'email refused', fields))).toMatchObject(fields);
  });

  test('says what an error was, and what caused it', () => {
    const error = new Error('the write failed', { cause: new TypeError('disk is full') });
    expect(JSON.parse(lineOf('error', 'visit failed', { error }))).toMatchObject({
      error: {
        name: 'Error',
        message: 'the write failed',
        stack: expect.stringContaining('log.test.ts'),
        cause: { name: 'TypeError', message: 'disk is full' },
      },
    });
  });

  test('is one line', () => {
    expect(
      lineOf('error', 'two\nlines', { reason: 'a\r\nb', error: new Error('c\nd') }),
    ).not.toMatch(/[\r\n]/);
  });
});

describe('no line says who or opens a page', () => {
  const ADDRESSES = [
    'alice@example.org',
    'Alice.O-Neill+away@mail.example.co.uk',
    'मैथ्यू@उदाहरण.भारत',
    'alice%40example.org',
  ];
  const SENTENCES = (secret: string) => [
    secret,
    `550 5.1.1 <${secret}>: unknown`,
    `{"address":"${secret}"}`,
    `a=${secret}&b=2`,
    `mailto:${secret}?subject=x`,
    `https://away.example.org/a/${secret}/r/r1`,
  ];

  test.each(ADDRESSES.flatMap(SENTENCES))('address: %s', (text) => {
    expectSilent(text, ['alice@', 'alice%40', 'O-Neill', 'मैथ्यू', 'example.org>', 'उदाहरण']);
  });

  test.each([...SENTENCES(TOKEN), TOKEN.slice(0, 40), `/u/${TOKEN.slice(5)}`, TOKEN.slice(5)])(
    'token: %s',
    (text) => {
      expectSilent(
        text,
        TOKEN.split('.').map((part) => part.slice(8, 30)),
      );
    },
  );

  test('a mail server’s login', () => {
    expectSilent('connecting to smtps://away:hunter2@mail.example.org:465', ['hunter2', 'away:']);
  });

  test('a field that is not on the list is counted, not shown', () => {
    const fields = { personId: 'alice', name: 'Alice Mathew', body: 'x' };
    expect(JSON.parse(lineOf('info', 'planted', fields))).toEqual({
      level: 'info',
      event: 'planted',
      personId: 'alice',
      fieldsLeftOut: 2,
    });
  });

  test('an object under a known name is not shown', () => {
    const fields = { reason: { name: 'Alice Mathew' } } as unknown as { reason: string };
    expect(lineOf('info', 'planted', fields)).not.toContain('Mathew');
  });
});

test('a line stays short, whatever it is given', () => {
  const long = `${'a'.repeat(200_000)} ${'b.'.repeat(100_000)} ${'@'.repeat(50_000)}`;
  expect(lineOf('info', long, { reason: long, error: new Error(long) }).length).toBeLessThan(9000);
});

/** In every place a text can come from. */
function expectSilent(text: string, secrets: readonly string[]): void {
  const error = new Error(`while handling ${text}`, { cause: text });
  const line = lineOf('error', `seen ${text}`, { reason: text, error });
  for (const secret of secrets) expect(line).not.toContain(secret);
}
