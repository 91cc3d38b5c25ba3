/** A visa that is held when another rotation is accepted. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Clearance } from '#shared/plan/facts/document.ts';
import { BAYLOR, type Events, reported, standingsOf, UAB, YALE } from './two-accepted.ts';

describe('a visa that is held when a rotation is accepted', () => {
  const visaOf = (
    until: Day | undefined,
    yale: object = YALE,
    uab: object = UAB,
    status: Clearance = 'cleared',
  ) => {
    const events: Events = [
      [
        '2026-12-01',
        {
          type: 'document-updated',
          rotationId: 'r2',
          kind: 'visa',
          status,
          ...(until && { expiresOn: until }),
        },
      ],
      ['2026-12-03', { type: 'accepted', rotationId: 'r1' }],
    ];
    const facts = reported([{ ...uab, status: 'offered' }, yale], events, '2026-12-04');
    return standingsOf('visa', facts, '2026-12-04')[0];
  };

  test('serves it, if it lasts', () => {
    expect(visaOf('2028-04-30')).toBe('done');
    expect(visaOf('2027-05-28')).toBe('done');
    expect(visaOf('2027-05-27')).not.toBe('done');
  });

  test('is asked for where nobody knows how long it lasts', () => {
    expect(visaOf(undefined)).not.toBe('done');
  });

  test.each(['to-do', 'in-progress', 'submitted', 'not-accepted'] as const)(
    'is not in hand while it is %s for the other',
    (status) => expect(visaOf('2028-04-30', YALE, UAB, status)).not.toBe('done'),
  );

  test('serves no other class', () => {
    expect(visaOf('2028-04-30', { ...BAYLOR, dates: YALE.dates })).not.toBe('done');
    expect(visaOf('2028-04-30', YALE, BAYLOR)).not.toBe('done');
  });
});
