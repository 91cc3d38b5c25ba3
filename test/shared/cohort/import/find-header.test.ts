/** Where a sheet's header is, and what only looks like one. */
import { describe, expect, test } from 'vitest';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { ALICE, file, HEADER, judged } from './files.ts';

describe('a header is found', () => {
  test('in two lines, the upper one naming the rotations', async () => {
    const sheet = file(
      'Student,,,,,,,Rotation 1,,,Rotation 2,,',
      `${HEADER},Specialty,Host,Start,End,Host,Start,End`,
      `${ALICE},ir,Brown,2027-07-05,2027-07-30,Yale,2027-08-02,2027-08-27`,
    );
    const { messages, unread, rotations } = await judged(sheet);
    expect([messages, unread, rotations?.added]).toEqual([[], [], 2]);
  });

  test('in two lines, the lower one naming the days', async () => {
    const sheet = file(
      `${HEADER},Host,Specialty,Rotation dates,`,
      ',,,,,,,,Start,End',
      `${ALICE},Brown,ir,2027-07-05,2027-07-30`,
    );
    const { messages, unread, people } = await judged(sheet);
    expect([messages, unread, people[0]?.line]).toEqual([[], [], 3]);
    expect(people[0]?.rotations[0]?.cells).toMatchObject({ start: '2027-07-05' });
  });

  test('below a title, where its column of addresses has another name', () => {
    const read = readCsv(
      file('IR 2028', '', HEADER.replace('Email', 'Contact'), ALICE.replace('Alice', 'Ali')),
    );
    expect(read.ok && read.value.header).toContain('Contact');
  });

  test('behind empty lines and columns', async () => {
    const sheet = file(',,', ',,', `,,${HEADER}`, `,,${ALICE}`);
    const { messages, unread, outcomes } = await judged(sheet);
    expect([messages, unread, outcomes?.added]).toEqual([[], [], 1]);
  });

  test('with remarks in parentheses', async () => {
    const { messages, unread } = await judged(
      file(
        `${HEADER},Host (hospital),Specialty*,Start (MM/DD/YY),End date:`,
        `${ALICE},Brown,ir,7/5/27,7/30/27`,
      ),
    );
    expect([messages, unread]).toEqual([[], []]);
  });
});

describe('a sheet is refused or asked about', () => {
  test('where its first line is a person already', () => {
    const read = readCsv(file(ALICE, ALICE.replace('alice@', 'ali@')));
    expect(!read.ok && read.failure).toEqual([
      { line: 1, message: expect.stringContaining('no line above it names the columns') },
    ]);
  });

  test('where two columns have one name and only a title is above', () => {
    const read = readCsv(file('IR 2028,,,', 'Name,Email,Notes,notes', 'a,a@example.org,b,c'));
    expect(!read.ok && read.failure).toMatchObject([{ line: 2, column: 'notes' }]);
  });

  test('where the line below the header is a cut-off person, not a second header', async () => {
    const sheet = file(`${HEADER},`, 'Start,End,,,,,', ALICE);
    expect((await judged(sheet)).messages).toEqual([
      expect.stringContaining('Line 2, column "Email": “End” must look like'),
    ]);
  });

  test('where two columns match one field, only one of them in its own words', async () => {
    const { unread, people } = await judged(file(`Name (nickname),${HEADER}`, `Ali,${ALICE}`));
    expect([unread.map(({ column }) => column), people[0]?.profile.name]).toEqual([
      ['Name (nickname)'],
      'Alice Mathew',
    ]);
  });

  test('where a number in parentheses is a second rotation’s', async () => {
    const { unread } = await judged(file(`${HEADER},Host (2)`, `${ALICE},Yale`));
    expect(unread.map(({ column }) => column)).toEqual(['Host (2)']);
  });
});
