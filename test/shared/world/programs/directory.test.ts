import { describe, expect, test } from 'vitest';
import { hosts } from '#shared/world/hosts/hosts.ts';
import { esirOf, visaOf } from '#shared/world/programs/decided.ts';
import {
  institutionById,
  institutions,
  programByCode,
  programs,
  programsOf,
  readPrograms,
} from '#shared/world/programs/directory.ts';

describe('the directory', () => {
  test('holds 103 integrated IR and 193 DR programs, and 139 offerings of 92 hosts', () => {
    const kinds = programs().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'integrated-ir')).toHaveLength(103);
    expect(kinds.filter((kind) => kind === 'dr')).toHaveLength(193);
    expect(institutions()).toHaveLength(139);
    expect(hosts()).toHaveLength(92);
  });

  test('names for every row its source and how sure it is, and the day it was checked or that none was recorded', () => {
    for (const { source, checkedOn, certainty } of [...programs(), ...institutions()]) {
      expect(source).not.toBe('');
      expect(['2026-05-17', '2026-11-23', undefined]).toContain(checkedOn);
      expect(['official', 'secondary']).toContain(certainty);
    }
  });

  test('pairs 204 programs, each with one that is paired back', () => {
    const paired = programs().filter(({ pairedCode }) => pairedCode !== undefined);
    expect(paired).toHaveLength(204);
    const backs = paired.map(({ pairedCode }) => programByCode(pairedCode ?? '')?.pairedCode);
    expect(backs).toEqual(paired.map(({ code }) => code));
  });

  test('links a program to its host by the ACGME code that the host’s row names', () => {
    expect(programByCode('4160800001')?.institutionId).toBe('yale');
    expect(programByCode('4204821195')?.institutionId).toBe('baylor-college-of-medicine');
    expect(programsOf('yale-international-electives').map(({ code }) => code)).toContain(
      '4160800001',
    );
    const codes = new Set(programs().map(({ code }) => code));
    const named = hosts().flatMap(({ acgmeCodes }) => acgmeCodes);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
    expect(programsOf('a-host-that-nobody-listed')).toEqual([]);
  });

  test('does not link what only sounds alike', () => {
    // Baylor University Medical Center in Dallas is not Baylor College of Medicine in Houston.
    expect(programByCode('4204822190')?.name).toBe('Baylor University Medical Center');
    expect(programByCode('4204822190')?.institutionId).toBeUndefined();
  });

  test('knows nothing of a code or host that it does not hold', () => {
    expect(programByCode('0000000000')).toBeUndefined();
    expect(institutionById('atlantis')).toBeUndefined();
  });
});

describe('an empty cell is unknown and never no', () => {
  test('of ESIR and visas: a program without a page has neither', () => {
    const silent = programs().find(({ facts = [] }) => facts.length === 0);
    expect(esirOf(silent)).toBeUndefined();
    expect(visaOf(silent)).toBeUndefined();
  });

  test('of a host whose page settles nothing', () => {
    const nih = institutionById('nih');
    expect(nih?.name).toBe('NIH Clinical Center');
    for (const field of ['acceptsInternational', 'acceptsGraduates', 'grantsLetters', 'routes']) {
      expect(nih, field).not.toHaveProperty(field);
    }
  });
});

describe('a malformed row is refused by file, line, and field', () => {
  const [{ institutionId: _, facts: __, ...uab } = { institutionId: '', facts: [] }] = programs();

  test('a code of nine digits', () => {
    expect(() => readPrograms([uab, { ...uab, code: '416010001' }])).toThrow(
      'shared/world/programs/programs.json line 3: code is not an ACGME code of ten digits',
    );
  });

  test('a field of a nested fact', () => {
    const visiting = { policy: 'open', statedFor: '2026', certainty: 'sure', source: 'x' };
    expect(() => readPrograms([{ ...uab, visiting }])).toThrow(
      /line 2: visiting\.checkedOn is missing\n.*line 2: visiting\.certainty is not one of/,
    );
  });

  test('a partner that does not exist', () => {
    expect(() => readPrograms([uab])).toThrow(
      'line 2: pairedCode 4200111007 is no program of this file',
    );
  });
});
