/** A visit opens a case once, whoever looks, and however often. */
import { describe, expect, test } from 'vitest';
import { withCasesJudged } from '#shared/cohort/judge-cases.ts';
import { accept, canUndo } from '#shared/people/applicant/accept.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, carol, MONDAY } from '../../cast.ts';

const judged = (applicant: Applicant) => withCasesJudged(applicant, PUBLISHED_WORLD, MONDAY);

describe('a look at somebody whose writer declined', () => {
  const opened = judged(carol());

  test('opens a case and writes it into the history', () => {
    expect(openCaseOf(opened.casework)).toMatchObject({
      id: 'case-1',
      openedBy: 'rules',
      codes: ['L2'],
    });
    expect(opened.history.at(-1)).toMatchObject({
      id: 't-case-opened-1',
      by: 'time',
      event: { type: 'case-opened', codes: ['L2'] },
    });
  });

  test('changes no fact, no revision, and opens nothing twice', () => {
    expect(opened.facts).toEqual(carol().facts);
    expect(opened.revision).toBe(carol().revision);
    expect(judged(opened)).toBe(opened);
  });

  test('is left to an advisor, through the same door as every update', () => {
    const event = { type: 'case-updated', caseId: 'case-1', owner: 'Dana' } as const;
    const by = (actor: 'advisor' | 'applicant') =>
      accept(opened, { id: 'u1', by: actor, event }, MONDAY, PUBLISHED_WORLD);
    const worked = by('advisor');
    if (worked.verdict !== 'accepted') throw new Error(worked.verdict);
    expect(openCaseOf(worked.applicant.casework)?.owner).toBe('Dana');
    expect(worked.applicant.history.at(-1)).toMatchObject({ by: 'advisor', event });
    expect(canUndo(worked.applicant, MONDAY)).toBe(false);
    expect(by('applicant')).toMatchObject({ refusal: { reason: 'only-for-advisors' } });
    const again = accept(
      worked.applicant,
      { id: 'u1', by: 'advisor', event },
      MONDAY,
      PUBLISHED_WORLD,
    );
    expect(again.verdict).toBe('replayed');
  });
});

test('a look at somebody on track changes nothing', () => {
  const applicant = alice();
  expect(judged(applicant)).toBe(applicant);
});
