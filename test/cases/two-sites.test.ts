/** G23: one integrated IR site and one with ESIR or a strong DR are two institutions, whatever is rotated in there. */
import { describe, expect, test } from 'vitest';
import { findingsOf } from '#shared/words/findings.ts';
import { type File, fileOf, judged } from './judged.ts';

const only = fileOf('only-rotation-withdrawn');

function months(...rotations: [host: string, more?: object][]): File {
  return {
    ...only,
    rotations: rotations.map(([host, more], index) => ({
      id: `r${index + 1}`,
      host: /^[a-z-]+$/.test(host) ? { name: host, institutionId: host } : host,
      specialty: 'ir',
      country: 'US',
      ...more,
    })),
  };
}

function lack(file: File): string | undefined {
  return findingsOf(judged(file, '2026-11-27T17:00:00.000Z').at).find(({ rule }) => rule === 'G23')
    ?.text;
}

describe('two kinds of sites', () => {
  test.each<[why: string, file: File]>([
    ['two IR months, one where DR has ESIR', months(['yale'], ['university-of-minnesota'])],
    [
      'two DR months',
      months(['yale', { specialty: 'dr' }], ['university-of-minnesota', { specialty: 'dr' }]),
    ],
    ['both have both', months(['brigham-and-womens'], ['university-of-minnesota'])],
    [
      'the applicant’s own tiers',
      months(['Springfield', { tier: '1' }], ['Shelbyville', { tier: '2' }]),
    ],
    ['a strong DR that the applicant knows', months(['yale'], ['maimonides', { tier: '2' }])],
  ])('are on the plan: %s', (_, file) => {
    expect(lack(file)).toBeUndefined();
  });

  test.each<[why: string, file: File, says: RegExp]>([
    [
      'one institution twice, in both specialties',
      months(['university-of-minnesota'], ['university-of-minnesota', { specialty: 'dr' }]),
      /^Your plan has no DR site with ESIR or a strong DR program\.$/,
    ],
    [
      'the second site may have it',
      months(['university-of-minnesota'], ['maimonides']),
      /no confirmed DR site .*not known for maimonides:/,
    ],
    [
      'only the DR site',
      months(['Springfield', { tier: '2' }]),
      /^Your plan has no integrated IR site\.$/,
    ],
    [
      'a tier against the directory',
      months(['maimonides', { tier: '1' }], ['Springfield', { tier: '2' }]),
      /no integrated IR site\.$/,
    ],
    ['nobody knows', months(['Springfield']), /confirmed integrated.*and no confirmed DR site/],
  ])('are missing: %s', (_, file, says) => {
    expect(lack(file)).toMatch(says);
  });
});
