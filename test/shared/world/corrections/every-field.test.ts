/** Every field of a host and of a program: Dana corrects it, her cohort has it at once, and everyone once someone else read the page. */
import { describe, expect, test } from 'vitest';
import { success } from '#shared/base/result.ts';
import { decodeCsv } from '#shared/cohort/import/decode-csv.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { readCell } from '#shared/world/corrections/cells.ts';
import { confirmCorrection, correctAll } from '#shared/world/corrections/change-world.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import { HOST_CELLS, HOST_FIELDS } from '#shared/world/corrections/host-cells.ts';
import { PROGRAM_CELLS, PROGRAM_FIELDS } from '#shared/world/corrections/program-cells.ts';
import { readCorrections } from '#shared/world/corrections/read-correction.ts';
import { readSheet } from '#shared/world/corrections/read-sheet.ts';
import {
  HOST_SHEET,
  PROGRAM_SHEET,
  type SheetOf,
  sheetText,
} from '#shared/world/corrections/sheets.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';
import { openingSchema } from '#shared/world/hosts/host-date.ts';
import { ENGLISH_TESTS, offeringSchema, readShape } from '#shared/world/hosts/offering.ts';
import { institutions, programs } from '#shared/world/programs/directory.ts';
import { programSchema } from '#shared/world/programs/program.ts';
import { programFactSchema } from '#shared/world/programs/program-fact.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../cast.ts';

const DANA = { by: 'Dana Advisor', advisorId: 'dana', cohortIds: ['c2028'] };
const PAGE = {
  update: 'a',
  source: 'https://medicine.yale.edu/ir',
  checkedOn: '2026-11-20',
  certainty: 'official',
  reason: 'Their page says so',
};
const YALE = { ...PAGE, of: 'host', institutionId: 'yale-international-electives' };
const YALES = { ...PAGE, of: 'program', code: '4160800001' };

/** What nobody corrects, each with why. */
const NOT_CORRECTED = {
  id: 'rotations, links, and corrections name an offering by it',
  hostId: 'it ties the offerings of one host together',
  institution: 'a host has one name, by which plans find it',
  sources: 'each correction names its own page',
  confidence: 'each correction says whether its page is official',
  checkedOn: 'each correction has its day, and so has a page that was read again',
  further: 'other pages with days of their own, shown as such',
  acgmeCodes: 'a newer list of programs ties programs to hosts',
  'opening.closedMonths': 'the open months say it',
  'opening.only': 'a part of the department’s own row',
};
/** A newer list of programs replaces what it names. */
const NOT_CORRECTED_OF_PROGRAM = [
  ...['code', 'name', 'kind', 'city', 'state', 'pairedCode', 'pairingBasis', 'listSeason'],
  ...['source', 'checkedOn', 'certainty', 'confidence', 'note'],
];

describe('the table of fields', () => {
  test('has every field of an offering, or why nobody corrects it', () => {
    const { read: _, ...columns } = offeringSchema.shape;
    const { english: __, weeksEach: ___, opening: ____, fees: _____, ...read } = readShape;
    const inside = (path: string, names: object) => Object.keys(names).map((name) => path + name);
    const all = [
      ...Object.keys(columns),
      ...inside('read.', read),
      ...inside('read.english.', { asked: 1, validMonths: 1 }),
      ...inside('read.english.minimum.', ENGLISH_TESTS),
      ...inside('read.weeksEach.', { min: 1, max: 1 }),
      ...inside('opening.', openingSchema.shape),
      ...inside('fees.', { application: 1, tuition: 1, administration: 1, deposit: 1 }),
    ];
    const known = HOST_FIELDS.map((field) => HOST_CELLS[field].at);
    expect(all.filter((at) => !known.includes(at)).toSorted()).toEqual(
      Object.keys(NOT_CORRECTED).toSorted(),
    );
    const own = known.filter((at) => !at.startsWith('sign.'));
    expect(own.filter((at) => !all.includes(at))).toEqual([]);
  });

  test('has every topic and every field of a program that no list names', () => {
    const known: string[] = PROGRAM_FIELDS.map((field) => PROGRAM_CELLS[field].at);
    const topics = programFactSchema.shape.topic.options;
    expect(topics.filter((topic) => !known.includes(topic))).toEqual([]);
    const own = Object.keys(programSchema.shape);
    expect(own.filter((name) => !known.includes(name)).toSorted()).toEqual(
      NOT_CORRECTED_OF_PROGRAM.toSorted(),
    );
  });
});

const LEGAL: Readonly<Record<string, string>> = {
  months: '9; 10',
  number: '2',
  score: '6.5',
  usd: '150',
  days: '150',
  date: '2027-03-01',
  term: '7 days from offer',
  blocks: '2027-07-05; 2027-08-02',
  period: '2027-07-05 to 2028-04-21',
  'each-year': '11-15 to 01-01',
  weekday: '1 mon',
  validity: 'tb: 12 months; bls: none; drug-screen: 60 days to the start',
  words: 'For visitors only | By email, too',
  addresses: 'https://medicine.yale.edu/apply | visiting@yale.edu',
  line: '2027-28',
  state: 'NY',
  domain: 'ynhh.org',
  count: '3 of 24 (2025)',
};
const ILLEGAL: Readonly<Record<string, string>> = {
  one: 'perhaps',
  flag: 'true',
  several: 'B-1; Z-9',
  months: '9; 13',
  number: '-2',
  score: '6,5',
  usd: '-150',
  days: '731',
  date: '2027-02-30',
  term: '7 days',
  blocks: '2027-07-05; soon',
  period: '2028-04-21 to 2027-07-05',
  'each-year': '11-31 to 01-01',
  weekday: '6 mon',
  validity: 'tb: 12 moons',
  words: `too long ${'x'.repeat(400)}`,
  addresses: 'javascript:alert(1)',
  line: 'two\nlines',
  state: 'New York',
  domain: 'edu',
  count: '25 of 24 (2025)',
};

describe.each([
  ['a host', HOST_SHEET, YALE],
  ['a program', PROGRAM_SHEET, YALES],
])('each field of %s', (_, sheet, form) => {
  const subject = sheet.of === 'host' ? 'yale-international-electives' : '4160800001';

  test.each(Object.entries(sheet.cells))('%s holds what was entered', (field, cell) => {
    const published = textAt(undefined);
    const [first = '', second] = Object.keys(cell.choices).filter((each) => each !== published);
    const text = cell.kind === 'several' ? `${first}; ${second}` : (LEGAL[cell.kind] ?? first);
    const entered = field === 'step-minimum' ? '230' : text;
    expect(entered).not.toBe(published);
    const item = correctedBy({ ...form, [field]: entered });
    if (!item.ok) throw new Error(JSON.stringify(item.failure));
    expect(textAt('c2028', item.value)).toBe(field === 'domain' ? published : entered);
    expect(textAt('c2029', item.value)).toBe(published);
    const everyones = confirmCorrection(
      item.value,
      'a',
      { id: 'b', by: 'operator', reason: 'read it, too' },
      MONDAY,
    );
    if (!everyones.ok) throw new Error(everyones.failure.reason);
    if (field !== 'domain') expect(textAt('c2029', everyones.value)).toBe(entered);

    function textAt(cohortId: string | undefined, world = UNCHANGED_WORLD): string {
      const found = sheet.find(worldsOf(world)(cohortId), subject);
      return found ? sheet.text(found, field) : '';
    }
  });

  test.each(Object.entries(sheet.cells))('%s takes nothing else, and says so', (field, cell) => {
    const item = correctedBy({ ...form, [field]: ILLEGAL[cell.kind] ?? '' });
    expect(item).toMatchObject({ ok: false, failure: { field } });
  });
});

describe('the sheets', () => {
  test.each([
    ['of all hosts', HOST_SHEET, institutions(), 139],
    ['of all programs', PROGRAM_SHEET, programs(), 296],
  ] as const)('%s read back ask for no change', (_, sheet, all, many) => {
    const file = decodeCsv(new TextEncoder().encode(sheetText(sheet, all)));
    const csv = file.ok ? readCsv(file.value.text) : file;
    if (!csv.ok) throw new Error(JSON.stringify(csv.failure));
    expect(csv.value.lines).toHaveLength(many);
    const author = { update: 'u', unconfirmed: DANA };
    expect(readSheet(csv.value, PUBLISHED_WORLD, author)).toEqual(success([]));
  });

  test('saved again by a spreadsheet ask for no change, whatever it made of days and of the first header', () => {
    const text = sheetText(HOST_SHEET, institutions())
      .replaceAll(/"(\d{4})-(\d\d)-(\d\d)"/g, (_, year, month, day) => `${+month}/${+day}/${year}`)
      .replaceAll('"February 2026"', '02/01/26')
      .replace('\ufeff"id"', '"\ufeff""id"""')
      .replaceAll('\r\n', '\n');
    expect(text).toContain('02/01/26');
    const csv = readCsv(text);
    if (!csv.ok) throw new Error(JSON.stringify(csv.failure));
    const author = { update: 'u', unconfirmed: DANA };
    expect(readSheet(csv.value, PUBLISHED_WORLD, author)).toEqual(success([]));
  });

  test.each([
    ['a day of another month', 'checkedOn', '5/18/2026'],
    ['a day written the other way round', 'checkedOn', '17/5/2026'],
  ])('with %s are no sheet without a change: %s', (_, column, text) => {
    const yale = institutions().find(({ id }) => id === YALE.institutionId);
    if (!yale) throw new Error('Yale is gone.');
    const cells = [yale.id, text, yale.source, yale.certainty];
    const header = ['id', column, 'source', 'certainty'];
    const sheet = { header, lines: [{ line: 2, cells }] };
    expect(yale.checkedOn).toBe('2026-05-17');
    const read = readSheet(sheet, PUBLISHED_WORLD, { update: 'u', unconfirmed: DANA });
    expect(read).toMatchObject({ ok: false, failure: [{ line: 2, column }] });
  });

  test.each([
    [HOST_SHEET, institutions()],
    [PROGRAM_SHEET, programs()],
  ] as const)('hold only what could be entered: $0.of', (sheet: SheetOf, all) => {
    const illegal = all.flatMap((each) =>
      Object.entries(sheet.cells).flatMap(([field, cell]) => {
        const text = sheet.text(each, field);
        return text !== '' && readCell(cell, text) === undefined ? [`${field}: ${text}`] : [];
      }),
    );
    expect(illegal).toEqual([]);
  });
});

function correctedBy(form: Record<string, string>) {
  const read = readCorrections(form);
  if (!read.ok) return read;
  const { corrections, reason } = read.value;
  const all = corrections.map((each) => ({ correction: { ...each, unconfirmed: DANA }, reason }));
  return correctAll(UNCHANGED_WORLD, all, DANA.by, MONDAY);
}
