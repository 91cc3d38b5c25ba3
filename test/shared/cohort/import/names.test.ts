/** Names as schools keep them: in two columns, or the last name first. */
import { describe, expect, test } from 'vitest';
import { ALICE, BOB, file, HEADER, judged } from './files.ts';

const OTHERS = 'Email,Time zone,Match year,Enrollment,Pathway';
const CELLS = 'ana@example.org,America/Lima,2028,enrolled,integrated-ir';
const named = async (headers: string, cells: string) => {
  const { messages, unread, people } = await judged(
    file(`${headers},${OTHERS}`, `${cells},${CELLS}`),
  );
  return [messages, unread, people[0]?.profile.name];
};

describe('one name is read from', () => {
  test.each([
    ['First Name,Last Name', 'Ana,Reyes', 'Ana Reyes'],
    ['Last,First', 'Reyes,Ana', 'Ana Reyes'],
    ['Surname,Given name', 'Reyes,Ana', 'Ana Reyes'],
    ['Name,First name', 'Reyes,Ana', 'Ana Reyes'],
    ['Student Last Name,Student First Name,Middle', 'Reyes,Ana,M.', 'Ana M. Reyes'],
    ['FNAME,LNAME', 'ANA MARÍA,REYES-LÓPEZ', 'Ana María Reyes-López'],
    ['First name,Last name', 'Suharto,', 'Suharto'],
  ])('the columns %s: %s', async (headers, cells, name) => {
    expect(await named(headers, cells)).toEqual([[], [], name]);
  });

  test.each([
    ['Name', '"Okafor, Nkechi"', 'Nkechi Okafor'],
    ['Student', '"PATEL, RAVI"', 'Ravi Patel'],
    ['Name', '"King, Martin, Jr."', 'Martin King Jr.'],
    ['Name', '"de la Cruz, Ana María"', 'Ana María de la Cruz'],
    ['"Last, First"', '"Okafor, Nkechi"', 'Nkechi Okafor'],
    ['Name (Last First)', 'Okafor Nkechi', 'Nkechi Okafor'],
    ['Last name First name', 'Okafor Nkechi', 'Nkechi Okafor'],
    ['"Name (First, Last)"', '"Nkechi, Okafor"', 'Nkechi Okafor'],
  ])('the column %s: %s', async (header, cell, name) => {
    expect(await named(header, cell)).toEqual([[], [], name]);
  });

  test('the first that is turned around, and a notice shows it', async () => {
    const { notices } = await judged(
      file(HEADER, ALICE.replace('Alice Mathew', '"Mathew, Alice"'), BOB),
    );
    expect(notices).toEqual([
      'Line 2, column "Name": Names are read first name first: “Mathew, Alice” was read as Alice Mathew.',
    ]);
  });
});

describe('a name stays as it is', () => {
  test.each([
    ['with a title behind a comma', '"Ravi Patel, MD"', 'Ravi Patel, MD'],
    ['with several of them', '"Ravi Patel, MD, PhD"', 'Ravi Patel, MD, PhD'],
    ['with a title of two words', '"Priya Shah, MD PhD"', 'Priya Shah, MD PhD'],
    ['with a fellowship', '"Priya Shah, FRCR"', 'Priya Shah, FRCR'],
    ['with a degree of another country', '"Priya Shah, M.Ch., DNB"', 'Priya Shah, M.Ch., DNB'],
    ['of several words', 'Ana De La Cruz', 'Ana De La Cruz'],
    ['in capital letters, where nothing is turned around', 'JT LEE', 'JT LEE'],
    ['that is a formula', '"=a,b()"', '=a,b()'],
  ])('%s', async (_, cell, name) => {
    expect(await named('Name', cell)).toEqual([[], [], name]);
  });

  test('asked about where the header turns it around and no comma shows where', async () => {
    const [messages] = await named('Last First', 'De La Cruz Ana');
    expect(messages).toEqual([
      'Line 2, column "Last First": “De La Cruz Ana” does not show where the last name ends. Put a comma after it.',
    ]);
  });

  test.each([
    ['Ana Reyes', 'Ana Reyes'],
    ['De La Cruz, Ana', 'Ana De La Cruz'],
    ['ana', 'ana'],
    ['De La Cruz Ana', 'De La Cruz Ana'],
  ])('as its sender answers: %s', async (as, name) => {
    const column = 'Last First';
    const sheet = file(`${column},${OTHERS}`, `De La Cruz Ana,${CELLS}`);
    const meanings = [{ column, text: 'De La Cruz Ana', as }];
    const { messages, people } = await judged(sheet, [], undefined, {}, { meanings });
    expect([messages, people[0]?.profile.name]).toEqual([[], name]);
  });

  test('and no answer keeps another line of the same words from being turned around', async () => {
    const column = 'Last First';
    const other = CELLS.replace('ana@', 'b@');
    const sheet = file(`${column},${OTHERS}`, `De La Cruz Ana,${CELLS}`, `Ana Reyes,${other}`);
    const meanings = [{ column, text: 'De La Cruz Ana', as: 'Ana Reyes' }];
    const { people } = await judged(sheet, [], undefined, { 'who.3': 'second' }, { meanings });
    expect(people.map(({ profile }) => profile.name)).toEqual(['Ana Reyes', 'Reyes Ana']);
  });

  test.each([
    [
      'where most names have none',
      ['Ana Reyes', 'Bob Tane', '"Chen, Amy"'],
      4,
      'Chen, Amy',
      'Amy Chen',
    ],
    [
      'where a small word follows it',
      ['"Amy Chen, deferred"'],
      2,
      'Amy Chen, deferred',
      'deferred Amy Chen',
    ],
  ])('asked about with a comma %s', async (_, names, line, text, turned) => {
    const lines = names.map((name, at) => `${name},${CELLS.replace('ana@', `a${at}@`)}`);
    const sheet = file(`Name,${OTHERS}`, ...lines);
    expect((await judged(sheet)).messages).toEqual([
      `Line ${line}, column "Name": “${text}” can be ${turned}, or a name with a remark. Write the first name first, without a comma.`,
    ]);
    for (const as of ['Amy Chen', text]) {
      const meanings = [{ column: 'Name', text, as }];
      const { messages, people } = await judged(sheet, [], undefined, {}, { meanings });
      expect([messages, people.at(-1)?.profile.name]).toEqual([[], as]);
    }
  });

  test('beside its parts, which are asked about as columns that nothing reads', async () => {
    const [, unread] = await named('Name,First name,Last name', 'Ana Reyes,Ana,Reyes');
    expect(unread).toMatchObject([{ column: 'First name' }, { column: 'Last name' }]);
  });

  test('missing where there is only half of it', async () => {
    const [messages, unread] = await named('First name', 'Ana');
    expect(messages).toEqual([expect.stringContaining('Name is missing')]);
    expect(unread).toMatchObject([{ column: 'First name', near: 'name' }]);
  });
});
