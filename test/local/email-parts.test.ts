import { expect, test } from 'vitest';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { emailParts } from '#infra/local/email-parts.ts';
import type { Email } from '#shared/store/mailer.ts';
import { MONDAY } from './small-demo.ts';

const makeMime = mimeFrom('plan@example.org');
const LONG =
  'A line that is a good deal longer than the seventy-six columns of an encoded line = 1. '.repeat(
    9,
  );

test.each([
  ['plain words', 'Hello Alice.\n', '<html><head></head><body><p>Hello Alice.</p></body></html>\n'],
  ['lines that are folded in transit', `${LONG}\n`, `<html><body>${LONG}</body></html>\n`],
  ['letters of other scripts', 'Fernández, 北海道, नमस्ते = ok\n', '<p>Łódź – “quoted” = ok</p>\n'],
  ['a dot and a dash at the start of a line', '.\n--\n-- x\nFrom here\n', '<p>.</p>\n'],
  ['only Cyrillic letters', `${'ё'.repeat(500)}\n`, `<p>${'ё'.repeat(500)}</p>\n`],
])('%s come out as they went in', async (_, text, html) => {
  const email: Email = {
    to: { name: 'Alice Mathew', address: 'alice@example.org' },
    subject: 'Due Fri, Dec 4: answer Brown',
    text,
    html,
  };
  const parts = emailParts(
    await makeMime(email, { kind: 'applicant', personId: 'alice', n: 1 }, MONDAY),
  );
  expect(parts.text.trimEnd()).toBe(text.trimEnd());
  expect(parts.html.trimEnd()).toBe(html.trimEnd());
  expect(parts.headers).toContain('Subject: Due Fri, Dec 4: answer Brown');
});

test.each(['', 'no header at all', 'Subject: x\n\nonly a body'])(
  'a message that is not ours is shown without alternatives: %j',
  (raw) => {
    const { text, html } = emailParts(raw);
    expect([text, html]).toEqual(['', '']);
  },
);
