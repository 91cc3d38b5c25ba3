import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import { COSTS_MAX } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown, cleared, expectAt, expectRefused, NOVEMBER, storyOf } from './stories.ts';

const MAY = '2027-05-01T15:00:00.000Z';

const rent = (amountUsd: number, of: object = {}): PlanEvent => ({
  type: 'cost-entered',
  cost: { rotationId: 'r1', kind: 'housing', amountUsd, state: 'planned' },
  ...of,
});

describe('the profile', () => {
  test('changes in what is given and in nothing else', () => {
    const reported = storyOf();
    const { profile } = reported.facts;
    const changed = reported.report(NOVEMBER, {
      type: 'profile-changed',
      profile: { school: 'Kasturba Medical College', ecfmgCertified: false },
    });
    expect(changed.facts.profile).toEqual({
      ...profile,
      school: 'Kasturba Medical College',
      ecfmgCertified: false,
    });
  });

  test('a wait at the consulate keeps the day it was read', () => {
    const reported = storyOf().report(NOVEMBER, {
      type: 'profile-changed',
      profile: { visaWaitDays: 210 },
    });
    expect(reported.facts.profile).toMatchObject({
      visaWaitDays: 210,
      visaWaitReadOn: '2026-11-23',
    });
  });

  test('a need for a visa puts it on the list of a place that was complete, and opens it again', () => {
    const complete = cleared(acceptedAtBrown(), MAY);
    expectAt(complete, 'rotate', 'upcoming');
    const needs = complete.report(MAY, { type: 'profile-changed', profile: { entry: 'visa' } });
    expectAt(needs, 'documents', 'collecting');
    expect(needs.rotation.checklist.at(-1)?.kind).toBe('visa');
    const waiver = needs.report(MAY, { type: 'profile-changed', profile: { entry: 'waiver' } });
    expectAt(waiver, 'documents', 'collecting');
    expect(kindsOf(waiver)).toContain('esta');
    expect(kindsOf(waiver)).not.toContain('visa');
    const needsNot = needs.report(MAY, { type: 'profile-changed', profile: { entry: 'citizen' } });
    expectAt(needsNot, 'rotate', 'upcoming');
    expect(kindsOf(needsNot)).toEqual(kindsOf(complete));
  });

  test('an empty form changes nothing and says so', () => {
    const reported = storyOf();
    const empty = reported.report(NOVEMBER, { type: 'profile-changed', profile: {} });
    expectRefused(reported, empty, 'nothing-to-change');
  });
});

describe('a cost', () => {
  test('is entered, corrected and taken out', () => {
    const entered = storyOf().report(NOVEMBER, rent(1400));
    expect(entered.facts.costs).toEqual([
      { id: 'r2', rotationId: 'r1', kind: 'housing', amountUsd: 1400, state: 'planned' },
    ]);
    const paid = entered.report(NOVEMBER, {
      type: 'cost-entered',
      costId: 'r2',
      cost: { rotationId: 'r1', kind: 'housing', amountUsd: 1350, state: 'paid' },
    });
    expect(paid.facts.costs).toMatchObject([{ id: 'r2', amountUsd: 1350, state: 'paid' }]);
    const gone = paid.report(NOVEMBER, { type: 'cost-removed', costId: 'r2' });
    expect(gone.facts.costs).toEqual([]);
  });

  test('of a rotation that is not on the plan is refused, and so is one that is gone', () => {
    const reported = storyOf();
    const elsewhere = reported.report(NOVEMBER, {
      type: 'cost-entered',
      cost: { rotationId: 'r9', kind: 'visa', amountUsd: 185, state: 'paid' },
    });
    expectRefused(reported, elsewhere, 'unknown-rotation');
    expectRefused(
      reported,
      reported.report(NOVEMBER, { type: 'cost-removed', costId: 'x' }),
      'unknown-cost',
    );
    expectRefused(reported, reported.report(NOVEMBER, rent(1, { costId: 'x' })), 'unknown-cost');
  });

  test('beyond the bound is refused, and the others stay', () => {
    let reported = storyOf();
    for (let index = 0; index < COSTS_MAX; index += 1)
      reported = reported.report(NOVEMBER, rent(index));
    expectRefused(reported, reported.report(NOVEMBER, rent(1)), 'too-many-costs');
    expect(reported.facts.costs).toHaveLength(COSTS_MAX);
  });
});

describe('stories and experiences', () => {
  test('a story of a kind replaces the one before, and counts for the guide’s two to three', () => {
    const reported = storyOf()
      .report(NOVEMBER, { type: 'story-noted', story: { kind: 'teamwork', note: 'A first try' } })
      .report(NOVEMBER, { type: 'story-noted', story: { kind: 'teamwork', note: 'A better one' } })
      .report(NOVEMBER, { type: 'story-noted', story: { kind: 'feedback', note: 'Another' } });
    expect(reported.facts.stories?.map(({ note }) => note)).toEqual(['A better one', 'Another']);
    expect(reported.facts.storyCount).toBe(2);
  });

  test('an experience is added and taken out', () => {
    const added = storyOf().report(NOVEMBER, {
      type: 'experience-added',
      experience: {
        title: 'IR elective',
        place: 'Home hospital',
        country: 'IN',
        specialty: 'ir',
        dates: { start: '2026-02-02', end: '2026-02-27' },
      },
    });
    expect(added.facts.experiences).toHaveLength(1);
    const gone = added.report(NOVEMBER, { type: 'experience-removed', experienceId: 'r2' });
    expect(gone.facts.experiences).toEqual([]);
    const again = gone.report(NOVEMBER, { type: 'experience-removed', experienceId: 'r2' });
    expectRefused(gone, again, 'unknown-experience');
  });
});

describe('a submission that was reported wrongly', () => {
  const WEEK_LATER = '2027-09-15T15:00:00.000Z';
  const reported = storyOf().report('2027-09-03T15:00:00.000Z', { type: 'eras-submitted' });

  test('was not made after all: it is asked for again', () => {
    const corrected = reported.report(WEEK_LATER, { type: 'eras-corrected' });
    expect(corrected.facts.erasSubmittedOn).toBeUndefined();
    expect(
      agenda(corrected.facts, PUBLISHED_WORLD).find(({ rule }) => rule === 'G11'),
    ).not.toHaveProperty('done');
  });

  test('was made on another day', () => {
    const event = { type: 'eras-corrected', submittedOn: '2027-09-10' } as const;
    expect(reported.report(WEEK_LATER, event).facts.erasSubmittedOn).toBe('2027-09-10');
  });

  test('was made today, where today has begun before it does in the US', () => {
    const event = { type: 'eras-corrected', submittedOn: '2027-09-16' } as const;
    const morning = reported.report('2027-09-15T19:00:00.000Z', event);
    expect(morning.facts.erasSubmittedOn).toBe('2027-09-16');
    expectRefused(reported, reported.report('2027-09-15T18:00:00.000Z', event), 'not-yet-there');
  });

  test('is not corrected to a day that has not come, nor where nothing was reported', () => {
    const ahead = { type: 'eras-corrected', submittedOn: '2027-09-16' } as const;
    expectRefused(reported, reported.report(WEEK_LATER, ahead), 'not-yet-there');
    const none = storyOf();
    expectRefused(none, none.report(WEEK_LATER, { type: 'eras-corrected' }), 'eras-not-reported');
  });
});

function kindsOf({ rotation }: ReturnType<typeof storyOf>) {
  return rotation.checklist.map(({ kind }) => kind);
}
