/** Large sheets of nothing are refused by name, and reading stops at the bound. */
import { describe, expect, test } from 'vitest';
import { contactIn } from '#shared/base/contact.ts';
import { suggestMapping } from '#shared/cohort/import/mapping.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { patientDataIn } from '#shared/plan/facts/patient-data.ts';

const BYTES = 3_900_000;

test.each([
  ['lines of one letter', 'a\n'.repeat(BYTES / 2), 'more than 50,000 lines'],
  ['commas', ','.repeat(BYTES), 'more than 200 cells'],
  ['lines of commas', `${','.repeat(999)}\n`.repeat(BYTES / 1000), 'more than 200 cells'],
  ['a header and wide lines', `a,b\n${`${','.repeat(999)}\n`.repeat(3000)}`, 'more than 200 cells'],
])('%s', (_, text, said) => {
  const before = process.cpuUsage();
  const read = readCsv(text);
  const { user, system } = process.cpuUsage(before);
  expect(read.ok ? '' : read.failure.map(({ message }) => message).join()).toContain(said);
  expect((user + system) / 1e6).toBeLessThan(0.5);
});

describe('lines without text', () => {
  const header = 'name,email\n';
  const emptyLines = ', \n'.repeat(60_000);

  test('behind the last one with text are no reason to refuse a sheet', () => {
    const read = readCsv(`${header}Ana,ana@example.org\n${emptyLines}`);
    expect(read.ok && read.value.lines).toEqual([{ line: 2, cells: ['Ana', 'ana@example.org'] }]);
  });

  test('never hide a line behind them', () => {
    const read = readCsv(`${header}${emptyLines}Ana,ana@example.org\n`);
    expect(!read.ok && read.failure[0]?.message).toContain('more than 50,000 lines');
  });
});

test('commas and line breaks inside quotation marks are text', () => {
  const words = `"${'a,\n'.repeat(2000)}"`;
  const read = readCsv(`name,email\r\n${words},ana@example.org\r\n`);
  expect(read.ok && read.value.lines[0]?.cells[1]).toBe('ana@example.org');
});

test('a sheet of exactly as many lines as are read is read', () => {
  const read = readCsv(`name,email\n${'Ana,ana@example.org\n'.repeat(50_000)}`);
  expect(read.ok && read.value.lines.length).toBe(50_000);
  const one = readCsv(`name,email\n${'Ana,ana@example.org\n'.repeat(50_001)}`);
  expect(!one.ok && one.failure[0]?.message).toContain('more than 50,000 lines');
});

test('a form full of what patterns stumble over is read at once', () => {
  const texts = ['at_', '1 ', 'a.', ' [', '-> ', '7 ', '.a '].map((part) => part.repeat(16_384));
  const before = process.cpuUsage();
  for (const text of texts) {
    contactIn(text);
    patientDataIn(text);
    suggestMapping([text]);
    readMappingText(`${text}->`);
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(1.5);
});

test.each([
  ['a header', `Name,Email,a${' '.repeat(8000)}b\nA,a@b.co,1\n`],
  ['a header of signs', `Name,Email,a${'@.'.repeat(8000)} b\nA,a@b.co,1\n`],
  ['a cell below it', `Name,Email,Notes\nA,a@b.co,a${' '.repeat(8000)}b\n`],
])('%s with a long run of one kind is read at once', (_, text) => {
  const before = process.cpuUsage();
  expect(readCsv(text).ok).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(0.5);
});

test('a remark behind a gap is none of the header, and a text of a thousand letters is no header', () => {
  const long = `Email (${'x'.repeat(1000)})`;
  expect(suggestMapping(['Name   (Last, First)', long])).toEqual({
    name: { column: 'Name   (Last, First)' },
  });
});
