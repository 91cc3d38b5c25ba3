import { describe, expect, test } from 'vitest';
import {
  hostRules,
  institutionById,
  institutions,
  programByCode,
  programs,
  readInstitutions,
  readPrograms,
} from '#shared/world/programs/directory.ts';

describe('the directory', () => {
  test('holds 103 integrated IR and 193 DR programs and 30 hosts', () => {
    const kinds = programs().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'integrated-ir')).toHaveLength(103);
    expect(kinds.filter((kind) => kind === 'dr')).toHaveLength(193);
    expect(institutions()).toHaveLength(30);
  });

  test('names for every row its source, the day it was checked and how sure it is', () => {
    for (const { source, checkedOn, certainty } of [...programs(), ...institutions()]) {
      expect(source).not.toBe('');
      expect(['2026-05-17', '2026-11-23']).toContain(checkedOn);
      expect(['official', 'secondary']).toContain(certainty);
    }
  });

  test('pairs 204 programs, each with one that is paired back', () => {
    const paired = programs().filter(({ pairedCode }) => pairedCode !== undefined);
    expect(paired).toHaveLength(204);
    const backs = paired.map(({ pairedCode }) => programByCode(pairedCode ?? '')?.pairedCode);
    expect(backs).toEqual(paired.map(({ code }) => code));
  });

  test('links a program to its host where the names leave no doubt', () => {
    expect(hostRules(programByCode('4160800001')?.institutionId)?.id).toBe('yale');
    expect(hostRules(programByCode('4204821195')?.institutionId)?.id).toBe('baylor');
  });

  test('does not link what only sounds alike', () => {
    // Baylor University Medical Center in Dallas is not Baylor College of Medicine in Houston.
    expect(programByCode('4204822190')?.name).toBe('Baylor University Medical Center');
    expect(programByCode('4204822190')?.institutionId).toBeUndefined();
    // Florida International University's radiology is at Baptist Health.
    expect(programByCode('4201100001')?.institutionId).toBeUndefined();
  });

  test('knows nothing of a code or host that it does not hold', () => {
    expect(programByCode('0000000000')).toBeUndefined();
    expect(institutionById('atlantis')).toBeUndefined();
    expect(hostRules(undefined)).toBeUndefined();
  });
});

describe('an empty cell is unknown and never no', () => {
  test('of early specialization: eighteen say yes, nobody says no', () => {
    const said = programs().flatMap(({ esir }) => (esir ? [esir.offered] : []));
    expect(said).toHaveLength(18);
    expect(new Set(said)).toEqual(new Set(['yes']));
    expect(programByCode('4200121006')).not.toHaveProperty('esir');
  });

  test('of visas: only what an institution states of itself', () => {
    const stated = programs().filter(({ visa }) => visa !== undefined);
    expect(stated).toHaveLength(10);
    // Notices of H-1B visas in another department say nothing of radiology.
    expect(programByCode('4161200001')?.visa).not.toHaveProperty('h1b');
    expect(programByCode('4164800003')?.visa).toMatchObject({ j1: 'yes', h1b: 'no' });
  });

  test('of a host whose page settles nothing', () => {
    const nih = institutionById('nih');
    expect(nih?.name).toBe('NIH Clinical Center');
    for (const field of ['acceptsInternational', 'acceptsGraduates', 'grantsLetters', 'routes']) {
      expect(nih, field).not.toHaveProperty(field);
    }
  });
});

describe('a malformed row is refused by file, line and field', () => {
  const [uab] = programs();
  const [yale] = institutions();

  test('a code of nine digits', () => {
    expect(() => readPrograms([uab, { ...uab, code: '416010001' }], institutions())).toThrow(
      'shared/world/programs/programs.json line 3: code is not an ACGME code of ten digits',
    );
  });

  test('a field of a nested fact', () => {
    const esir = { offered: 'perhaps', statedFor: '2016-09', confidence: 'low', source: 'x' };
    expect(() => readPrograms([{ ...uab, esir }], institutions())).toThrow(
      /line 2: esir\.offered is not one of yes, no\n.*line 2: esir\.checkedOn/,
    );
  });

  test('a partner or a host that does not exist', () => {
    expect(() => readPrograms([{ ...uab, institutionId: 'atlantis' }], institutions())).toThrow(
      /line 2: pairedCode 4200111007 is no program of this file\n.*line 2: institutionId atlantis is no host/,
    );
  });

  test('a host with a thirteenth month, or a field that nobody knows', () => {
    const rows = [{ ...yale, monthsOpenToInternational: [13], rating: 5 }];
    expect(() => readInstitutions(rows)).toThrow(
      /institutions\.json line 2: monthsOpenToInternational\.0 .*\n.*line 2: rating is not a known field/,
    );
  });
});
