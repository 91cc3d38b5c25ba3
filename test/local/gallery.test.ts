/** Every email the product can send, checked against what email programs support. */
import { beforeAll, describe, expect, test } from 'vitest';
import { galleryEmails } from '#infra/local/gallery/emails.ts';
import type { GalleryEmail } from '#infra/local/gallery/gallery-email.ts';
import { peopleIn } from '#infra/local/gallery-routes.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { streamSchema } from '#shared/people/person/email-record.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { contrastOf, worstContrasts } from './contrast.ts';
import { seededDemo } from './seeded-demo.ts';
import { BASE_URL } from './small-demo.ts';

const NOW: Instant = '2026-11-23T21:30:00.000Z';
const SHOWN = { world: PUBLISHED_WORLD, now: NOW, baseUrl: BASE_URL };
/** Gmail clips a message after 102 kB. */
const HTML_BYTES_MAX = 102 * 1024;

/** A writer's steps, which no day loses: no applicant is emailed about them. */
const OF_WRITERS = ['letter-agreed', 'letter-uploaded'];

let emails: GalleryEmail[] = [];
beforeAll(async () => {
  const parts = await seededDemo(NOW);
  emails = galleryEmails({ ...(await peopleIn(parts.store)), ...SHOWN });
});

describe('the gallery has', () => {
  test('an email of every stream', () => {
    expect(new Set(emails.map(({ stream }) => stream))).toEqual(new Set(streamSchema.options));
  });

  test('an email of every rule', () => {
    const rules = emails.flatMap(({ rule, stream }) => (stream === 'digest' && rule ? [rule] : []));
    const said = MATTER_RULES.filter((rule) => !OF_WRITERS.includes(rule));
    expect(rules.toSorted()).toEqual(said.toSorted());
  });

  test('an overview of steps ahead, and of missed steps alone', () => {
    const subjects = new Map(emails.map(({ id, email }) => [id, email.subject]));
    expect(subjects.get('overview')).toMatch(/^Ahead: /);
    expect(subjects.get('overview-late')).toMatch(
      /^Still open: .+, (was due|should have started by) /,
    );
  });

  test('each under its own address', () => {
    expect(new Set(emails.map(({ id }) => id)).size).toBe(emails.length);
  });
});

describe('every email', () => {
  test('ends each sentence with one mark', () => {
    for (const { id, email } of emails) expect(email.text, id).not.toMatch(/[?!]\.(\s|$)/m);
  });

  test('is styled inline, except for the one block for dark mode', () => {
    for (const { id, email } of emails) {
      const blocks = [...email.html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
      expect(blocks, id).toHaveLength(1);
      expect(blocks[0]?.[1]?.trim(), id).toMatch(
        /^@media \(prefers-color-scheme: dark\) \{[\s\S]*\}$/,
      );
      expect(email.html, id).not.toMatch(/<link\b|@import|@font-face/i);
    }
  });

  test('loads nothing and runs nothing', () => {
    for (const { id, email } of emails) {
      expect(email.html, id).not.toMatch(
        /<script|<iframe|<form|<object|<svg|url\(|\son\w+=|javascript:/i,
      );
      const images = [...email.html.matchAll(/<img\b[^>]*>/gi)].map(([tag]) => tag);
      expect(
        images.filter((tag) => !/alt="/.test(tag) || /src="https?:/.test(tag)),
        id,
      ).toEqual([]);
    }
  });

  test('is one column of at most 600 pixels', () => {
    for (const { id, email } of emails) {
      const widths = [...email.html.matchAll(/(?:width="|width:)(\d+)(?!%)/g)].map(([, px]) =>
        Number(px),
      );
      expect(Math.max(...widths), id).toBeLessThanOrEqual(600);
      expect(email.html, id).not.toMatch(
        /position:|float:|display:(flex|grid)|<td[^>]*>\s*<\/td>\s*<td/,
      );
      // The address of a source can be wider than a phone.
      expect(email.html, id).toContain('word-break:break-word;overflow-wrap:anywhere;');
      const tables = [...email.html.matchAll(/<table\b[^>]*>/g)].map(([tag]) => tag);
      expect(
        tables.every((tag) => tag.includes('role="presentation"')),
        id,
      ).toBe(true);
    }
  });

  test('is small enough not to be clipped', () => {
    for (const { id, email } of emails) {
      expect(Buffer.byteLength(email.html), id).toBeLessThan(HTML_BYTES_MAX);
    }
  });

  test('has a contrast of at least 4.5 to 1, in light and in dark', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    const faint = '<body style="background:#ffffff;"><p style="color:#999999;">faint</p></body>';
    expect(worstContrasts(faint).light).toBeLessThan(3);
    for (const { id, email } of emails) {
      const { light, dark, pairs } = worstContrasts(email.html);
      expect(pairs, id).toBeGreaterThan(5);
      expect(Math.min(light, dark), id).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('has the same content in text and in HTML', () => {
    for (const { id, email } of emails) {
      const words = email.html
        .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
        .split(/<[^>]+>/)
        .map((part) => plain(part).trim())
        .filter((part) => part !== '');
      const text = email.text.replaceAll(/\s+/g, ' ');
      expect(
        words.filter((part) => !text.includes(part.replaceAll(/\s+/g, ' '))),
        id,
      ).toEqual([]);
      const links = [...email.html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => plain(url));
      expect(
        links.filter((url) => !email.text.includes(url)),
        id,
      ).toEqual([]);
    }
  });

  test('is short, calm, and has one button', () => {
    for (const { id, email } of emails) {
      expect(email.text, id).not.toContain('!');
      expect([...email.html.matchAll(/display:inline-block;padding:12px/g)], id).toHaveLength(1);
      expect(email.subject.length, id).toBeLessThanOrEqual(180);
    }
  });

  test('says so if its season has no published date', () => {
    const dated = emails.filter(({ stream }) =>
      ['digest', 'urgent', 'date-moved'].includes(stream),
    );
    const of = (year: number) =>
      dated.filter(({ email }) =>
        email.text.includes(`Dates of the ${year} Match are our estimates`),
      );
    expect(of(2028).length).toBeGreaterThan(5);
    expect(of(2027)).toEqual([]);
  });

  test('begins with its subject, where a deadline is its subject', () => {
    for (const { id, stream, email } of emails) {
      if (stream !== 'digest' && stream !== 'urgent') continue;
      expect(email.text.split('\n')[2], id).toBe(email.subject);
    }
  });

  test('names no visa and no health in its subject, its preview, or its calendar', () => {
    const secret = /visa|esta\b|consulate|passport|titer|vaccin|TB test|flu shot|drug|insurance/i;
    const heard = emails.filter(
      ({ id, stream }) => id !== 'rule-entry' && stream !== 'message' && stream !== 'letters',
    );
    expect(heard.filter(({ email }) => secret.test(email.text)).length).toBeGreaterThan(5);
    for (const { id, email } of heard) {
      expect(email.subject, id).not.toMatch(secret);
      // No calendar shows an entry's id.
      expect((email.calendar ?? '').replaceAll(/^UID:.*(\r\n .*)*/gm, ''), id).not.toMatch(secret);
      // What an inbox shows beside the subject.
      expect(email.text.slice(0, 140), id).not.toMatch(secret);
    }
  });

  test('has no sentence with two colons', () => {
    const sentences = emails.flatMap(({ email }) => email.text.split(/\n|\. /));
    const colons = (text: string) => text.replace(/:$/, '').match(/: /g) ?? [];
    expect(sentences.filter((each) => colons(each).length > 1)).toEqual([]);
  });

  test('marks estimated dates', () => {
    const estimated = emails.filter(({ email }) => /estimated from the pattern/.test(email.text));
    expect(estimated.length).toBeGreaterThan(3);
    for (const { id, email } of estimated) expect(email.text, id).toMatch(/\(estimated\)/);
  });
});

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
