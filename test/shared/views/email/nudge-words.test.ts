import { describe, expect, test } from 'vitest';
import { listedLine, nudgeLine, nudgeSubject } from '#shared/views/email/nudge-words.ts';
import { FRIDAY, nudgeOf } from './occasions.ts';

const KOLKATA = 'Asia/Kolkata';
const NINE_DAYS_BEFORE = '2027-08-25T04:00:00.000Z';

describe('the subject of a deadline', () => {
  test('names the day, the thing and the days left', () => {
    expect(nudgeSubject(nudgeOf(), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Due Fri, Sep 3: TB test for the Yale IR rotation (9 days left)',
    );
  });

  test('says that a date is estimated', () => {
    const estimated = nudgeOf({ deadline: { ...FRIDAY, certainty: 'estimated' } });
    expect(nudgeSubject(estimated, KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Due Fri, Sep 3 (estimated): TB test for the Yale IR rotation (9 days left)',
    );
  });

  test('counts one day as one day', () => {
    expect(nudgeSubject(nudgeOf(), KOLKATA, '2027-09-02T04:00:00.000Z')).toMatch(/\(1 day left\)$/);
  });

  test('on the day itself says today', () => {
    expect(nudgeSubject(nudgeOf(), KOLKATA, '2027-09-03T04:00:00.000Z')).toBe(
      'Due today, Fri, Sep 3: TB test for the Yale IR rotation',
    );
  });

  test('when the reader’s day is over and the US day is not, counts hours', () => {
    expect(nudgeSubject(nudgeOf(), 'Pacific/Auckland', '2027-09-03T20:00:00.000Z')).toBe(
      'Only hours left: TB test for the Yale IR rotation',
    );
  });

  test('after it says that it was due', () => {
    expect(nudgeSubject(nudgeOf({}, '+1'), KOLKATA, '2027-09-05T04:00:00.000Z')).toBe(
      'Was due Fri, Sep 3: TB test for the Yale IR rotation',
    );
  });
});

describe('what is late and soon lost', () => {
  const OCTOBER = '2027-10-09T04:00:00.000Z';
  const last = { lastDay: '2027-10-12' as const };

  test('names its last day, and says where that is an estimate', () => {
    expect(nudgeSubject(nudgeOf(last, 'last'), KOLKATA, OCTOBER)).toBe(
      'Was due Fri, Sep 3: TB test for the Yale IR rotation (last day is Tue, Oct 12)',
    );
    const ours = { ...last, isLastDayEstimated: true, startBy: '2027-08-30' } as const;
    expect(nudgeSubject(nudgeOf(ours, 'last'), KOLKATA, OCTOBER)).toMatch(
      /\(40 days late, last day is about Tue, Oct 12\)$/,
    );
  });

  test('names it beside other things, too, where no subject does', () => {
    expect(listedLine(nudgeOf(last, '+7'), KOLKATA, OCTOBER)).toBe(
      'Was due Fri, Sep 3: TB test for the Yale IR rotation (last day is Tue, Oct 12)',
    );
    expect(listedLine(nudgeOf(), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Due Fri, Sep 3: TB test for the Yale IR rotation',
    );
  });

  test('does not, weeks before it, after it, or of advice', () => {
    for (const [of, at] of [
      [last, '2027-09-05T04:00:00.000Z'],
      [last, '2027-10-14T04:00:00.000Z'],
      [{ ...last, ladder: 'advised' }, OCTOBER],
    ] as const)
      expect(nudgeSubject(nudgeOf(of, '+7'), KOLKATA, at)).not.toContain('last day');
  });
});

describe('a step to start before its day', () => {
  const start = { startBy: '2027-08-30' as const };

  test('names the day to start until it comes', () => {
    expect(nudgeSubject(nudgeOf(start), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Start by Mon, Aug 30: TB test for the Yale IR rotation (5 days left)',
    );
  });

  test('after it counts to the day that binds', () => {
    expect(nudgeSubject(nudgeOf(start), KOLKATA, '2027-09-01T04:00:00.000Z')).toBe(
      'Should have started by Mon, Aug 30, due Fri, Sep 3: TB test for the Yale IR rotation (2 days left)',
    );
  });

  test('is not called days late on the day on which it is due', () => {
    expect(nudgeSubject(nudgeOf(start), KOLKATA, '2027-09-03T04:00:00.000Z')).toBe(
      'Should have started by Mon, Aug 30, due today, Fri, Sep 3: TB test for the Yale IR rotation',
    );
  });

  test('is due today in the US where the reader’s day is over', () => {
    expect(nudgeSubject(nudgeOf(start), 'Pacific/Auckland', '2027-09-03T20:00:00.000Z')).toBe(
      'Should have started by Mon, Aug 30, due today in the US, Fri, Sep 3: TB test for the Yale IR rotation',
    );
  });

  test('past both days is named by the one that every page shows', () => {
    expect(nudgeSubject(nudgeOf(start), KOLKATA, '2027-09-08T04:00:00.000Z')).toBe(
      'Should have started by Mon, Aug 30: TB test for the Yale IR rotation (9 days late)',
    );
  });
});

test('news carries its own day, not the old due day', () => {
  const words = {
    title: 'ask for a letter at the Yale IR rotation',
    next: '',
    why: '',
    button: '',
  };
  const news = nudgeOf({ rule: 'G15', news: '2027-09-20', words });
  expect(nudgeSubject(news, KOLKATA, '2027-09-21T04:00:00.000Z')).toBe(
    'New on Mon, Sep 20: ask for a letter at the Yale IR rotation',
  );
  expect(nudgeSubject(news, KOLKATA, '2027-09-28T04:00:00.000Z')).toBe(
    'Late, open since Mon, Sep 20: ask for a letter at the Yale IR rotation',
  );
});

describe('the subject of an advised date', () => {
  const decide = {
    ladder: 'advised' as const,
    words: { title: 'decide on the Yale IR rotation', next: '', why: '', button: '' },
  };

  test('says when it opens, and by when it is best done', () => {
    expect(nudgeSubject(nudgeOf(decide, 'opens'), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Now open: decide on the Yale IR rotation, best by Fri, Sep 3',
    );
  });

  test('is advice before its end', () => {
    expect(nudgeSubject(nudgeOf(decide), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Best by Fri, Sep 3: decide on the Yale IR rotation (9 days left)',
    );
  });

  test('that has passed is late, and names its day', () => {
    expect(nudgeSubject(nudgeOf(decide, '+1'), KOLKATA, '2027-09-10T04:00:00.000Z')).toBe(
      'Late, best by Fri, Sep 3: decide on the Yale IR rotation',
    );
  });

  test('in a list has no count of days left', () => {
    expect(nudgeLine(nudgeOf(decide), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Best by Fri, Sep 3: decide on the Yale IR rotation',
    );
  });
});
