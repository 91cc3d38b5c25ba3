/** A school's own words: what is known is read, and what is not is asked once for its column. */
import { describe, expect, test } from 'vitest';
import { unclearWords } from '#shared/cohort/import/unclear.ts';
import { ALICE, BOB, file, HEADER, judged } from './files.ts';

const WIDE = `${HEADER},Host,Specialty,First day,Last day,Status`;
const at = (status: string, who = ALICE) => `${who},Brown,ir,2027-07-05,2027-07-30,${status}`;

describe('a status in a school’s own words', () => {
  test.each([
    ['Applied', 'submitted'],
    ['Accepted', 'collecting'],
    ['Conf.', 'collecting'],
    ['WL', 'waitlisted'],
    ['Wait list', 'waitlisted'],
    ['Offer received', 'offered'],
    ['Not started', 'shortlisted'],
  ])('is read: %s', async (status, as) => {
    const { messages, people } = await judged(file(WIDE, at(status)));
    expect([messages, people[0]?.rotations[0]?.cells.status]).toEqual([[], as]);
  });

  test.each([
    ['W/D', 'withdrawn'],
    ['Rejected', 'rejected'],
    ['canceled by host', 'canceled-by-host'],
  ])('closes the rotation for its reason: %s', async (status, reason) => {
    const { messages, notices, rotations, people } = await judged(file(WIDE, at(status)));
    expect([messages, notices, rotations?.added]).toEqual([[], [], 1]);
    expect(people[0]?.rotations[0]?.cells).toMatchObject({
      status: 'closed',
      closedReason: reason,
    });
  });

  test('and so does the reason in a column of its own', async () => {
    const { messages, people } = await judged(
      file(`${WIDE},Closed because`, `${at('closed')},W/D`, `${at('closed', BOB)},DNR`),
    );
    expect(messages).toEqual([expect.stringContaining('Line 3, column "Closed because": “DNR”')]);
    expect(people[0]?.rotations[0]?.cells.closedReason).toBe('withdrawn');
  });

  test.each(['Pending', 'Pending VSLO', 'DNR', 'In progress', 'Completed', 'Declined'])(
    'is asked where it has several meanings or none: %s',
    async (status) => {
      const { unclear, messages } = await judged(file(WIDE, at(status)));
      expect(unclear).toMatchObject([{ line: 2, column: 'Status', text: status, cells: 1 }]);
      expect(messages[0]).toContain(`“${status}” is not valid. This column takes shortlisted,`);
    },
  );
});

describe('an unclear text', () => {
  const sheet = file(WIDE, at('Pending'), at('PENDING', BOB));
  const saying = (text: string, as: string) =>
    judged(sheet, [], undefined, {}, { meanings: [{ column: 'Status', text, as }] });

  test('is asked once for its column, however it is cased', async () => {
    const { unclear } = await judged(sheet);
    expect(unclear.map(unclearWords)).toEqual([
      expect.stringMatching(
        /^Line 2, column "Status": “Pending” .* It is in 2 cells of the column\.$/,
      ),
    ]);
  });

  test('means in each of its cells what its sender says', async () => {
    const { unclear, people } = await saying('pending', 'submitted');
    expect([unclear, people.map(({ rotations }) => rotations[0]?.cells.status)]).toEqual([
      [],
      ['submitted', 'submitted'],
    ]);
  });

  test('leaves its cells empty where its sender says so, with a notice', async () => {
    const { unclear, notices, rotations } = await saying('Pending', '-');
    expect([unclear, notices.length, rotations?.added]).toEqual([[], 2, 2]);
  });

  test('stays asked where the answer is none either', async () => {
    const { unclear } = await saying('Pending', 'soon');
    expect(unclear).toMatchObject([{ text: 'soon', cells: 2 }]);
  });

  test('of another column is another question', async () => {
    const { unclear } = await saying('Pending VSLO', 'submitted');
    expect(unclear).toHaveLength(1);
  });

  test('such as a day with a remark is never guessed, and is explained by another day', async () => {
    const column = 'First day';
    const noted = file(WIDE, at('').replace('2027-07-05', '7/5/27 (tent.)'));
    expect((await judged(noted)).unclear).toMatchObject([{ column, text: '7/5/27 (tent.)' }]);
    const meanings = [{ column, text: '7/5/27 (tent.)', as: '7/5/2027' }];
    const { messages, people } = await judged(
      noted,
      [],
      undefined,
      {},
      { meanings, order: 'month-first' },
    );
    expect([messages, people[0]?.rotations[0]?.cells.start]).toEqual([[], '2027-07-05']);
  });

  test.each([
    [200, 0, 200],
    [201, 202, 0],
  ])(
    'is explained here or, where there are %i of them, corrected in the sheet',
    async (count, problems, asked) => {
      const lines = Array.from({ length: count }, (_, n) =>
        at(`Own word ${n}`, ALICE.replace('alice@', `a${n}@`).replace('Alice', `A${n}`)),
      );
      const read = await judged(file(WIDE, ...lines));
      expect([read.messages.length - read.unclear.length, read.unclear.length]).toEqual([
        problems,
        asked,
      ]);
      expect(read.messages.filter((each) => each.includes('At most 200 texts'))).toHaveLength(
        asked ? 0 : 1,
      );
    },
  );

  test('beyond as many explained ones is corrected in the sheet', async () => {
    const meanings = Array.from({ length: 200 }, (_, n) => ({
      column: 'Status',
      text: `w${n}`,
      as: '-',
    }));
    const { unclear, messages } = await judged(sheet, [], undefined, {}, { meanings });
    expect([unclear, messages]).toEqual([
      [],
      [expect.stringContaining('At most 200 texts'), expect.stringContaining('“Pending”')],
    ]);
  });

  test.each([
    ['an address, which names a person', 'alice@example.org', 'alice'],
    ['a name', 'Alice Mathew', 'call +1 312 555 0100'],
  ])('is not %s', async (_, right, wrong) => {
    const { unclear, messages } = await judged(file(HEADER, ALICE.replace(right, wrong)));
    expect([unclear, messages.length]).toEqual([[], 1]);
  });
});
