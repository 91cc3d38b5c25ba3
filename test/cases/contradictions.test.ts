/** Kinds of plan of which page, command, and email once said different things. */
import { describe, expect, test } from 'vitest';
import { nextAction } from '#shared/views/pages/plan/next-action.ts';
import { possibleOccasions } from '#shared/views/pages/rotation-words.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';
import { factsOf, judged, withProfile, withRotation } from './judged.ts';
import { ACCEPTED, BASE, boardOf, EMPTY, noon, said } from './said.ts';

describe('a plan without a rotation', () => {
  // Programs review on Wed, Sep 22, 2027, by our estimate.
  const BY = 'due by about Sat, Apr 3, 2027 (our estimate).';

  test.each([
    ['2026-11-23', 'is'],
    ['2027-04-03', 'is'],
    ['2027-05-03', 'was'],
  ] as const)(
    'has one day for its first application on page, command, and email: %s',
    (day, verb) => {
      const { page, command, email } = said(EMPTY, day);
      for (const voice of [page, command, email])
        expect(voice).toContain(`the first application ${verb} ${BY}`);
    },
  );

  test('is late since that day, and not before', () => {
    expect(said(EMPTY, '2027-04-03').page).not.toContain('late since');
    expect(said(EMPTY, '2027-04-04').page).toContain('late since about Sat, Apr 3, 2027');
  });

  test('is told of no such day once it has one', () => {
    expect(said(BASE, '2026-11-23').page).not.toContain('the first application');
  });
});

describe('a season that was over before the plan began', () => {
  const late = withProfile(EMPTY, { matchYear: 2026 });

  test.each([
    ['without a rotation', late],
    ['with one for later', withProfile(BASE, { matchYear: 2026 })],
  ])('says so and nothing else, %s', (_, file) => {
    const { page, command } = said(file, '2026-03-23');
    for (const voice of [page, command]) {
      expect(voice).toContain('This season is over');
      expect(voice).not.toMatch(/no longer possible|submit the ERAS/i);
    }
    expect(judged(file, noon('2026-03-23')).emails(60)).toEqual([]);
  });

  test('is not over on Match Day, nor for who had a rotation by then', () => {
    expect(judged(late, noon('2026-03-20')).at.state.name).not.toBe('over');
    const earlier = withRotation(withProfile(BASE, { matchYear: 2026 }), { since: '2026-01-05' });
    expect(judged(earlier, noon('2026-03-23')).at.state.name).not.toBe('over');
  });
});

describe('what comes next', () => {
  test('is the soonest day of the applicant’s own, a room before an ESTA', () => {
    const { page, command } = said(ACCEPTED, '2027-01-11');
    expect(page).toContain('Find housing for the Yale IR rotation ');
    expect(command).toContain('Next: Housing for the Yale IR rotation.');
  });

  test('is nothing to begin while the host has it', () => {
    const waiting = withRotation(ACCEPTED, { status: 'submitted', appliedOn: '2027-01-04' });
    const row = boardOf(said(waiting, '2027-01-11').page);
    expect(row).toContain('waiting on the host');
    expect(row).not.toContain('start by');
    expect(row).toContain('starts Mon, Mar 15');
  });
});

describe('a rotation that is counted as late', () => {
  const offered = withProfile(
    withRotation(ACCEPTED, { status: 'offered', offerExpiresOn: '2027-01-15' }),
    { entry: 'visa', visaWaitDays: 30 },
  );

  test('names what is late, though its offer comes first', () => {
    const { page, rotations } = said(offered, '2027-01-11');
    expect(page).toMatch(/▲<\/span> \d late/);
    expect(page).toContain('Answer the offer from the Yale IR rotation ');
    for (const voice of [boardOf(page), rotations[0]])
      expect(voice).toContain('</span> late: visa appointment');
    expect(boardOf(page)).toContain('answer the offer by');
  });

  test('names nothing before its day', () => {
    expect(boardOf(said(offered, '2026-12-01').page)).not.toContain('</span> late');
  });
});

describe('the rules of a host', () => {
  test('that has said yes ask only how the applicant enters', () => {
    const open = said(ACCEPTED, '2027-01-11').rules.filter(({ state }) => state === 'ask');
    expect(open.flatMap(({ ids }) => ids)).toEqual(['visa']);
  });

  test('that has not are all asked', () => {
    const listed = withRotation(ACCEPTED, { status: 'shortlisted' });
    const open = said(listed, '2027-01-11').rules.filter(({ state }) => state === 'ask');
    expect(open.flatMap(({ ids }) => ids)).toEqual(expect.arrayContaining(['department', 'visa']));
  });
});

test.each([
  ['esta', 'waiver', false],
  ['G14', 'citizen', true],
] as const)('the time that %s takes is its own', (rule, entry, needsTests) => {
  const now = noon('2027-01-11');
  const view = viewOfStory({ facts: factsOf(withProfile(ACCEPTED, { entry }), now) }, now);
  const own = possibleOccasions(view).filter((each) => each.rule === rule);
  expect(own.length).toBeGreaterThan(0);
  expect(String(nextAction(view, own)).includes('tests and signatures')).toBe(needsTests);
});
