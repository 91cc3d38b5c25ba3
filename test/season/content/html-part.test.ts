/** An email's HTML that says the same as its text, and one that does not. */
import { expect, test } from 'vitest';
import { emailOf } from '#shared/views/email/layout.ts';
import { differencesOf } from './html-part.ts';

const { text, html } = emailOf(
  { name: 'Alice', address: 'alice@example.org' },
  {
    subject: 'Due Fri, Sep 3: transcript for Yale & Co.',
    words: {
      greeting: 'Hello Alice,',
      heading: 'Due Fri, Sep 3: transcript for Yale & Co.',
      paragraphs: ['By Fri, Sep 3, 2027.'],
      button: { label: 'I sent it', url: 'https://rotations.example.org/a/x?do=sent&kind=cv' },
      notes: [],
      stop: { label: 'Stop', url: 'https://rotations.example.org/u/x' },
    },
  },
);
const HOSTS = ['Yale & Co.', 'Brown'];

test('text and HTML of one email do not differ', () => {
  expect(differencesOf(text, html, HOSTS)).toEqual([]);
});

test.each([
  ['a day', html.replaceAll('Sep 3', 'Sep 4'), /a day: Fri, Sep 4/],
  ['a link', html.replace('/u/x', '/u/y'), /a link: Stop/],
  ['the button', html.replace('I sent it', 'I lost it'), /another button: I sent it/],
  ['a host', html.replaceAll('Yale &amp; Co.', 'Brown'), /a host: Brown/],
])('%s that only the HTML has is seen', (_, planted, difference) => {
  expect(planted).not.toBe(html);
  expect(differencesOf(text, planted, HOSTS).join('\n')).toMatch(difference);
});
