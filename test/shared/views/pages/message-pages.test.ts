import { describe, expect, test } from 'vitest';
import { refusals } from '#shared/plan/facts/refusals.ts';
import * as pages from '#shared/views/pages/message-pages.ts';

describe('a page about a link', () => {
  test('that expired has one button, and carries the token back', () => {
    const page = pages.expiredLinkPage('a"b');
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(page).toContain('name="token" value="a&quot;b"');
  });

  test('that is foreign asks for an address and names nobody', () => {
    expect(pages.messagePage('foreign-link')).toMatch(/<label for="address">/);
  });
});

describe('a page about something wrong', () => {
  test.each([
    ['unknown page', pages.messagePage('not-found')],
    ['too large', pages.messagePage('too-large')],
    ['wrong type', pages.messagePage('wrong-type')],
    ['another site', pages.messagePage('cross-site')],
    ['our error', pages.serverErrorPage('ref-1')],
  ])('says that nothing was changed: %s', (_, page) => {
    expect(page).toMatch(/[Nn]othing was changed/);
    expect(page).not.toContain('undefined');
  });

  test('on our side gives the number that is in the log', () => {
    expect(pages.serverErrorPage('ref-1')).toContain('<strong>ref-1</strong>');
  });
});

test.each([
  ['There is nothing to put off', refusals.nothingToPutOff()],
  ['There is no such letter', refusals.unknownLetter()],
  ['There is no such rotation', refusals.unknownRotation()],
])('a page about nothing is titled by what is missing: %s', (title, refusal) => {
  const page = pages.nothingHerePage(refusal, '/a/t');
  expect(page).toContain(`<h1>${title}</h1>`);
  expect(page).toContain('href="/a/t"');
});
