import { describe, expect, test } from 'vitest';
import type { HostCorrection } from '#shared/world/corrections/correction.ts';
import { problemOf } from '#shared/world/corrections/judge-correction.ts';
import { isPageOn } from '#shared/world/corrections/sources.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';

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

describe('every domain of a host counts, not only that of the first page we read', () => {
  const onPage = (source: string): HostCorrection => ({
    of: 'host',
    id: 'c1',
    institutionId: 'ucla-us-electives',
    field: 'leadDays',
    value: 90,
    source,
    checkedOn: '2026-11-20',
    certainty: 'official',
    unconfirmed: { by: 'Dr. Lee', advisorId: 'lee', cohortIds: ['c1'] },
  });
  const refusalOf = (source: string) =>
    problemOf(UNCHANGED_WORLD, onPage(source), '2026-11-23T15:00:00.000Z')?.reason;

  test.each(['https://medschool.ucla.edu/visiting', 'https://www.uclahealth.org/visiting'])(
    '%s is official for UCLA',
    (source) => {
      expect(refusalOf(source)).toBeUndefined();
    },
  );

  test('another hospital’s page is not', () => {
    expect(refusalOf('https://www.mountsinai.org/visiting')).toBe('not-official');
  });
});
