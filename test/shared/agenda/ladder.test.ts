import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import {
  lastMorning,
  nextRungBy,
  openRungs,
  rungsOf,
  type Timed,
  withSnooze,
} from '#shared/agenda/ladder.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, instantAt } from '#shared/base/time/instant.ts';

const KOLKATA = 'Asia/Kolkata';
const NEW_YORK = 'America/New_York';

/** Titers due on Fri, Sep 3, 2027, over at midnight Eastern: 9:30 a.m. on 4 Sep in Kolkata. */
const titers: Timed = {
  ladder: 'hard',
  deadline: dayDeadline('2027-09-03', { certainty: 'entered', source: 'a test' }),
};

/** `30 Aug 4 to Aug 10`, with `!` for what no cap suppresses. */
function table(timed: Timed, zone = NEW_YORK): string[] {
  return rungsOf(timed, zone).map(({ name, at, by, isFirm }) => {
    const days = [at, by].map((each) => dayIn(zone, each).slice(5));
    return `${name}${isFirm ? '!' : ''} ${days.join(' to ')}`;
  });
}

describe('the ladder of', () => {
  test('a hard date: 30, 14, 3 days, its morning, and twice after it', () => {
    expect(table(titers)).toEqual([
      '30 08-04 to 08-10',
      '14 08-20 to 08-23',
      '3! 08-31 to 08-31',
      '0! 09-03 to 09-03',
      '+1! 09-04 to 09-04',
      '+7 09-10 to 09-13',
    ]);
  });

  test('an advised date: its opening, 14 days, one of three days before it, one of seven after it', () => {
    expect(table({ ...titers, ladder: 'advised', opens: '2027-07-01' })).toEqual([
      'opens 07-01 to 07-07',
      '14 08-20 to 08-26',
      '0 08-31 to 09-03',
      '+1! 09-04 to 09-10',
    ]);
  });

  test('an offer: the day it is entered; 7, 3, 1 days before its end, and the morning of it', () => {
    const rungs = table({ ...titers, ladder: 'offer', opens: '2027-08-24' });
    expect(rungs.slice(0, 5)).toEqual([
      'opens! 08-24 to 08-24',
      '7! 08-27 to 08-27',
      '3! 08-31 to 08-31',
      '1! 09-02 to 09-02',
      '0! 09-03 to 09-03',
    ]);
  });

  test('an offer without a known end: its day, and 2, 5, 9 days later', () => {
    expect(table({ ...titers, ladder: 'offer-question' })).toEqual([
      '0! 09-03 to 09-03',
      '+2! 09-05 to 09-05',
      '+5! 09-08 to 09-08',
      '+9! 09-12 to 09-12',
    ]);
  });

  test('a question: its day and four days later', () => {
    expect(table({ ...titers, ladder: 'question' })).toEqual([
      '0 09-03 to 09-06',
      '+4 09-07 to 09-10',
    ]);
  });

  test('a question whose answer we assume: with the next email of two weeks, and once more', () => {
    expect(table({ ...titers, ladder: 'assumed-question' })).toEqual([
      '0 09-03 to 09-17',
      '+18 09-21 to 09-28',
    ]);
  });

  test('a question about a day: with the next email, until its estimate is two weeks away', () => {
    const asked = { ...titers, ladder: 'day-question' } as const;
    expect(table({ ...asked, mayWaitUntil: '2027-12-01' })).toEqual(['0 09-03 to 12-01']);
    expect(table({ ...asked, mayWaitUntil: '2027-08-01' })).toEqual(['0 09-03 to 09-06']);
  });

  test('a loss: one notice', () => {
    expect(table({ ...titers, ladder: 'loss' })).toEqual(['lost! 09-03 to 09-03']);
  });

  test('a loss by what was entered: one notice within two days', () => {
    const entered = { ...titers, ladder: 'loss', lostBy: 'fact' } as const;
    expect(table(entered)).toEqual(['lost! 09-03 to 09-05']);
  });

  test('a loss that was entered long after its day: one notice then, where it is a rotation’s', () => {
    const late = { ...titers, ladder: 'loss', since: '2027-11-02' } as const;
    const isSaid = (each: Timed) =>
      rungsOf(each, NEW_YORK).some(({ by, until }) => by < until && by.startsWith('2027-11-02'));
    expect([isSaid({ ...late, rotationId: 'r1' }), isSaid(late)]).toEqual([true, false]);
  });
});

describe('a day to start by', () => {
  const started = { ...titers, startBy: '2027-08-16' } as const;

  test('is said once in the week before it, and once in the week after it', () => {
    expect(table(started)).toContain('start-7 08-09 to 08-15');
    expect(table(started)).toContain('start+1! 08-17 to 08-23');
  });

  test('is said sooner where the thing is soon lost', () => {
    const soonLost = table({ ...started, lastDay: '2027-08-31' });
    expect(soonLost).toContain('start-7 08-09 to 08-15');
    expect(soonLost).toContain('start+1! 08-17 to 08-18');
  });

  test('is not said once its due day has come', () => {
    const names = rungsOf({ ...titers, startBy: '2027-09-02' }, NEW_YORK).map(({ name }) => name);
    expect(names).toContain('start-7');
    expect(names).not.toContain('start+1');
  });
});

test('what is asked after days of its ladder is spoken of as late in it as it is asked', () => {
  const since = { ...titers, since: '2027-08-26' } as const;
  expect(table(since).slice(0, 3)).toEqual([
    '30 08-26 to 09-01',
    '14 08-26 to 08-29',
    '3! 08-31 to 08-31',
  ]);
});

describe('what was late before its rotation was accepted', () => {
  const late = (acceptedOn: Day) => table({ ...titers, acceptedOn, since: acceptedOn }).at(-1);

  test('is said once more when it has become binding', () => {
    expect(late('2027-10-01')).toBe('accepted! 10-02 to 10-03');
  });

  test('is not, while its own ladder goes on', () => {
    expect(late('2027-09-10')).toBe('+7 09-10 to 09-13');
  });
});

describe('a rotation that is lost long after the last word', () => {
  const visa: Timed = { ...titers, rotationId: 'r1', lastDay: '2027-10-12' };

  test('is named once more, three days before', () => {
    expect(table(visa).at(-1)).toBe('last! 10-09 to 10-09');
  });

  test('is not where that was within two weeks, or the whole plan is meant', () => {
    for (const each of [
      { ...visa, lastDay: '2027-09-23' as const },
      { ...titers, lastDay: '2027-10-12' as const },
      titers,
    ])
      expect(table(each).at(-1)).toBe('+7 09-10 to 09-13');
  });
});

test('what says that it is late stays after what came before it, however late it is asked', () => {
  const asked = { ...titers, startBy: '2027-08-16', since: '2027-08-19' } as const;
  const names = rungsOf(asked, NEW_YORK).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['30', 'start-7', 'start+1']);
});

test('a rung comes at eight in the morning where the reader lives', () => {
  const [first] = rungsOf(titers, KOLKATA);
  expect(first?.at).toBe(instantAt('2027-08-04', '08:00', KOLKATA));
});

describe('the last morning', () => {
  test('leaves time to act, and may be the day after in the far East', () => {
    expect(lastMorning(titers.deadline.at, 'Pacific/Auckland')).toBe('2027-09-04');
  });

  test('is not one with an hour and a half left', () => {
    expect(lastMorning(titers.deadline.at, KOLKATA)).toBe('2027-09-03');
  });

  test('is followed by nothing overdue while it is not over yet', () => {
    const overdue = rungsOf(titers, KOLKATA).find(({ name }) => name === '+1');
    expect(overdue?.at).toBe(instantAt('2027-09-05', '08:00', KOLKATA));
  });

  test('is a day earlier where the deadline falls into the night', () => {
    expect(lastMorning('2028-05-31T21:00:00.000Z', KOLKATA)).toBe('2028-05-31');
  });
});

test('what opens on a US day is not called open on the morning before it, further east', () => {
  const opening = { ...titers, ladder: 'advised', opens: '2027-08-25' } as const;
  const [auckland] = rungsOf(opening, 'Pacific/Auckland');
  expect(auckland?.at).toBe(instantAt('2027-08-26', '08:00', 'Pacific/Auckland'));
  const [lagos] = rungsOf(opening, 'Africa/Lagos');
  expect(lagos?.at).toBe(instantAt('2027-08-25', '08:00', 'Africa/Lagos'));
});

describe('the open rungs', () => {
  const rungs = rungsOf(titers, KOLKATA);
  const openOn = (day: Day, ...said: string[]) =>
    openRungs(rungs, ({ name }) => said.includes(name), instantAt(day, '12:00', KOLKATA)).map(
      ({ name }) => name,
    );

  test('are all that have come: the last says what those before it would have', () => {
    expect(openOn('2027-09-01')).toEqual(['30', '14', '3']);
  });

  test('are only those after the last that was said', () => {
    expect(openOn('2027-09-01', '14')).toEqual(['3']);
    expect(openOn('2027-09-01', '3')).toEqual([]);
  });

  test('are none before the first, and none when the last is three years old', () => {
    expect(openOn('2027-08-01')).toEqual([]);
    expect(openOn('2029-12-01')).not.toEqual([]);
    expect(openOn('2030-10-01')).toEqual([]);
  });

  test('of what was put off begin on the chosen morning', () => {
    const later = withSnooze(rungs, '2027-08-28', KOLKATA);
    expect(later.map(({ name }) => name)).toEqual(['picked-2027-08-28', '3', '0', '+1', '+7']);
  });
});

describe('the next rung that goes by itself', () => {
  test('is the first by the last of its days', () => {
    const now = instantAt('2027-08-12', '12:00', KOLKATA);
    expect(nextRungBy(rungsOf(titers, KOLKATA), now)).toBe(
      instantAt('2027-08-23', '08:00', KOLKATA),
    );
  });

  test('is none after the last', () => {
    const now = instantAt('2027-09-12', '12:00', KOLKATA);
    expect(nextRungBy(rungsOf(titers, KOLKATA), now)).toBeUndefined();
  });
});
