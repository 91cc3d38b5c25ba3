/** What rotators report of a host: for their own school, by year, and without a name. */
import { describe, expect, test } from 'vitest';
import { rotatorWords } from '#shared/cohort/report/by-host.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { MONDAY } from '../../../cast.ts';
import { at, FINISHED, month, plan, rotation } from '../../agenda/plans.ts';

const WATCHED = { did: 'observer', gaveLetters: true, wouldReturn: true } as const;
const WORKED = { did: 'hands-on', gaveLetters: false, wouldReturn: true } as const;

function person(id: string, of: Partial<Rotation>) {
  const there = rotation({
    ...FINISHED,
    ...at('yale', 'Yale'),
    ...month('2026-10-05', '2026-10-30'),
    ...of,
  });
  return summaryOfApplicant(newApplicant({ id, cohortId: 'c', facts: plan([there]) }, MONDAY));
}

const atYale = ({ institutionId }: { institutionId?: string }) => institutionId === 'yale';
const alice = person('alice', { described: WATCHED });
const ben = person('ben', { described: WORKED });

describe('two rotators of one year', () => {
  test('are counted for applicants and advisors alike, without a name', () => {
    const words =
      'Reported by 2 rotators, 2026: 1 hands-on, 1 watching; letters given to 1; 2 would go again.';
    expect(rotatorWords([alice, ben], atYale, 'applicant')).toEqual([words]);
    expect(rotatorWords([alice, ben], atYale, 'advisor')).toEqual([words]);
    expect(words).not.toMatch(/Alice|Ben/i);
  });
});

describe('applicants read nothing', () => {
  test.each([
    ['of one rotator alone in a year', [alice, person('cleo', {})]],
    [
      'of two rotators in different years',
      [alice, person('cleo', { described: WORKED, ...month('2025-10-06', '2025-10-31') })],
    ],
    ['of another host', [alice, person('cleo', { described: WORKED, ...at('brown', 'Brown') })]],
    ['of a plan that was deleted', [alice, { ...ben, erased: true as const }]],
  ])('%s', (_, people) => {
    expect(rotatorWords(people, atYale, 'applicant')).toEqual([]);
  });
});

test('an advisor reads one rotator’s answers: the plan itself shows them', () => {
  expect(rotatorWords([alice], atYale, 'advisor')).toEqual([
    'Reported by 1 rotator, 2026: 0 hands-on, 1 watching; letters given to 1; 1 would go again.',
  ]);
});
