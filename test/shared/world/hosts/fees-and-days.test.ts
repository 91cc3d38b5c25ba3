/** Fees and days that further pages name for hosts, held against the offerings that carry them. */
import { describe, expect, test } from 'vitest';
import { offeringById } from '#shared/world/hosts/hosts.ts';

describe('a fee of a host says what it is', () => {
  test.each([
    ['uab-international-observers', [350, 4250], ['application', 'tuition']],
    ['kumc-international-observership', [50, 3000], ['application', 'tuition']],
    [
      'cleveland-clinic-international-physician-observership',
      [200, 300],
      ['application', 'administration'],
    ],
    ['ucla-physician-observership', [750], ['application']],
  ])('%s: %o', (id, usd, kinds) => {
    const fees = offeringById(id)?.read?.fees ?? [];
    expect(fees.map((fee) => fee.usd)).toEqual(usd);
    expect(fees.map((fee) => fee.kind)).toEqual(kinds);
  });

  test.each([
    ['brigham-and-womens-radiology-observership', 1000, { weeks: 4 }, 'students'],
    ['uthealth-houston-observer', 775, 'once', 'foreign nationals'],
  ])('%s: %i', (id, usd, per, whom) => {
    const fees = offeringById(id)?.read?.fees ?? [];
    expect(fees).toContainEqual(
      expect.objectContaining({ usd, per, for: expect.stringContaining(whom) }),
    );
  });
});

test.each([
  ['einstein-montefiore-visiting-electives', '10 March 2026'],
  ['university-of-maryland-us-electives', '30 March 2026'],
  ['university-of-florida-international-electives-gainesville', '3 March 2026'],
  ['cleveland-clinic-clinical-electives', '13 February 2026'],
])('applications to %s opened on %s', (id, day) => {
  expect(offeringById(id)?.opens?.join('; ')).toContain(day);
});

test('Weill Cornell opened VSLO on March 2, 2026, as its page for US schools says', () => {
  const further = offeringById('weill-cornell-international-electives')?.further ?? [];
  expect(further.map(({ text }) => text)).toContain(
    'applications through VSLO opened 2 March 2026',
  );
});

test('the USF observership of May to August 2026 was applied for by February 1', () => {
  const usf = offeringById('usf-health-img-observership');
  expect(usf?.opens?.join('; ')).toContain('2025-12-01 (May-Aug 2026)');
  expect(usf?.deadline?.join('; ')).toContain('2026-02-01');
});
