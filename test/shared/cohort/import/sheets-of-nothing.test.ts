/** Large sheets of nothing are refused by name, and reading stops at the bound. */
import { expect, test } from 'vitest';
import { contactIn } from '#shared/base/contact.ts';
import { suggestMapping } from '#shared/cohort/import/mapping.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { readMappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { patientDataIn } from '#shared/plan/facts/patient-data.ts';

const BYTES = 3_900_000;

test.each([
  ['lines of one letter', 'a\n'.repeat(BYTES / 2), 'more than 50000 lines'],
  ['commas', ','.repeat(BYTES), 'more than 200 cells'],
  ['lines of commas', `${','.repeat(999)}\n`.repeat(BYTES / 1000), 'more than 200 cells'],
  ['a header and wide lines', `a,b\n${`${','.repeat(999)}\n`.repeat(3000)}`, 'more than 200 cells'],
])('%s', (_, text, said) => {
  const before = process.cpuUsage();
  const read = readCsv(text);
  const { user, system } = process.cpuUsage(before);
  expect(read.ok ? '' : read.failure.map(({ message }) => message).join()).toContain(said);
  // Far above what it takes, and far below the seconds it took.
  expect((user + system) / 1e6).toBeLessThan(1.5);
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
