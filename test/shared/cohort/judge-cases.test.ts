/** A visit opens a case once, however often anyone visits. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { withCasesJudged } from '#shared/cohort/judge-cases.ts';
import { accept, canUndo } from '#shared/people/applicant/accept.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, carol, MONDAY } from '../../cast.ts';
import { aliceFacts, BROWN, type Story, storyOf } from '../plan/moves/stories.ts';

const seen = (applicant: Applicant) => withOutlook(applicant, PUBLISHED_WORLD, MONDAY);
const judged = (applicant: Applicant) => withCasesJudged(applicant, MONDAY);

describe('a look at somebody whose writer declined, and who never said whether the rotation took place', () => {
  const opened = judged(seen(carol()));

  test('opens a case and writes it into the history', () => {
    expect(openCaseOf(opened.casework)).toMatchObject({
      id: 'case-1',
      openedBy: 'rules',
      codes: ['L2', 'Q1'],
    });
    expect(opened.history.at(-1)).toMatchObject({
      id: 't-case-opened-1',
      by: 'time',
      event: { type: 'case-opened', codes: ['L2', 'Q1'] },
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
  const applicant = seen(alice());
  expect(judged(applicant)).toBe(applicant);
});

describe('a question that nobody answers', () => {
  const { dates: _, ...undated } = BROWN;
  const { profile, ...facts } = aliceFacts();
  const citizen = { ...facts, profile: { ...profile, entry: 'citizen' as const } };
  const asked = storyOf(undated, citizen);
  const offered = storyOf(BROWN, citizen)
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-01T15:00:00.000Z', { type: 'offered', rotationId: 'r1' });

  test('of a rotation without dates is an advisor’s case after thirty days, and no day sooner', () => {
    expect(codesOf(asked, '2026-12-22T15:00:00.000Z')).not.toContain('Q1');
    expect(codesOf(asked, '2026-12-23T15:00:00.000Z')).toContain('Q1');
  });

  test('about the end of an offer is a case once the reminders are spent', () => {
    expect(codesOf(offered, '2027-03-10T15:00:00.000Z')).not.toContain('Q1');
    expect(codesOf(offered, '2027-03-11T15:00:00.000Z')).toContain('Q1');
  });

  test('is none once it is answered', () => {
    const ends = offered.report('2027-03-11T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    });
    expect(codesOf(ends, '2027-03-12T15:00:00.000Z')).not.toContain('Q1');
  });
});

function codesOf({ facts }: Story, now: Instant) {
  const applicant = newApplicant({ id: 'alice', cohortId: 'c1', facts }, now);
  const seenThen = withOutlook(applicant, PUBLISHED_WORLD, now);
  return openCaseOf(withCasesJudged(seenThen, now).casework)?.codes ?? [];
}
