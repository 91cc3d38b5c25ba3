import { describe, expect, it } from 'vitest';
import type { GatePerson, GateStay } from '#shared/agenda/gates/gate.ts';
import { gatesOf } from '#shared/agenda/gates/gates.ts';
import { phraseGate } from '#shared/words/gate-words.ts';
import { hosts } from '#shared/world/hosts/hosts.ts';

const PEOPLE: readonly GatePerson[] = [
  { enrollment: 'enrolled' },
  { enrollment: 'enrolled', graduationOn: '2028-03-31', entry: 'visa', schoolInVslo: false },
  {
    enrollment: 'enrolled',
    school: 'Keio',
    entry: 'waiver',
    step1Passed: false,
    english: { toefl: 90 },
  },
  { enrollment: 'graduate', graduationOn: '2019-06-30', entry: 'citizen', ecfmgCertified: false },
];
const STAYS: readonly GateStay[] = [
  { specialty: 'ir' },
  { specialty: 'dr', dates: { start: '2027-07-05', end: '2027-07-30' } },
  { specialty: 'other', dates: { start: '2027-02-01', end: '2027-05-28' } },
];

const reasons = hosts().flatMap(({ name, offerings }) =>
  offerings.flatMap((offering) =>
    PEOPLE.flatMap((person) =>
      STAYS.flatMap((stay) => gatesOf({ person, stay, offering }).map((gate) => ({ name, gate }))),
    ),
  ),
);

describe('the reason of a gate', () => {
  it('is a sentence for every offering, person, and stay', () => {
    expect(new Set(reasons.map(({ gate }) => gate.reason.code)).size).toBeGreaterThan(30);
    const bad = reasons
      .map(({ name, gate }) => phraseGate(gate, name, 'applicant'))
      .filter((text) => !/^[A-Z].*[.)]$/s.test(text) || /undefined|NaN|\$\{/.test(text));
    expect(bad).toEqual([]);
  });

  it('asks about schools that the directory does not name', () => {
    const reason = { code: 'students-of-named-schools', schools: [] } as const;
    expect(phraseGate({ reason }, 'Yale', 'advisor')).toBe(
      'Yale accepts only students from schools that it names. Ask whether their school is one.',
    );
  });

  it('speaks about the applicant to an advisor, never to them', () => {
    const bad = reasons
      .map(({ name, gate }) => phraseGate(gate, name, 'advisor').replaceAll(/“.*?”/g, ''))
      .filter((text) => /\b(you|your)\b/i.test(text));
    expect(bad).toEqual([]);
  });
});
