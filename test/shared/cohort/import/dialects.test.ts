/** What spreadsheets write, and what only looks like it. */
import { describe, expect, test } from 'vitest';
import { decodeCsv } from '#shared/cohort/import/decode-csv.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { ALICE, BOB, file, HEADER, judged } from './files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoded = (of: Uint8Array) => {
  const read = decodeCsv(of);
  if (!read.ok) throw new Error(read.failure);
  return read.value;
};
const CAROL = 'Carol Núñez,carol@example.org,America/Lima,2028,enrolled,integrated-ir';

describe('is read', () => {
  test('UTF-8, with a byte order mark and without', async () => {
    const text = file(HEADER, CAROL);
    for (const mark of ['', '\ufeff']) {
      const read = decoded(bytes(mark + text));
      expect(read).toEqual({ text });
      expect((await judged(read.text)).messages).toEqual([]);
    }
  });

  test('Latin-1, with a notice that says so', () => {
    const read = decoded(Buffer.from(file(HEADER, CAROL), 'latin1'));
    expect(read.text).toContain('Núñez');
    expect(read.notice).toContain('Latin-1');
  });

  test('UTF-16 as “Unicode text” is saved, tabs and all', async () => {
    const text = file(HEADER, CAROL).replaceAll(',', '\t');
    const read = decoded(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(read.notice).toContain('UTF-16');
    expect((await judged(read.text)).outcomes).toMatchObject({ added: 1 });
  });

  test.each(['utf16le', 'utf16be'])('%s without a mark', (label) => {
    const wide = Buffer.from(file(HEADER, CAROL), 'utf16le');
    const read = decoded(label === 'utf16be' ? wide.swap16() : wide);
    expect(read.text).toContain('Núñez');
  });

  test.each(['Müller', 'Sœur – Zoë’s', 'Peña', 'Ólafsson', 'Strauß'])(
    'Western names in Latin-1: %s',
    (name) => {
      const bytesOf = { '–': 0x96, '’': 0x92, œ: 0x9c } as Record<string, number>;
      const latin = Uint8Array.from(`Name\n${name}`, (each) => bytesOf[each] ?? each.charCodeAt(0));
      expect(decoded(latin).text).toContain(name);
    },
  );

  test.each([
    [';', '\r\n'],
    ['\t', '\n'],
    ['|', '\n'],
    [',', '\r\n'],
  ])('cells parted by "%s" and lines ended by "%s"', async (delimiter, end) => {
    const text = file(HEADER, ALICE, BOB).replaceAll(',', delimiter).replaceAll('\n', end);
    expect((await judged(text)).outcomes).toEqual({ added: 2, changed: 0, same: 0 });
  });

  test('a comma, a quotation mark and a semicolon inside quotes', async () => {
    const text = file(HEADER, ALICE.replace('Alice Mathew', '"Mathew, Alice ""Ali""; Dr"'));
    expect((await judged(text)).people[0]?.profile.name).toBe('Mathew, Alice "Ali"; Dr');
  });

  test('empty lines, which are not applicants', async () => {
    expect((await judged(file(HEADER, '', ALICE, ',,,,,'))).outcomes).toMatchObject({ added: 1 });
  });

  test.each([
    [
      'Excel’s line that names the separator',
      `sep=;\r\n${file(HEADER, ALICE).replaceAll(',', ';')}`,
      3,
    ],
    [
      'a title and an empty line above the header',
      file('"IR, class of 2028",,', ',,', HEADER, ALICE),
      4,
    ],
    [
      'a title without any separator',
      file('IR 2028', HEADER.replaceAll(',', ';'), ALICE.replaceAll(',', ';')),
      3,
    ],
    ['line ends of three kinds', `${HEADER}\r\n\n\r${ALICE}\n`, 4],
    ['an old program’s end of file', `${file(HEADER, ALICE)}\u001a`, 2],
    ['empty cells left out at the end of a line', file(`${HEADER},School,Phone`, ALICE), 2],
    ['empty cells beyond the header', file(HEADER, `${ALICE},,,`), 2],
  ])('%s', async (_, text, line) => {
    const read = await judged(text);
    expect([read.messages, read.people.map((person) => person.line)]).toEqual([[], [line]]);
  });

  test('`=cmd()` in a name, as the text it is', async () => {
    const text = file(HEADER, ALICE.replace('Alice Mathew', "=cmd()|' /C calc'!A0"));
    expect((await judged(text)).people[0]?.profile.name).toBe("=cmd()|' /C calc'!A0");
  });
});

describe('is placed by its line', () => {
  test('after a cell with line breaks in it', async () => {
    const text = file(
      `${HEADER},Notes`,
      `${ALICE},"one\ntwo\nthree"`,
      `${BOB.replace('2028', 'soon')},`,
    );
    expect((await judged(text)).messages).toEqual([
      expect.stringMatching(/^Line 5, column "Match year": /),
    ]);
  });
});

describe('is refused with a sentence', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    [
      'an Excel workbook',
      bytes('PK\u0003\u0004rest'),
      'an Excel workbook (.xlsx), not CSV. Save it',
    ],
    [
      'an old one',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'Excel workbook (.xls), not CSV',
    ],
    ['LibreOffice’s', bytes('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument'), '(.ods)'],
    ['Numbers’', bytes('PK\u0003\u0004Index/Document.iwa'), 'File > Export To > CSV'],
    ['a PDF', bytes('%PDF-1.7'), 'This is a PDF, not CSV'],
    ['Turkish names', Buffer.from('Name\nAy\xfee G\xfcm\xfc\xfe,x', 'latin1'), '“Ayşe Gümüş”'],
    ['Polish names', Buffer.from('Name\nLech Wa\xb3\xeasa,x', 'latin1'), '“Lech Wałęsa”'],
    ['Cyrillic names', Buffer.from('Name\n\xc8\xe2\xe0\xed,x', 'latin1'), '“Иван”'],
    ['names of an old Mac', Buffer.from('Name\nRen\x8e,x', 'latin1'), '“René”'],
    ['a web page', bytes('<html><table><tr><td>Name'), 'web page named like a sheet'],
    ['a picture', new Uint8Array([137, 80, 78, 71, 0, 1, 2]), 'not a text file'],
  ])('%s', (_, of, messages) => {
    const read = decodeCsv(of);
    expect(!read.ok && read.failure).toContain(messages);
  });

  test.each([
    ['a quotation mark that is never closed', file(HEADER, `"${ALICE}`), 'never closes'],
    [
      'a quotation mark inside a cell',
      file(HEADER, ALICE.replace('Mathew', 'Mat"hew')),
      'in the middle of a cell',
    ],
    ['a header alone', file(HEADER), 'no lines below it'],
    ['white space', '\n \n', 'has no text'],
    ['two columns of one name', file('Name,name', 'a,b'), 'same header'],
  ])('%s', (_, text, messages) => {
    const read = readCsv(text);
    expect(!read.ok && read.failure.map((problem) => problem.message).join(' ')).toContain(
      messages,
    );
  });

  test('every line that is too long, each by its number', () => {
    const read = readCsv(file(HEADER, `${ALICE},more`, BOB, `${BOB},and,more`));
    expect(!read.ok && read.failure.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('a line cut off before its address', async () => {
    expect((await judged(file(HEADER, ALICE, 'Carol'))).messages).toEqual([
      'Line 3, column "Email": The email address is missing.',
    ]);
  });

  test('a second header of one name below a title, by its own line', () => {
    const read = readCsv(file('Title,,', 'Name,Email,name', 'a,b,c'));
    expect(!read.ok && read.failure.map(({ line }) => line)).toEqual([2]);
  });

  test('a line so long that it must be a slip, without reading on forever', () => {
    const read = readCsv(file(HEADER, `"${'x\n'.repeat(100_000)}`));
    expect(!read.ok && read.failure[0]?.message).toContain('too long');
  });

  test('more lines than are taken at once', () => {
    const read = readCsv(file('Name', ...Array.from({ length: 50_001 }, () => 'x')));
    expect(!read.ok && read.failure[0]?.message).toContain('more than 50,000 lines. Split it.');
  });
});
