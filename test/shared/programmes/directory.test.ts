import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  institutionById,
  institutions,
  programmeByCode,
  programmes,
} from '../../../shared/programmes/directory.ts';
import { institutionSchema } from '../../../shared/programmes/institution.ts';
import { programmeSchema } from '../../../shared/programmes/programme.ts';
import { parseRows } from '../../../shared/rows.ts';

describe('the directory', () => {
  test('holds 103 integrated IR and 193 DR programmes and 30 hosts, each once', () => {
    const count = (kind: string) => programmes().filter((each) => each.kind === kind).length;
    expect([count('integrated-ir'), count('dr'), institutions().length]).toEqual([103, 193, 30]);
    expect(new Set(programmes().map(({ code }) => code)).size).toBe(296);
    expect(new Set(institutions().map(({ id }) => id)).size).toBe(30);
  });

  test('pairs programmes both ways and links hosts that exist', () => {
    for (const { code, pairedCode, institutionId } of programmes()) {
      if (pairedCode) expect(programmeByCode(pairedCode)?.pairedCode).toBe(code);
      if (institutionId) expect(institutionById(institutionId)).toBeDefined();
    }
  });

  test('takes empty for unknown and never for no', () => {
    const esir = new Set(programmes().map((each) => each.esir));
    expect(esir).toEqual(new Set(['yes', undefined]));
    expect(programmes().filter((each) => each.esir === 'yes')).toHaveLength(18);
    const nih = institutionById('nih');
    expect([nih?.acceptsInternational, nih?.grantsLetters, nih?.routes]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('knows the hosts’ catches', () => {
    expect(institutionById('stanford')?.grantsLetters).toBe(false);
    expect(institutionById('baylor')?.monthsOpenToInternational).toEqual([1, 2, 3, 4, 5, 6]);
    expect(institutionById('baylor')?.visaClasses).toEqual(['F-1', 'J-1']);
    expect(institutionById('baylor')?.validityOverrides?.tb).toEqual({ months: 12 });
    expect(institutionById('duke')?.acceptsInternational).toBe('no');
  });

  test('knows nothing of a host or a code that is not in it', () => {
    expect(institutionById('atlantis')).toBeUndefined();
    expect(programmeByCode('0000000000')).toBeUndefined();
  });
});

describe('a row', () => {
  const [good] = programmes();

  test('that is whole is taken', () => {
    expect(parseRows('a.json', programmeSchema, [good])).toEqual([good]);
  });

  test('with a code of nine digits is refused by file, line and field', () => {
    expect(() =>
      parseRows('a.json', programmeSchema, [good, { ...good, code: '416010001' }]),
    ).toThrow('a.json line 3: code is not an ACGME code of ten digits');
  });

  test('that says "no" to ESIR without a source is refused: the list is incomplete', () => {
    expect(() => parseRows('a.json', programmeSchema, [{ ...good, esir: 'no' }])).toThrow(
      'line 2: esir',
    );
  });

  test('of a host with a thirteenth month is refused', () => {
    const baylor = institutionById('baylor');
    expect(() =>
      parseRows('b.json', institutionSchema, [{ ...baylor, monthsOpenToInternational: [13] }]),
    ).toThrow('b.json line 2: monthsOpenToInternational.0');
  });
});

test('every data file has one row a line, so that a line number names a row', () => {
  const files = [
    'programmes/programmes',
    'programmes/institutions',
    'guide/rules',
    'season/seasons/2024',
    'season/seasons/2028',
  ];
  for (const file of files) {
    const lines = readFileSync(new URL(`../../../shared/${file}.json`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    const rows = lines.slice(1, -1).map((line) => JSON.parse(line.replace(/,$/, '')));
    expect([lines[0], lines.at(-1), rows.every((row) => typeof row === 'object')]).toEqual([
      '[',
      ']',
      true,
    ]);
  }
});
