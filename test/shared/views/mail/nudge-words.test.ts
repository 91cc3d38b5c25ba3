import { describe, expect, test } from 'vitest';
import { nudgeLine, nudgeSubject } from '#shared/views/mail/nudge-words.ts';
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

describe('the subject of a window', () => {
  const decide = {
    ladder: 'window' as const,
    words: { title: 'decide on the Yale IR rotation', next: '', why: '', button: '' },
  };

  test('says when it opens and until when', () => {
    expect(nudgeSubject(nudgeOf(decide, 'opens'), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Now open: decide on the Yale IR rotation, until Fri, Sep 3',
    );
  });

  test('is advice before its end', () => {
    expect(nudgeSubject(nudgeOf(decide), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Best by Fri, Sep 3: decide on the Yale IR rotation (9 days left)',
    );
  });

  test('of a late starter says what to do now', () => {
    expect(nudgeSubject(nudgeOf(decide, '+1'), KOLKATA, '2027-09-10T04:00:00.000Z')).toBe(
      'Late, do this now: decide on the Yale IR rotation',
    );
  });

  test('in a list has no count of days left', () => {
    expect(nudgeLine(nudgeOf(decide), KOLKATA, NINE_DAYS_BEFORE)).toBe(
      'Best by Fri, Sep 3: decide on the Yale IR rotation',
    );
  });
});
