/** Documents and letters in the cells of a line. */
import { describe, expect, test } from 'vitest';
import { ALICE, file, HEADER, judged } from './files.ts';

const COLUMNS = 'Host,Host ID,Specialty,First day,Last day,Status,Closed because,Status since';
const WIDE = `${HEADER},Papers,Own letters,${COLUMNS},Checklist,Letters`;
const PAST = 'Brown,,ir,2026-09-07,2026-10-02,waiting,,';

const line = (rotation: string, checklist = '', letters = '', papers = '', own = '') =>
  file(WIDE, `${ALICE},"${papers}","${own}",${rotation},"${checklist}","${letters}"`);

describe('a line takes', () => {
  test('a letter with no more than its writer and standing', async () => {
    expect((await judged(line(PAST, '', 'Prof. Wren | IR | agreed'))).messages).toEqual([]);
  });

  test('days instead of moments, as people write them', async () => {
    const letters =
      'Prof. Wren | ir | agreed 2026-10-01 | asked 2026-09-25\nDr. Lee | dr | declined';
    expect((await judged(line(`${PAST}2026-10-03`, 'tb | cleared', letters))).messages).toEqual([]);
  });

  test.each(['2026-10-03 04:00 UTC', '2026-10-03 04:00:30'])(
    'a moment as a workbook that was saved as CSV shows it: %s',
    async (moment) => {
      expect((await judged(line(`${PAST}${moment}`))).messages).toEqual([]);
    },
  );

  test('papers and letters that no rotation gave, on every line of a person or on one', async () => {
    const own = 'Prof. Moss | research | asked 2026-11-02';
    const text = line(PAST, '', '', 'tb | issued 2026-01-04 | kept at a | b', own);
    const twice = file(...text.trim().split('\n'), text.trim().split('\n')[1] ?? '').replace(
      /Brown(?=[^B]*$)/,
      'Yale',
    );
    const read = await judged(
      twice.replace(/2026-09-07,2026-10-02(?=[^B]*$)/, '2026-07-06,2026-07-31'),
    );
    expect(read.messages).toEqual([]);
    expect(read.people[0]?.profile.papers).toEqual([
      { kind: 'tb', issuedOn: '2026-01-04', keptAt: 'a | b' },
    ]);
  });
});

describe('a line is refused, with its column', () => {
  test.each([
    ['a standing that is none', 'Prof. Wren | ir | soon', '“Prof. Wren | ir | soon” is not'],
    ['no specialty', 'Prof. Wren | agreed', '“Prof. Wren | agreed” is not'],
    ['a part that is none', 'Prof. Wren | ir | agreed | =cmd()', 'is not valid here'],
    ['a letter that is still to come', 'Prof. Wren | ir | agreed 2027-01-04', 'is in the future'],
    [
      'a letter asked for later',
      'W | ir | agreed 2026-10-01 | asked 2026-10-05',
      'Check both dates',
    ],
    ['five letters', Array(5).fill('Prof. Wren | ir | agreed').join('\n'), 'column takes'],
  ])('for %s', async (_, letters, messages) => {
    const read = await judged(line(PAST, '', letters));
    expect(read.messages).toEqual([expect.stringMatching(/^Line 2, column "Letters": /)]);
    expect(read.messages[0]).toContain(messages);
  });

  test.each([
    ['a document that is none', PAST, 'tbc | cleared', '“tbc | cleared” is not valid'],
    ['a document twice', PAST, 'tb | cleared\ntb | to-do', 'lists a document twice'],
    ['a checklist before acceptance', 'Brown,,ir,,,,,', 'tb | cleared', 'until Brown accepts'],
  ])('for %s', async (_, rotation, checklist, messages) => {
    const read = await judged(line(rotation, checklist));
    expect(read.messages).toEqual([expect.stringMatching(/^Line 2, column "Checklist": /)]);
    expect(read.messages[0]).toContain(messages);
  });

  test.each([
    ['letters', 'Brown,,ir,2027-07-05,2027-07-30,upcoming,,', 'Letters', 'middle of the rotation'],
    ['a status', `${PAST}2027-01-04`, 'Status since', 'is in the future'],
    ['a moment', `${PAST}yesterday`, 'Status since', 'is not'],
  ])('for %s of the future, or of no day', async (what, rotation, column, messages) => {
    const letters = what === 'letters' ? 'Prof. Wren | ir | asked' : '';
    const read = await judged(line(rotation, '', letters));
    expect(read.messages).toEqual([expect.stringContaining(`Line 2, column "${column}": `)]);
    expect(read.messages[0]).toContain(messages);
  });

  test.each([
    ['still on the list', 'Brown,,ir,2017-07-03,2017-07-28,,,', 'would have ended on Fri, Jul 28'],
    ['applied for', 'Brown,,ir,2026-10-05,2026-10-30,submitted,,', 'would have ended'],
    ['of 391 days', 'Brown,,ir,2027-07-05,2028-07-29,,,', 'a rotation of 391 days'],
  ])('for a rotation %s whose days nobody means', async (_, rotation, messages) => {
    const read = await judged(line(rotation));
    expect(read.messages).toEqual([expect.stringContaining('Line 2, column "Last day": ')]);
    expect(read.messages[0]).toContain(messages);
  });

  test('for a paper of the future, and not for two of one kind', async () => {
    const future = await judged(line(PAST, '', '', 'tb | issued 2027-01-04'));
    expect(future.messages).toEqual([
      expect.stringMatching(/^Line 2, column "Papers": Mon, Jan 4, 2027 is in the future/),
    ]);
    const two = await judged(line(PAST, '', '', 'tb | issued 2025-01-04\ntb | issued 2026-08-03'));
    expect(two.messages).toEqual([]);
  });

  test('for a paper that expires before it was issued', async () => {
    const papers = 'tb | issued 2027-01-04 | expires 2026-01-04';
    expect((await judged(line(PAST, '', '', papers))).messages).toEqual([
      expect.stringContaining('Line 2, column "Papers": '),
    ]);
  });
});

test('a letter at a host that grants none is refused', async () => {
  const read = await judged(
    line(PAST.replace('Brown,', 'Stanford,stanford'), '', 'W | ir | asked'),
  );
  expect(read.messages).toEqual([expect.stringContaining('gives no letters')]);
});

describe('a closed rotation is left out, which is said', () => {
  test.each([
    ['where no reason is given', '', ''],
    ['that was completed by a letter the sheet does not hold', 'complete', 'W | ir | agreed'],
  ])('%s', async (_, reason, letters) => {
    const closed = PAST.replace('waiting,', `closed,${reason}`);
    const { messages, notices } = await judged(line(closed, '', letters));
    expect([messages, notices]).toEqual([[], [expect.stringContaining('is left out')]]);
  });

  test('and not one whose letter is in ERAS, assigned or not', async () => {
    const closed = PAST.replace('waiting,', 'closed,complete');
    for (const status of ['uploaded', 'assigned'])
      expect((await judged(line(closed, '', `W | ir | ${status}`))).notices).toEqual([]);
  });
});
