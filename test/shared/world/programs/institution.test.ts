import { describe, expect, test } from 'vitest';
import { institutionById } from '#shared/world/programs/directory.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';

function host(id: string): Institution {
  const known = institutionById(id);
  if (!known) throw new Error(`The directory does not hold ${id}.`);
  return known;
}

describe('the catches that cost a season', () => {
  test('Stanford writes an evaluation and no letter; of Yale it is unknown', () => {
    expect(host('stanford').grantsLetters).toBe(false);
    expect(host('yale').grantsLetters).toBeUndefined();
  });

  test('Baylor takes students from abroad from January to June, and no visitor visa', () => {
    expect(host('baylor').monthsOpenToInternational).toEqual([1, 2, 3, 4, 5, 6]);
    expect(host('baylor').visaClasses).toEqual(['F-1', 'J-1', 'green-card', 'EAD']);
    expect(host('baylor').offering.read?.validity?.tb).toEqual({ months: 12 });
  });

  test('Vanderbilt is open in spring only; of Weill Cornell and Yale no month is stated', () => {
    expect(host('vanderbilt').monthsOpenToInternational).toEqual([3, 4, 5]);
    expect(host('weill-cornell')).not.toHaveProperty('monthsOpenToInternational');
    expect(host('yale')).not.toHaveProperty('monthsOpenToInternational');
  });

  test('Mayo is reached through VSLO alone, Stanford by its own portal', () => {
    expect(host('mayo').routes).toEqual(['vslo']);
    expect(host('stanford').routes).toEqual(['institution']);
  });

  test('Duke and Penn take students of the schools that they name', () => {
    expect(host('duke').acceptsInternational).toBe('partner-schools');
    expect(host('penn').acceptsInternational).toBe('partner-schools');
    expect(institutionById('penn-visiting-clerkship-and-mentorship')?.acceptsInternational).toBe(
      'no',
    );
  });

  test('Houston Methodist lets physicians watch; Cleveland Clinic nobody who wants a residency', () => {
    expect(host('houston-methodist').modes).toEqual(['observer']);
    expect(host('houston-methodist')).not.toHaveProperty('acceptsGraduates');
    expect(host('cleveland-clinic').acceptsGraduates).toBe('no');
    expect(host('uab').acceptsGraduates).toBe('no');
  });

  test('a host’s id means its elective, or its observership where that is asked for', () => {
    expect(institutionById('uab')?.id).toBe('uab-international-electives');
    expect(institutionById('uab', 'observer')?.id).toBe('uab-international-observers');
    expect(institutionById('yale', 'observer')?.id).toBe('yale-international-electives');
  });

  test('a stated month of lead counts as long as months can be, and stated days as days', () => {
    expect([host('pitt').leadDays, host('jefferson').leadDays, host('yale').leadDays]).toEqual([
      92, 184, 120,
    ]);
    expect(host('baylor').leadDays).toBe(42);
    expect(host('uab').documentsLeadDays).toBe(14);
  });

  test('Jefferson’s drug screen counts to the start of the rotation', () => {
    expect(host('jefferson').offering.read?.validity?.['drug-screen']).toEqual({
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

  test('is secondary where the words are on an older page, and without a day where none was recorded', () => {
    expect(provenanceOf(host('weill-cornell'), 'visaAccepted').certainty).toBe('secondary');
    expect(provenanceOf(host('nih'), 'routes')).not.toHaveProperty('checkedOn');
  });
});
