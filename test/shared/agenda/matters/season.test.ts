/** The season: when the application is late, what another Match year resets, and what is sent after it is over. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { aliceFacts, letter, midwayAtBrown, storyOf } from '../../plan/moves/stories.ts';

function standing(facts: Facts, id: string, now: Instant) {
  const at = agendaAt(facts, PUBLISHED_WORLD, now);
  const found = at.matters.find((each) => each.id === id);
  return found && standingOf(at, found).name;
}

describe('the ERAS application', () => {
  // Programs review from September 22, 2027, at nine in the East.
  test.each([
    ['2027-09-21T23:00:00.000Z', 'open'],
    ['2027-09-22T12:59:00.000Z', 'open'],
    ['2027-09-22T13:00:00.000Z', 'late'],
    ['2027-09-23T13:00:00.000Z', 'late'],
  ] as const)('at %s is %s', (now, name) => {
    expect(standing(storyOf().facts, 'G11|plan/application', now)).toBe(name);
  });
});

describe('a day that the guide or we count from a published date', () => {
  const season = PUBLISHED_WORLD.season(2028);
  const review = season.dates['programs-review-opens'];
  if (!review) throw new Error('The season has no review.');
  const official: World = {
    ...PUBLISHED_WORLD,
    season: () => ({
      ...season,
      dates: { ...season.dates, 'programs-review-opens': { ...review, certainty: 'official' } },
    }),
  };
  const finished = midwayAtBrown().wait('2027-08-02T15:00:00.000Z');
  const certaintyOf = (id: string) =>
    agenda(finished.facts, official).find((each) => each.id === id)?.due?.certainty;

  test('is an estimate, for nobody publishes it', () => {
    expect(certaintyOf('G20|plan/stories')).toBe('estimated');
    expect(certaintyOf('G17|plan/ir-letter')).toBe('estimated');
  });

  test('and the published date itself stays official', () => {
    expect(certaintyOf('G11|plan/application')).toBe('official');
  });
});

describe('another Match year', () => {
  const AUTUMN: Instant = '2027-10-04T15:00:00.000Z';
  const SPRING: Instant = '2028-03-27T15:00:00.000Z';
  const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Ortiz', specialty: 'ir' },
  });
  const id = asked.rotation.letters[0]?.id ?? '';
  const assigned = asked
    .report('2027-07-21T15:00:00.000Z', letter('letter-agreed', id))
    .report('2027-08-03T15:00:00.000Z', letter('letter-requested', id))
    .report('2027-08-05T15:00:00.000Z', letter('letter-uploaded', id))
    .report('2027-09-02T15:00:00.000Z', letter('letter-assigned', id))
    .report('2027-09-03T15:00:00.000Z', { type: 'eras-submitted' });
  const again = assigned.report(SPRING, { type: 'profile-changed', profile: { matchYear: 2029 } });

  test('asks for submission and assignment again, and keeps the letter and the papers', () => {
    expect(assigned.facts.erasSubmittedOn).toBe('2027-09-03');
    expect(again.facts.erasSubmittedOn).toBeUndefined();
    expect(again.rotation).toMatchObject({ stage: 'letter-received', status: 'to-assign' });
    expect(again.rotation.letters[0]).toMatchObject({
      status: 'uploaded',
      writer: { name: 'Dr. Ortiz' },
    });
    expect(again.facts.documents).toEqual(assigned.facts.documents);
    expect(standing(again.facts, 'G11|plan/application', SPRING)).toBe('ahead');
    expect(standing(again.facts, `assign-letter|r1/${id}`, '2028-09-04T15:00:00.000Z')).toBe(
      'open',
    );
  });

  test('the same year changes neither', () => {
    const same = assigned.report(AUTUMN, { type: 'profile-changed', profile: { matchYear: 2028 } });
    expect(same.facts.erasSubmittedOn).toBe('2027-09-03');
    expect(same.rotation.stage).toBe('closed');
  });
});

describe('after Match Day', () => {
  // March 17, 2028, by our estimate.
  const BEFORE: Instant = '2028-03-16T15:00:00.000Z';
  const AFTER: Instant = '2028-03-18T15:00:00.000Z';
  const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr Ortiz', specialty: 'ir' },
  });
  const id = asked.rotation.letters[0]?.id ?? '';
  const agreed = asked
    .report('2027-07-21T15:00:00.000Z', letter('letter-agreed', id))
    .wait('2027-08-02T15:00:00.000Z');
  const uploaded = agreed
    .report('2027-08-03T15:00:00.000Z', letter('letter-requested', id))
    .report('2027-08-05T15:00:00.000Z', letter('letter-uploaded', id));
  const unasked = midwayAtBrown().wait('2027-08-02T15:00:00.000Z');

  test.each([
    ['the letter of a rotation', unasked.facts, 'G15|r1/letter', 'late', 'done'],
    ['the Letter Request Form', agreed.facts, `G16b|r1/${id}`, 'late', 'done'],
    ['the assignment of a letter', uploaded.facts, `assign-letter|r1/${id}`, 'late', 'done'],
    ['stories for interviews', unasked.facts, 'G20|plan/stories', 'late', 'done'],
    ['the application', unasked.facts, 'G11|plan/application', 'late', 'lost'],
  ] as const)('%s is asked for no longer', (_, facts, matter, before, after) => {
    expect(standing(facts, matter, BEFORE)).toBe(before);
    expect(standing(facts, matter, AFTER)).toBe(after);
  });

  test('a list of targets is missed once programs review', () => {
    expect(standing(aliceFacts(), 'G7|plan/targets', '2027-09-22T03:00:00.000Z')).toBe('late');
    expect(standing(aliceFacts(), 'G7|plan/targets', AFTER)).toBe('lost');
  });
});

describe('the final letters', () => {
  const id = 'G10|plan/final-letters';
  const dayOf = (facts: Facts) =>
    agenda(facts, PUBLISHED_WORLD).find((each) => each.id === id)?.due?.day;

  test('are asked for only where somebody has seen the work', () => {
    expect(dayOf(aliceFacts())).toBeUndefined();
    expect(dayOf(storyOf().facts)).toBeUndefined();
  });

  test('by three weeks after a rotation that ends on July 30, and by the guide’s day after an early one', () => {
    const told = midwayAtBrown();
    expect(dayOf(told.facts)).toBe('2027-08-20');
    const early = { start: '2027-02-01', end: '2027-02-26' } as const;
    const [first] = told.facts.rotations;
    if (!first) throw new Error('The rotation is missing.');
    expect(dayOf({ ...told.facts, rotations: [{ ...first, dates: early }] })).toBe('2027-06-01');
  });
});

describe('a season that is over', () => {
  const plan = (now: Instant, facts = storyOf().facts) => {
    const applicant = newApplicant(
      { id: 'alice', cohortId: 'c1', facts },
      '2026-11-23T15:00:00.000Z',
    );
    return planNudges(applicant, PUBLISHED_WORLD, now);
  };

  // Match Day is March 17, 2028.
  test('says so thirty days after Match Day, and sends nothing else', () => {
    for (const now of ['2028-04-18T15:00:00.000Z', '2028-06-01T15:00:00.000Z'] as const) {
      expect(agendaAt(storyOf().facts, PUBLISHED_WORLD, now).state.name).toBe('over');
      expect(plan(now)).toEqual({});
    }
  });

  test('is not over before, nor for somebody who aims at the next Match', () => {
    expect(plan('2028-04-10T15:00:00.000Z').email).toBeDefined();
    const { profile } = aliceFacts();
    const next = storyOf(undefined, aliceFacts({ profile: { ...profile, matchYear: 2029 } })).facts;
    expect(agendaAt(next, PUBLISHED_WORLD, '2028-06-01T15:00:00.000Z').state.name).not.toBe('over');
  });
});
