import { describe, expect, test } from 'vitest';
import { institutionById, readInstitutions } from '#shared/world/programs/directory.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';

function host(id: string): Institution {
  const known = institutionById(id);
  if (!known) throw new Error(`The directory does not hold ${id}.`);
  return known;
}

describe('the catches that cost a season', () => {
  test('Stanford grants no letters; of the others it is unknown', () => {
    expect(host('stanford').grantsLetters).toBe(false);
    expect(host('yale').grantsLetters).toBeUndefined();
  });

  test('Baylor takes students from abroad from January to June, on F-1 or J-1', () => {
    expect(host('baylor').monthsOpenToInternational).toEqual([1, 2, 3, 4, 5, 6]);
    expect(host('baylor').visaClasses).toEqual(['F-1', 'J-1']);
    expect(host('baylor').validityOverrides?.tb).toEqual({ months: 12 });
  });

  test('Vanderbilt is open over the winter only, Weill Cornell closed over the summer', () => {
    expect(host('vanderbilt').monthsOpenToInternational).toEqual([1, 2, 3, 4, 11, 12]);
    expect(host('weill-cornell').monthsOpenToInternational).not.toContain(7);
    expect(host('yale')).not.toHaveProperty('monthsOpenToInternational');
  });

  test('Mayo is reached through VSLO alone, Stanford by its own portal', () => {
    expect(host('mayo').routes).toEqual(['vslo']);
    expect(host('stanford').routes).toEqual(['institution']);
  });

  test('Duke takes nobody from abroad, Penn only from partner schools', () => {
    expect(host('duke').acceptsInternational).toBe('no');
    expect(host('penn').acceptsInternational).toBe('partner-schools');
  });

  test('a graduate may watch at Houston Methodist and Cleveland Clinic, not work', () => {
    expect(host('houston-methodist').modes).toEqual(['observer']);
    expect(host('cleveland-clinic').acceptsGraduates).toBe('observer-only');
    expect(host('uab').acceptsGraduates).toBeUndefined();
  });

  test('a stated month of lead counts as long as months can be', () => {
    expect([host('pitt').leadDays, host('yale').leadDays, host('jefferson').leadDays]).toEqual([
      92, 123, 184,
    ]);
    expect(host('baylor').documentsLeadDays).toBe(42);
  });

  test('Jefferson’s drug screen counts to the start of the rotation', () => {
    expect(host('jefferson').validityOverrides?.['drug-screen']).toEqual({
      days: 60,
      countedTo: 'start',
    });
  });
});

describe('where one field comes from', () => {
  test('is what the row says', () => {
    expect(provenanceOf(host('yale'), 'leadDays')).toEqual({
      source: 'https://medicine.yale.edu/md-program/visiting-students/international/',
      checkedOn: '2026-05-17',
      certainty: 'official',
    });
  });

  test('is secondary where the words stand on an older or second-hand page', () => {
    expect(provenanceOf(host('weill-cornell'), 'leadDays').certainty).toBe('secondary');
    expect(provenanceOf(host('weill-cornell'), 'visaClasses').certainty).toBe('official');
  });
});

describe('nothing is read that the page does not say', () => {
  const yale = host('yale');

  test('a field without its words is refused', () => {
    const { leadDays: _, ...readFrom } = yale.readFrom ?? {};
    expect(() => readInstitutions([{ ...yale, readFrom }])).toThrow(
      'shared/world/programs/institutions.json line 2: readFrom.leadDays is missing',
    );
  });

  test('words that stand nowhere on the page are refused', () => {
    const readFrom = { ...yale.readFrom, leadDays: ['apply whenever you like'] };
    expect(() => readInstitutions([{ ...yale, readFrom }])).toThrow(
      'line 2: readFrom.leadDays quotes "apply whenever you like", which no stated field says',
    );
  });

  test('words without their field, and doubt about a field that is not there, are refused', () => {
    const { leadDays: _, ...withoutLead } = yale;
    expect(() => readInstitutions([{ ...withoutLead, weakFields: ['leadDays'] }])).toThrow(
      /line 2: leadDays is missing, but readFrom has its words\n.*line 2: weakFields names leadDays/,
    );
  });

  test('the same host twice is refused', () => {
    expect(() => readInstitutions([yale, yale])).toThrow('line 3: id yale is also on line 2');
  });
});
