import { expect, test } from 'vitest';
import { guideRule } from '#shared/world/guide/rules.ts';
import {
  DEFAULT_CHECKLIST,
  DOCUMENT_FACTS,
  DOCUMENT_KINDS,
  validitySchema,
} from '#shared/world/hosts/document-kinds.ts';

test('every kind is named and explained in one sentence, and says where its validity comes from', () => {
  for (const kind of DOCUMENT_KINDS) {
    const { label, explains, validity, validitySource } = DOCUMENT_FACTS[kind];
    expect(label, kind).toMatch(/^[A-Z].{1,40}$/);
    expect(explains, kind).toMatch(/^[A-Z][^.]+\.$/);
    expect(validitySchema.safeParse(validity).success, kind).toBe(true);
    expect(validitySource, kind).not.toBe('');
  }
});

test('the default checklist is the guide’s: its five immunization items and four more, each once', () => {
  expect(new Set(DEFAULT_CHECKLIST).size).toBe(DEFAULT_CHECKLIST.length);
  const immunisations = ['mmr', 'varicella', 'hepatitis-b', 'tb', 'influenza'];
  expect(DEFAULT_CHECKLIST.filter((kind) => immunisations.includes(kind))).toHaveLength(
    guideRule('G14')?.countMin ?? 0,
  );
  expect(DEFAULT_CHECKLIST.filter((kind) => !immunisations.includes(kind))).toEqual([
    'background-check',
    'health-insurance',
    'english',
    'malpractice',
  ]);
});

test('a drug screen is not asked for by default, and counts to the start', () => {
  expect(DEFAULT_CHECKLIST).not.toContain('drug-screen');
  expect(DOCUMENT_FACTS['drug-screen'].validity).toEqual({ days: 60, countedTo: 'start' });
});

test('a validity without a unit, of no length or of both units is refused', () => {
  for (const validity of [12, { days: 0 }, { months: 6, days: 3 }, 'forever']) {
    expect(validitySchema.safeParse(validity).success, JSON.stringify(validity)).toBe(false);
  }
});
