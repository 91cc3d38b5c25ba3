import { describe, expect, test } from 'vitest';
import { mimeOf } from '#functions/adapters/mime.ts';
import { emailParts } from '#infra/local/email-parts.ts';
import type { Email } from '#shared/store/mailer.ts';
import { DANA, MONDAY } from '../../cast.ts';

const IDENTITY = {
  from: { name: 'Away Rotations', address: 'rotations@school.example.org' },
  replyTo: DANA,
  messageIdDomain: 'school.example.org',
};
const TAG = { kind: 'applicant', personId: 'alice', n: 7 } as const;
const MAIL: Email = {
  to: { name: 'Alice Mathew', address: 'alice@example.org' },
  subject: 'Due Fri, Sep 3: TB test',
  text: 'Hello Alice,\nplease send it.\n',
  html: '<p>Hello Alice,</p><p>please send it.</p>',
};

test('an email says when it was made, who it is for and from, and which email it is', async () => {
  const { headers } = read(await make(MAIL));
  expect(headers).toMatchObject({
    from: 'Away Rotations <rotations@school.example.org>',
    to: 'Alice Mathew <alice@example.org>',
    'reply-to': 'Dana Advisor <dana@school.example.org>',
    subject: 'Due Fri, Sep 3: TB test',
    date: 'Mon, 23 Nov 2026 15:00:00 +0000',
    'message-id': '<alice.7@school.example.org>',
    'x-away-person': 'alice',
    'x-away-email': '7',
    'auto-submitted': 'auto-generated',
    'mime-version': '1.0',
  });
});

test('holds text and HTML as alternatives in UTF-8, the text first', async () => {
  const raw = await make({ ...MAIL, text: 'Grüße, मैथ्यू', html: '<p>Grüße, मैथ्यू</p>' });
  expect(read(raw).headers['content-type']).toMatch(/^multipart\/alternative/);
  const parts = [...raw.matchAll(/Content-Type: (text\/\w+; charset=utf-8)/g)].map(
    ([, type]) => type,
  );
  expect(parts).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
  expect([...raw].every((letter) => letter.charCodeAt(0) < 128)).toBe(true);
  expect(raw).toContain(Buffer.from('Grüße, मैथ्यू').toString('base64'));
});

test('holds its dates as a calendar part and as a file, and still reads in text and HTML', async () => {
  const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR';
  const raw = await make({ ...MAIL, calendar });
  const types = [...raw.matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type);
  expect(types).toEqual([
    'multipart/mixed',
    'multipart/alternative',
    'text/plain',
    'text/html',
    'text/calendar',
    'application/ics',
  ]);
  expect(raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/);
  expect(emailParts(raw)).toMatchObject({ text: MAIL.text, html: MAIL.html });
  expect(await make({ ...MAIL, calendar })).toBe(raw);
});

describe('automatic replies', () => {
  test('are declined by every email', async () => {
    const { headers } = read(await make(MAIL));
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
    });
  });

  test('are declined as those to a list by an email of a series, and not by one that was asked for', async () => {
    const unsubscribeUrl = 'https://rotations.example.org/u/a';
    expect(read(await make({ ...MAIL, unsubscribeUrl })).headers.precedence).toBe('bulk');
    expect(read(await make(MAIL)).headers).not.toHaveProperty('precedence');
  });
});

test('is the same bytes each time, with the line ends of email', async () => {
  const raw = await make(MAIL);
  expect(await make(MAIL)).toBe(raw);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

describe('unsubscribing', () => {
  const LONG = `https://rotations.example.org/u/${'x'.repeat(300)}`;

  test('is one click, its address in one piece however long', async () => {
    const raw = await make({ ...MAIL, unsubscribeUrl: LONG });
    expect(raw).toContain(`\r\nList-Unsubscribe: <${LONG}>\r\n`);
    expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  test('is not offered by an email that nobody subscribed to', async () => {
    expect(await make(MAIL)).not.toContain('List-Unsubscribe');
  });
});

describe('no header can be forged', () => {
  const FORGED = 'Hello\r\nBcc: everybody@example.org\r\n\r\nbody';

  test('by a subject', async () => {
    const { headers } = read(await make({ ...MAIL, subject: FORGED }));
    expect(headers).not.toHaveProperty('bcc');
    expect(headers.subject).toBe('Hello Bcc: everybody@example.org body');
  });

  test('by a name', async () => {
    const { headers } = read(
      await make({ ...MAIL, to: { ...MAIL.to, name: `${FORGED}" <x@y.org>, ` } }),
    );
    expect(headers).not.toHaveProperty('bcc');
    expect(headers.to?.endsWith('<alice@example.org>')).toBe(true);
    expect(headers.to?.match(/<[^>]*>/g)?.at(-1)).toBe('<alice@example.org>');
    expect(headers.to).toMatch(/^"|^=\?/);
  });

  test('by an unsubscribe address', async () => {
    const unsubscribeUrl = 'https://rotations.example.org/u/a\r\nBcc: everybody@example.org';
    expect(read(await make({ ...MAIL, unsubscribeUrl })).headers).not.toHaveProperty('bcc');
  });

  test.each([
    'alice@example.org\r\nBcc: bob@example.org',
    'alice@example.org, bob@example.org',
    'Alice <alice@example.org>',
  ])('by an address: %j makes no email', async (address) => {
    await expect(make({ ...MAIL, to: { name: 'Alice', address } })).rejects.toThrow(
      /not one plain address/,
    );
  });
});

test('a body cannot name a file to be read into it', async () => {
  const html = { path: '/etc/hostname' } as unknown as string;
  await expect(make({ ...MAIL, html })).rejects.toThrow();
});

function make(email: Email): Promise<string> {
  return mimeOf(email, TAG, IDENTITY, MONDAY);
}

/** The headers of a raw message, unfolded, names in lower case. */
function read(raw: string): { headers: Record<string, string> } {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return {
    headers: Object.fromEntries(
      lines.map((line) => {
        const cut = line.indexOf(': ');
        return [line.slice(0, cut).toLowerCase(), line.slice(cut + 2)];
      }),
    ),
  };
}
