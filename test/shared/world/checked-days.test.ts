/** Nobody can have read a page tomorrow: every day in the data that ships, against the real day of this run. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../../shared/', import.meta.url);
const TODAY = new Date().toISOString().slice(0, 10);

test('no row was checked later than today', () => {
  const files = tables();
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(({ name, rows }) => laterThan(TODAY, name, rows))).toEqual([]);
});

test('the day of every offering is among them', () => {
  const offerings = tables().find(({ name }) => name.endsWith('offerings.json'))?.rows ?? [];
  expect(daysIn(offerings)).toHaveLength(123);
  expect(laterThan('2026-05-16', 'offerings.json', offerings)).toHaveLength(123);
});

test('a row of tomorrow is named by file, line, and field', () => {
  const rows = [{ checkedOn: '2026-11-27' }, { visa: { checkedOn: '2026-11-29' } }];
  expect(laterThan('2026-11-28', 'fees.json', rows)).toEqual([
    'fees.json line 3: visa.checkedOn 2026-11-29 is later than today',
  ]);
});

function tables(): { name: string; rows: unknown[] }[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, rows: JSON.parse(readFileSync(new URL(name, ROOT), 'utf8')) }))
    .filter(({ rows }) => Array.isArray(rows));
}

function laterThan(today: string, name: string, rows: readonly unknown[]): string[] {
  return rows.flatMap((row, index) =>
    daysIn(row)
      .filter(([, day]) => day > today)
      .map(([field, day]) => `${name} line ${index + 2}: ${field} ${day} is later than today`),
  );
}

/** Every `checkedOn` in a row, with the path to it. */
function daysIn(value: unknown, path = ''): [field: string, day: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]): [string, string][] =>
    key === 'checkedOn' ? [[`${path}${key}`, String(each)]] : daysIn(each, `${path}${key}.`),
  );
}
