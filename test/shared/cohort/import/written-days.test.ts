/** Days as spreadsheets of many countries write them, and cells that say “not known yet”. */
import { describe, expect, test } from 'vitest';
import { ALICE, BOB, file, HEADER, judged } from './files.ts';

const WIDE = `${HEADER},Host,Specialty,First day,Last day`;
const rotation = (start: string, end: string, who = ALICE) => `${who},Brown,ir,"${start}","${end}"`;
const daysOf = async (...lines: string[]) => {
  const { messages, people } = await judged(file(WIDE, ...lines));
  const rotations = people.flatMap((person) => person.rotations);
  return [messages, ...rotations.map(({ cells: { start, end } }) => `${start} ${end}`)];
};
const JULY = '2027-07-05 2027-07-30';

describe('5 to 30 July 2027 is read from', () => {
  test.each([
    ['7/5/2027', '7/30/2027'],
    ['5/7/27', '30/7/27'],
    ['05-07-2027', '30-07-2027'],
    ['05.07.2027', '30.07.2027'],
    ['5. 7. 2027', '30. 7. 2027'],
    ['2027/07/05', '2027/7/30'],
    ['2027. 7. 5.', '2027. 7. 30.'],
    ['5-Jul-27', '30-Jul-27'],
    ['5 July 2027', '30 July 2027'],
    ['July 5, 2027', 'Jul 30th, 2027'],
    ['2027-07-05 00:00:00', '2027-07-30T00:00:00'],
    ['7/5/2027 0:00', '7/30/2027 12:00:00 AM'],
  ])('%s to %s', async (start, end) => {
    expect(await daysOf(rotation(start, end))).toEqual([[], JULY]);
  });

  test('cells of both orders where each can be only one day', async () => {
    const both = [rotation('7/17/2027', '30/7/2027'), rotation('7/7/2027', '8/20/2027', BOB)];
    expect(await daysOf(...both)).toEqual([[], '2027-07-17 2027-07-30', '2027-07-07 2027-08-20']);
  });

  test('another line’s cells that settle the order, which a notice says', async () => {
    const lines = [rotation('7/5/2027', '8/1/2027'), rotation('8/2/2027', '8/27/2027', BOB)];
    const { messages, notices, people } = await judged(file(WIDE, ...lines));
    expect([messages, people[0]?.rotations[0]?.cells.start]).toEqual([[], '2027-07-05']);
    expect(notices).toContain(
      'Line 3, column "Last day": Days are read month first: “8/27/2027” is Fri, Aug 27, 2027.',
    );
  });
});

describe('a moment keeps its time, in UTC as exports write it', () => {
  test.each([
    ['11/20/2026 20:32', '2026-11-20T20:32:00.000Z'],
    ['11/20/2026 8:32:05 PM', '2026-11-20T20:32:05.000Z'],
    ['20.11.2026 00:00', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20 12:00 AM', '2026-11-20T00:00:00.000Z'],
    ['11/20/2026', '2026-11-20T05:00:00.000Z'],
  ])('%s', async (cell, since) => {
    const { messages, people } = await judged(
      file(`${HEADER},Host,Specialty,Status since`, `${ALICE},Brown,ir,${cell}`),
    );
    expect([messages, people[0]?.rotations[0]?.cells.since]).toEqual([[], since]);
  });
});

describe('a year that no plan has', () => {
  const column = 'First day';
  const text = '7/5/2127';
  const late = file(WIDE, rotation(text, '2027-07-30'));

  test('is asked about as the sheet has it', async () => {
    const { unclear } = await judged(late);
    expect(unclear).toMatchObject([{ column, text }]);
  });

  test('is settled by the day that its sender means', async () => {
    const meanings = [{ column, text, as: '2027-07-05' }];
    const { messages, people } = await judged(late, [], undefined, {}, { meanings });
    expect([messages, people[0]?.rotations[0]?.cells.start]).toEqual([[], '2027-07-05']);
  });
});

describe('a day that can be two', () => {
  const end = '2027-08-27';
  const unclear = [rotation('3/4/2027', end), rotation('7/5/2027', end, BOB)];

  test('is asked once for its column where nothing in the sheet says which', async () => {
    const [messages] = await daysOf(...unclear);
    expect(messages).toEqual([
      'Line 2, column "First day": “3/4/2027” can be Thu, Mar 4, 2027 or Sat, Apr 3, 2027. The column has 2 such cells.',
    ]);
  });

  test.each([
    ['month-first', ['2027-03-04', '2027-07-05']],
    ['day-first', ['2027-04-03', '2027-05-07']],
  ] as const)('is read as its sender says: %s', async (order, starts) => {
    const { messages, people } = await judged(file(WIDE, ...unclear), [], undefined, {}, { order });
    expect([messages, people.map(({ rotations }) => rotations[0]?.cells.start)]).toEqual([
      [],
      starts,
    ]);
  });

  test('keeps the order that another cell of its column shows, whatever is said', async () => {
    const sheet = file(WIDE, rotation('3/4/2027', ''), rotation('3/31/2027', '', BOB));
    const { people } = await judged(sheet, [], undefined, {}, { order: 'day-first' });
    expect(people[0]?.rotations[0]?.cells.start).toBe('2027-03-04');
    expect((await judged(sheet)).orders).toEqual([]);
  });

  test('is refused where its column is written in both orders, whatever is said', async () => {
    const starts = ['3/4/2027', '3/31/2027', '31/3/2027'];
    const people = starts.map((start, n) =>
      rotation(start, '2027-04-30', ALICE.replace('alice@', `a${n}@`)),
    );
    const { messages } = await judged(
      file(WIDE, ...people),
      [],
      undefined,
      {},
      { order: 'day-first' },
    );
    expect(messages).toEqual([
      'Line 2, column "First day": “3/4/2027” can be Thu, Mar 4, 2027 or Sat, Apr 3, 2027. The column has the month first in “3/31/2027” and the day first in “31/3/2027”, so write it as 2027-03-04 or 2027-04-03.',
    ]);
  });
});

test('a day as Excel counts it is read, with a notice of the first', async () => {
  const { messages, notices, people } = await judged(file(WIDE, rotation('46573', '46598')));
  expect([messages, people[0]?.rotations[0]?.cells.start]).toEqual([[], '2027-07-05']);
  expect(notices[0]).toBe(
    'Line 2, column "First day": “46573”, a day as Excel counts it, is Mon, Jul 5, 2027.',
  );
});

describe('a day is asked about', () => {
  test('where another form of another column would settle it: somebody typed them', async () => {
    const [messages] = await daysOf(rotation('3/4/2027', '3/31/27'));
    expect(messages).toEqual([expect.stringContaining('“3/4/2027” can be')]);
  });

  test.each([
    '31/31/2027',
    '2/30/2027',
    'Juli 5, 2027',
    '60000',
    '7/5/98',
    '5-Jul-98',
    '5/2027',
    '7/5/2027 14:30',
    'soon',
  ])('quoted, where it is no day: %s', async (start) => {
    const [messages] = await daysOf(rotation(start, ''));
    expect(messages).toEqual([
      `Line 2, column "First day": “${start}” is not a calendar day written YYYY-MM-DD.`,
    ]);
  });
});

describe('a graduate who begins', () => {
  const bobOf = (day: string) => file(`${HEADER},Graduation`, `${BOB},${day}`);

  test('graduated by today', async () => {
    const { messages, people } = await judged(bobOf('2026-11-23'));
    expect([messages, people[0]?.profile.graduationOn]).toEqual([[], '2026-11-23']);
  });

  test('has not graduated in a week', async () => {
    const { messages } = await judged(bobOf('2026-11-30'));
    expect(messages).toEqual([
      expect.stringMatching(/^Line 2, column "Graduation": .*Nov 30, 2026/),
    ]);
  });
});

describe('“not known yet” is', () => {
  test.each(['?', 'TBD', 'n/a', '#N/A', '-', 'To be confirmed'])(
    'an empty cell with a notice: %s',
    async (cell) => {
      const { messages, notices, rotations } = await judged(file(WIDE, rotation(cell, '')));
      expect([messages, rotations?.added]).toEqual([[], 1]);
      expect(notices).toEqual([`Line 2, column "First day": “${cell}” counts as an empty cell.`]);
    },
  );

  test('no rotation where it stands for the host, on a line’s first or second one', async () => {
    const sheet = file(`${WIDE},Host 2,Start 2`, `${ALICE},TBD,ir,2027-07-05,,unknown,2027-08-02`);
    const { messages, notices, people } = await judged(sheet);
    expect([messages, people[0]?.rotations]).toEqual([[], []]);
    expect(notices).toHaveLength(2);
  });

  test('still missing where a new applicant needs it', async () => {
    const { messages } = await judged(file(HEADER, ALICE.replace('Asia/Kolkata', 'TBD')));
    expect(messages).toEqual([expect.stringContaining('Time zone is missing')]);
  });
});

describe('a line below the people', () => {
  test.each(['Total: 2,,,,,', 'Total,2,,,,', 'Grand total,,,2,2,'])(
    'is left out: %s',
    async (line) => {
      const { messages, notices, outcomes } = await judged(file(HEADER, ALICE, BOB, line));
      expect([messages, outcomes?.added, notices.length]).toEqual([[], 2, 1]);
    },
  );

  test('is refused where it may be a person', async () => {
    const { messages } = await judged(
      file(HEADER, ALICE, 'Total Recall,,Asia/Kolkata,2028,enrolled,dr-esir'),
    );
    expect(messages).toEqual([expect.stringContaining('The email address is missing')]);
  });
});

describe('an address as programs copy it', () => {
  test.each([
    'mailto:alice@example.org',
    'Alice <alice@example.org>',
    '\u200balice@example.org',
    '\u00a0ALICE@example.org\u2060',
  ])('is read: %s', async (cell) => {
    const { messages, people } = await judged(
      file(HEADER, ALICE.replace('alice@example.org', cell)),
    );
    expect([messages, people[0]?.address]).toEqual([[], 'alice@example.org']);
  });

  test.each([
    'a@example.org; b@example.org',
    '<a@example.org> <b@example.org>',
    'alice@@example.org',
  ])('is quoted where it is none, or two: %s', async (cell) => {
    const { messages } = await judged(file(HEADER, ALICE.replace('alice@example.org', cell)));
    expect(messages).toEqual([expect.stringContaining(`“${cell}” must look like`)]);
  });
});
