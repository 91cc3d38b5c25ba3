import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { TB_AT_YALE } from '../../views/email/occasions.ts';

const TODAY: Day = '2027-03-01';

function due(day: Day, of: Partial<Occasion> = {}): Occasion {
  return {
    ...TB_AT_YALE,
    deadline: { ...TB_AT_YALE.deadline, day, at: `${day}T23:00:00.000Z` },
    ...of,
  };
}

test('most pressing is what the plan’s state puts first', () => {
  const first = due('2027-05-20', { place: 0 });
  const second = due('2027-03-20', { place: 1 });
  expect(mostPressing([second, first], TODAY)).toEqual([first, second]);
});

describe('left out', () => {
  test('is what cannot be done yet, until its day comes', () => {
    const later = due('2027-06-01', { opens: '2027-05-01' });
    expect(mostPressing([later], TODAY)).toEqual([]);
    expect(mostPressing([later], '2027-05-01')).toEqual([later]);
  });

  test('is a loss that is no longer said, and a count a month after it was missed', () => {
    const old = due('2027-02-20', { ladder: 'loss', rank: 'rest' });
    const missed = due('2027-01-20', { ladder: 'loss', rank: 'missed' });
    expect(mostPressing([old, missed], TODAY)).toEqual([]);
    const held = due('2027-01-20', { ladder: 'loss', rank: 'red-loss' });
    expect(mostPressing([held], TODAY)).toEqual([held]);
  });
});
