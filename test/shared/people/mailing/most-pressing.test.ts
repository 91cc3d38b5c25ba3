import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { comingUp, mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { TB_AT_YALE } from '../../views/mail/occasions.ts';

const TODAY: Day = '2027-03-01';

function due(day: Day, of: Partial<Occasion> = {}): Occasion {
  return {
    ...TB_AT_YALE,
    deadline: { ...TB_AT_YALE.deadline, day, at: `${day}T23:00:00.000Z` },
    ...of,
  };
}

describe('most pressing', () => {
  test('is a hard date that is near, before a window that is late', () => {
    const late = due('2027-02-01', { ladder: 'window' });
    const near = due('2027-03-20');
    expect(mostPressing([late, near], TODAY)).toEqual([near, late]);
  });

  test('is a late window, before a hard date that is months away', () => {
    const late = due('2027-02-01', { ladder: 'window' });
    const far = due('2027-07-20');
    expect(mostPressing([far, late], TODAY)).toEqual([late, far]);
  });

  test('is a hard date that is far off, before a window or a prompt that is further off', () => {
    const document = due('2027-05-20');
    const window = due('2027-06-20', { ladder: 'window' });
    const prompt = due('2027-06-21', { ladder: 'prompt' });
    expect(mostPressing([prompt, window, document], TODAY)).toEqual([document, window, prompt]);
  });

  test('is the nearer of a window and a prompt', () => {
    const window = due('2027-03-20', { ladder: 'window' });
    const prompt = due('2027-04-20', { ladder: 'prompt' });
    expect(mostPressing([prompt, window], TODAY)).toEqual([window, prompt]);
  });

  test('is the earlier of two hard dates', () => {
    expect(mostPressing([due('2027-03-09'), due('2027-03-02')], TODAY)[0]?.deadline.day).toBe(
      '2027-03-02',
    );
  });
});

describe('left out', () => {
  test('is what cannot be done yet, until its day comes', () => {
    const later = due('2027-06-01', { opens: '2027-05-01' });
    expect(mostPressing([later], TODAY)).toEqual([]);
    expect(comingUp([later], TODAY)).toEqual([later]);
    expect(mostPressing([later], '2027-05-01')).toEqual([later]);
  });

  test('is a last call once its day is over', () => {
    const call = due('2027-02-20', { ladder: 'last-call' });
    expect(mostPressing([call], '2027-02-20')).toEqual([call]);
    expect(mostPressing([call], TODAY)).toEqual([]);
  });
});
