/** Writers of a list: a person by address, however the name is spelled; on Mon, Mar 1, 2027. */
import { expect, test } from 'vitest';
import { byWriter, lettersBySameWriter } from '#shared/cohort/report/by-writer.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import type { SummaryLetter } from '#shared/people/outlook/summary.ts';
import { letter, noonOf, rotation, row } from '../rows.ts';

const TODAY = '2027-03-01';

function rowsOf(...letters: [host: string, of: Partial<SummaryLetter>][]) {
  return letters.map(([host, of], n) =>
    reportRow(
      row({
        id: `p${n}`,
        rotations: [rotation({ host, letters: [letter({ id: `l${n}`, ...of })] })],
      }),
      noonOf(TODAY),
    ),
  );
}
const reported = (rows: ReturnType<typeof rowsOf>) =>
  byWriter(rows, TODAY).map(({ writer, hosts, applicants, otherSpellings }) => ({
    writer,
    hosts,
    applicants,
    otherSpellings,
  }));

test('two writers of one name are two rows, distinguished by their hosts', () => {
  const rows = rowsOf(
    ['Brown', { writer: 'Dr Yu', by: 'a' }],
    ['Yale', { writer: 'Dr Yu', by: 'b' }],
  );
  expect(reported(rows)).toEqual([
    { writer: 'Dr Yu', hosts: ['Brown'], applicants: 1, otherSpellings: [] },
    { writer: 'Dr Yu', hosts: ['Yale'], applicants: 1, otherSpellings: [] },
  ]);
});

test('one writer under two spellings is one row', () => {
  const rows = rowsOf(
    ['Brown', { writer: 'Prof. Wren', by: 'a' }],
    ['Brown', { writer: 'Prof. Wren', by: 'a' }],
    ['Brown', { writer: 'Emily Wren MD', by: 'a' }],
  );
  expect(reported(rows)).toEqual([
    { writer: 'Prof. Wren', hosts: ['Brown'], applicants: 3, otherSpellings: ['Emily Wren MD'] },
  ]);
});

test('without an address it is anybody with that name at that host', () => {
  const rows = rowsOf(
    ['Brown', { writer: 'Dr Yu', by: 'a' }],
    ['Brown', { writer: 'dr  yu' }],
    ['Yale', { writer: 'Dr Yu' }],
  );
  expect(reported(rows).map(({ hosts, applicants }) => [hosts, applicants])).toEqual([
    [['Brown'], 2],
    [['Yale'], 1],
  ]);
});

test('where two of that name at that host have addresses, no guess is made', () => {
  const rows = rowsOf(
    ['Brown', { writer: 'Dr Yu', by: 'a' }],
    ['Brown', { writer: 'Dr Yu', by: 'b' }],
    ['Brown', { writer: 'Dr Yu' }],
  );
  expect(reported(rows).map(({ applicants }) => applicants)).toEqual([1, 1, 1]);
});

test('each row leads to its own applicants alone', () => {
  const rows = rowsOf(
    ['Brown', { writer: 'Dr Yu', by: 'a' }],
    ['Brown', { writer: 'E. Yu', by: 'a' }],
    ['Yale', { writer: 'Dr Yu', by: 'b' }],
  );
  const lists = byWriter(rows, TODAY).map(({ letter: key }) =>
    lettersBySameWriter(rows, key).map(({ id }) => id),
  );
  expect(lists).toEqual([['p0', 'p1'], ['p2']]);
  expect(lettersBySameWriter(rows, 'p9.l9')).toEqual([]);
});

test('reminders left are the days still to come, of letters that are open and emailed', () => {
  const awaited = {
    on: '2027-03-22' as const,
    remindOn: ['2027-03-01' as const, '2027-03-15' as const, '2027-03-19' as const],
  };
  const rows = rowsOf(
    ['Brown', { by: 'a', awaited }],
    ['Brown', { by: 'a', status: 'uploaded', awaited }],
    ['Yale', { by: 'b' }],
  );
  expect(
    byWriter(rows, TODAY).map(({ remindersLeft, nextDue }) => [remindersLeft, nextDue]),
  ).toEqual([
    [2, '2027-03-22'],
    [undefined, undefined],
  ]);
});
