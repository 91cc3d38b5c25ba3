/** Dana corrects cells of hosts and programs: they count for her cohort at once, and for everyone once someone else read the page. */
import { describe, expect, test } from 'vitest';
import { gatesOf } from '#shared/agenda/gates/gates.ts';
import { statedBy } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Result } from '#shared/base/result.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { parseItem } from '#shared/store/items.ts';
import { explainCorrection } from '#shared/words/world-refusals.ts';
import { readCell } from '#shared/world/corrections/cells.ts';
import { confirmCorrection, correct } from '#shared/world/corrections/change-world.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import { type Correction, correctionSchema } from '#shared/world/corrections/correction.ts';
import { HOST_CELLS } from '#shared/world/corrections/host-cells.ts';
import { enteredWords } from '#shared/world/corrections/words.ts';
import { UNCHANGED_WORLD, type WorldItem } from '#shared/world/corrections/world-item.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { knownOfHost } from '#shared/world/programs/known-facts.ts';
import { searchDirectory, searchSchema } from '#shared/world/search.ts';
import { MONDAY } from '../../../cast.ts';
import { aliceAsks, lineAt } from '../../shortlist/profiles.ts';

const DANA = { by: 'Dana Advisor', advisorId: 'dana', cohortIds: ['c2028'] };
const OMAR = { by: 'Omar Advisor', advisorId: 'omar', cohortIds: ['c2028'] };
const PAGE = {
  source: 'https://medicine.yale.edu/ir',
  checkedOn: '2026-11-20',
  certainty: 'official',
} as const;
const SCRUB_IN = { of: 'host', institutionId: 'yale', field: 'scrub-in', value: 'yes', ...PAGE };
const GRADUATES = { of: 'host', institutionId: 'yale', field: 'graduates', value: 'yes', ...PAGE };
const H1B = { of: 'program', code: '4160100001', field: 'visa-h1b', value: 'yes', ...PAGE };
const COUNT = {
  ...H1B,
  code: '4160800001',
  field: 'img-residents',
  value: { img: 3, residents: 24, year: 2025 },
};

describe('a sign of teaching', () => {
  test('counts at once for her own cohort, as her word, and for nobody else', () => {
    const item = entered(UNCHANGED_WORLD, { ...SCRUB_IN, unconfirmed: DANA });
    const sign = (cohortId?: string) =>
      worldsOf(item)(cohortId).host('yale')?.teaching?.['scrub-in'];
    expect(sign('c2028')).toMatchObject({
      answer: 'yes',
      certainty: 'secondary',
      source: 'entered by Dana Advisor, not yet confirmed: https://medicine.yale.edu/ir',
    });
    expect([sign('c2029'), sign()]).toEqual([undefined, undefined]);
  });

  test('confirmed counts for everyone: one sign of nine is known', () => {
    const world = worldsOf(confirmed({ ...SCRUB_IN, unconfirmed: DANA }))();
    const { rotations } = shortlist(aliceAsks(), world, MONDAY);
    expect(lineAt(rotations, 'yale-international-electives').facts.at(-1)?.text).toBe(
      'Signs of good teaching: 1 yes, 0 no, 8 not known',
    );
  });
});

describe('a cell of a host’s page', () => {
  test('is what the gate judges by, with its own source', () => {
    const item = entered(UNCHANGED_WORLD, { ...GRADUATES, unconfirmed: DANA });
    expect(graduateAt(item, undefined)?.state).toBe('not-met');
    expect(graduateAt(item, 'c2028')).toMatchObject({
      state: 'met',
      provenance: { source: expect.stringContaining('entered by Dana Advisor, not yet confirmed') },
    });
  });

  test('of which two advisors of a cohort enter different values counts neither way: the gate asks', () => {
    const dana = entered(UNCHANGED_WORLD, { ...GRADUATES, unconfirmed: DANA });
    const both = entered(dana, { ...GRADUATES, value: 'trained-only', unconfirmed: OMAR }, 'o');
    expect(graduateAt(both, 'c2028')).toMatchObject({
      state: 'ask',
      reason: { code: 'disputed', topic: 'who' },
    });
    expect(graduateAt(both, undefined)?.state).toBe('not-met');
    const settled = value(confirmCorrection(both, 'o', by('x'), MONDAY));
    expect(settled.corrections).toHaveLength(1);
    expect(graduateAt(settled, 'c2028')?.reason.code).toBe('graduates-trained-only');
  });

  test('of which two advisors enter the same value is no conflict', () => {
    const dana = entered(UNCHANGED_WORLD, { ...GRADUATES, unconfirmed: DANA });
    const other = { ...GRADUATES, source: 'https://medicine.yale.edu/other', unconfirmed: OMAR };
    expect(graduateAt(entered(dana, other, 'o'), 'c2028')?.state).toBe('met');
  });

  test('is one cell under the host’s id and the offering’s', () => {
    const item = entered(UNCHANGED_WORLD, { ...GRADUATES, unconfirmed: DANA });
    const again = {
      ...GRADUATES,
      institutionId: 'yale-international-electives',
      unconfirmed: DANA,
    };
    expect(correct(item, parsed(again, 'b'), by('b'), MONDAY)).toMatchObject({
      failure: { reason: 'same' },
    });
  });

  test.each([
    ['months', ['9', '10'], 'September and October'],
    ['visaAccepted', ['B-1', 'ESTA'], 'B-1 and ESTA'],
    ['leadDays', 150, '150 days before the start'],
    ['leadDays', '2027-02-01', 'Mon, Feb 1, 2027'],
    ['electivesMax', 2, '2'],
    ['opens', '2027-03-01', 'Mon, Mar 1, 2027'],
    ['opens', 270, '270 days before the start'],
    ['letters', 'no', 'not given'],
    ['offerTerm', '7 days from offer', '7 days from the offer'],
    ['paymentTerm', '1 days from acceptance', '1 day from acceptance'],
    ['startsOn', 'mon', 'Monday'],
    ['startsOn', '1 mon', 'first Monday of a month'],
    ['closedDays', '11-15 to 01-01', 'Nov 15 to Jan 1'],
    ['between', '2026-07-06 to 2027-04-23', 'Mon, Jul 6, 2026, to Fri, Apr 23, 2027'],
    [
      'validity',
      ['tb: 12 months', 'bls: none', 'drug-screen: 60 days to the start', 'influenza: season'],
      'TB test: 12 months; BLS or ACLS certificate: until its printed date; Drug screen: 60 days, counted to the start; Flu shot: until the next flu season',
    ],
    ['citizens', 'us-only', 'US citizens and permanent residents only'],
  ])('is listed on the host’s page with its words: %s', (field, entry, words) => {
    const host = worldsOf(
      confirmed({ ...GRADUATES, field, value: entry, unconfirmed: DANA }),
    )().host('yale');
    if (!host) throw new Error('Yale is gone.');
    expect(knownOfHost(host, '2026-11-23').facts.map(({ text }) => text)).toContain(words);
  });
});

describe('a question of the host’s page', () => {
  const MONTHS = 'Which months are open to international students?';
  const EXAMS = 'Do you ask for USMLE steps or an ECFMG certificate?';
  const FEES = 'What do four weeks cost, including all fees?';

  test.each([
    ['months', ['9', '10'], MONTHS],
    ['blockStarts', ['2027-07-05'], MONTHS],
    ['between', '2026-07-06 to 2027-04-23', MONTHS],
    ['step1', 'before-applying', EXAMS],
    ['ecfmgCertificate', 'not-asked', EXAMS],
    ['tuitionFee', 0, FEES],
    ['visaIssued', ['J-1'], 'Which visa class do you accept for the rotation?'],
    ['leadDays', 90, 'How far ahead must visitors apply?'],
  ])('is answered by what an advisor entered: %s', (field, entry, question) => {
    expect(asksAfter(question, field, entry)).not.toContain(question);
  });

  test.each([
    ['weeksMin', 4, MONTHS],
    ['startsOn', 'mon', MONTHS],
    ['visaRefused', ['B-2'], 'Which visa class do you accept for the rotation?'],
    ['deposit', 100, FEES],
    ['toefl', 100, EXAMS],
  ])('stays where the entry is another answer: %s', (field, entry, question) => {
    expect(asksAfter(question, field, entry)).toContain(question);
  });

  /** Of the first host that is asked this. */
  function asksAfter(question: string, field: string, entry: unknown): readonly string[] {
    const today = '2026-11-23';
    const asked = institutions().find((host) => knownOfHost(host, today).asks.includes(question));
    const of = { ...GRADUATES, institutionId: asked?.id, certainty: 'secondary' };
    const item = confirmed({ ...of, field, value: entry, unconfirmed: DANA });
    const host = worldsOf(item)().host(asked?.id);
    if (!host) throw new Error(`Nobody is asked: ${question}`);
    return knownOfHost(host, today).asks;
  }
});

test.each([
  [0, 'no limit (official)'],
  [5, '5 (official)'],
])('a limit of %i years since graduation reads: %s', (value, words) => {
  const of = { ...H1B, field: 'graduation-limit', value, id: 'a' };
  expect(enteredWords(correctionSchema.parse(of))).toBe(words);
});

test('statements that are pasted line by line are one each', () => {
  const pasted = 'Open all year.\r\n\r\n  Closed in June. | No blocks.\n';
  expect(readCell(HOST_CELLS.monthsWords, pasted)).toEqual([
    'Open all year.',
    'Closed in June.',
    'No blocks.',
  ]);
});

describe('of an offering', () => {
  test('letters count in its own facts, and an opening day is the host’s own', () => {
    const letters = { ...GRADUATES, field: 'letters', value: 'no', unconfirmed: DANA };
    const opens = { ...GRADUATES, field: 'opens', value: '2027-03-01', unconfirmed: DANA };
    const world = worldsOf(entered(entered(UNCHANGED_WORLD, letters), opens, 'b'))('c2028');
    expect(world.host('yale')?.grantsLetters).toBe(false);
    expect(world.host('yale')?.offering.read?.opens).toEqual([{ on: '2027-03-01' }]);
  });

  test.each([
    ['opens', 'in spring'],
    ['opens', '2027-02-30'],
    ['leadDays', '2027-02-30'],
    ['leadDays', '1900-03-01'],
    ['opens', '3000-03-01'],
    ['blockStarts', ['2027-07-05', '3000-07-05']],
    ['between', '1900-07-06 to 2027-04-23'],
    ['letters', 'sometimes'],
  ])('%s is never %s', (field, value) => {
    const { success } = correctionSchema.safeParse({ ...GRADUATES, id: 'a', field, value });
    expect(success).toBe(false);
  });
});

describe('an official source', () => {
  test.each([
    ['the host’s own page', SCRUB_IN],
    ['its program’s page on the host’s domain', { ...H1B, source: 'https://uab.edu/ir/h1b' }],
  ])('is %s', (_, of) => {
    expect(reasonOf(of)).toBeUndefined();
  });

  test.each([
    ['a stranger’s page', 'https://yale.example.org/ir'],
    ['an address that only looks like the host’s', 'https://yale.edu.evil.example/ir'],
    ['hearsay', 'Dr. Lee, by phone'],
    ['a page with words beside it', 'https://medicine.yale.edu/ir and call us'],
    ['another host’s page', 'https://med.stanford.edu/ir'],
  ])('is not %s, which may be a secondary one', (_, source) => {
    const refused = correct(
      UNCHANGED_WORLD,
      parsed({ ...SCRUB_IN, source, unconfirmed: DANA }),
      by('a'),
      MONDAY,
    );
    if (refused.ok) throw new Error('It was accepted.');
    expect(explainCorrection(refused.failure)).toMatchObject({
      field: 'certainty',
      message: expect.stringContaining('only for a page on yale.edu'),
    });
    expect(reasonOf({ ...SCRUB_IN, source, certainty: 'secondary' })).toBeUndefined();
  });

  test('is none of a program whose host has no page in the directory', () => {
    const unknown = { ...H1B, code: '4160300002', source: 'https://creighton.edu/ir' };
    expect(reasonOf(unknown)).toBe('not-official');
    expect(reasonOf({ ...unknown, certainty: 'secondary' })).toBeUndefined();
  });
});

test.each([
  ['a host that is none', { ...SCRUB_IN, institutionId: 'atlantis' }, 'unknown-subject'],
  ['a program that is none', { ...H1B, code: '1' }, 'unknown-subject'],
  ['tomorrow', { ...SCRUB_IN, checkedOn: '2026-11-24' }, 'checked-later'],
])('a cell of %s is refused', (_, of, reason) => {
  expect(reasonOf(of)).toBe(reason);
});

test('a program’s cells reach the applications and the directory', () => {
  const yales = { ...H1B, code: '4160800001', source: 'https://medicine.yale.edu/gme' };
  const counted = { ...COUNT, source: 'https://medicine.yale.edu/gme' };
  const item = confirmed(
    { ...yales, unconfirmed: DANA },
    confirmed({ ...counted, unconfirmed: DANA }),
    'b',
  );
  const world = worldsOf(item)();
  const line = lineAt(shortlist(aliceAsks(), world, MONDAY).applications, '4160800001');
  expect(line.facts.map(({ text }) => text)).toContain('IMG residents: 3 of 24 (2025)');
  expect(line.canApply).toBe('yes');
  expect(searchDirectory(searchSchema.parse({ visa: 'h1b', text: 'yale' }), world).total).toBe(1);
});

test('a stored value that can no longer be entered counts for nobody, and the others stay', () => {
  const login = { ...SCRUB_IN, field: 'applyAt', value: ['https://office@yale.edu/apply'] };
  const old = { ...login, id: 'old', unconfirmed: DANA } as Correction;
  const part = { kind: 'world-part', id: 'dana-1', version: 1 };
  expect(correctionSchema.safeParse(old).success).toBe(false);
  expect(parseItem('world-part', { ...part, entries: [{ nth: 1, correction: old }] })).toBeTruthy();
  const h1b = { ...H1B, source: 'https://uab.edu/ir/h1b', unconfirmed: DANA };
  const item = entered({ ...UNCHANGED_WORLD, corrections: [old] }, h1b);
  const world = worldsOf(item)('c2028');
  expect(world.host('yale')?.offering.applyAt).toEqual(
    worldsOf(UNCHANGED_WORLD)('c2028').host('yale')?.offering.applyAt,
  );
  expect(world.program('4160100001')?.visa?.h1b).toBe('yes');
  expect(confirmCorrection(item, 'old', by('b'), MONDAY)).toMatchObject({
    failure: { reason: 'nothing-to-confirm' },
  });
});

test('a program’s disputed answer is unknown', () => {
  const esir = { ...H1B, field: 'esir', source: 'https://uab.edu/ir' };
  const dana = entered(UNCHANGED_WORLD, { ...esir, unconfirmed: DANA });
  const both = entered(dana, { ...esir, value: 'no', unconfirmed: OMAR }, 'o');
  expect(worldsOf(dana)('c2028').program('4160100001')?.esir?.offered).toBe('yes');
  expect(worldsOf(both)('c2028').program('4160100001')?.esir).toBeUndefined();
});

test.each([
  ['no answer', { ...SCRUB_IN, value: undefined }],
  ['another cell’s answer', { ...SCRUB_IN, value: 'partners-only' }],
  ['a month that is none', { ...GRADUATES, field: 'months', value: ['13'] }],
  ['three years’ notice', { ...GRADUATES, field: 'leadDays', value: 731 }],
  ['an answer for a count', { ...COUNT, value: 'yes' }],
  ['more IMG than residents', { ...COUNT, value: { img: 3, residents: 2, year: 2025 } }],
  ['no source', { ...SCRUB_IN, source: ' ' }],
  ['an estimate', { ...SCRUB_IN, certainty: 'estimated' }],
  ['a cell that is none', { ...SCRUB_IN, field: 'constructor' }],
])('a correction with %s is none', (_, of) => {
  expect(correctionSchema.safeParse({ ...of, id: 'a' }).success).toBe(false);
});

/** The gate "who may come" of Yale, for a graduate of this cohort. */
function graduateAt(item: WorldItem, cohortId: string | undefined) {
  const host = worldsOf(item)(cohortId).host('yale');
  const person = { enrollment: 'graduate' } as const;
  return host && gatesOf({ person, stay: { specialty: 'ir' }, ...statedBy(host) })[1];
}

function reasonOf(of: object): string | undefined {
  const made = correct(UNCHANGED_WORLD, parsed({ ...of, unconfirmed: DANA }), by('a'), MONDAY);
  return made.ok ? undefined : made.failure.reason;
}

function entered(item: WorldItem, of: object, id = 'a'): WorldItem {
  return value(correct(item, parsed(of, id), by(id), MONDAY));
}

function confirmed(of: object, item: WorldItem = UNCHANGED_WORLD, id = 'a'): WorldItem {
  return value(confirmCorrection(entered(item, of, id), id, by(`${id}-too`), MONDAY));
}

function parsed(of: object, id = 'a'): Correction {
  return correctionSchema.parse({ ...of, id });
}

function by(id: string) {
  return { id, by: 'Dana Advisor', reason: 'read it' };
}

function value<Value>(result: Result<Value, { reason: string }>): Value {
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
