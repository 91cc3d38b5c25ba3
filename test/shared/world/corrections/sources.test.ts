import { describe, expect, test } from 'vitest';
import { isPageOn } from '#shared/world/corrections/sources.ts';

const isOnYale = (source: string) => isPageOn(['yale.edu'], source);

describe('a page on the host’s domain is official', () => {
  test.each([
    'https://medicine.yale.edu',
    'http://medicine.yale.edu/visiting?year=2028#dates',
    'HTTPS://YALE.EDU/visiting',
    'https://yale.edu./visiting',
  ])('%s', (source) => {
    expect(isOnYale(source)).toBe(true);
  });
});

describe('what only looks like one is not', () => {
  test.each([
    'https://medicine.yale.edu.evil.example/',
    'https://evil.example/medicine.yale.edu',
    'https://evil.example/?of=https://yale.edu',
    'https://evil.example#.yale.edu',
    'https://evilyale.edu/',
    'https://medicine.yale.edu@evil.example/',
    // A browser reads a slash, other programs a name and its password.
    'https://medicine.yale.edu\\@evil.example/',
    'https://medicine.yale.edu/ https://evil.example',
    'https://yale.edu;evil.example',
    'https://medicine.yаle.edu/',
    '//yale.edu/visiting',
    'yale.edu',
    'ftp://yale.edu/',
  ])('%s', (source) => {
    expect(isOnYale(source)).toBe(false);
  });
});
