import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import { keysSaid } from '#shared/people/person/email-record.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { acceptedAtBrown } from '../../plan/moves/stories.ts';

const MARCH: Instant = '2027-03-13T15:00:00.000Z';

function alice(of: Partial<Applicant> = {}): Applicant {
  return {
    ...newApplicant({ id: 'alice', cohortId: 'c1', facts: acceptedAtBrown().facts }, MARCH),
    ...of,
  };
}

describe('the forecast', () => {
  test('names as many emails as asked for, each later than the one before', () => {
    const emails = forecast(alice(), PUBLISHED_WORLD, MARCH, 4);
    expect(emails).toHaveLength(4);
    const times = emails.map(({ at }) => at);
    expect(times).toEqual([...new Set(times)].toSorted());
    expect(times.every((at) => at >= MARCH)).toBe(true);
  });

  test('is what the planner says at that moment of that person', () => {
    const [first] = forecast(alice(), PUBLISHED_WORLD, MARCH, 1);
    if (!first) throw new Error('Nothing is forecast.');
    expect(planNudges(first.applicant, PUBLISHED_WORLD, first.at).email).toEqual(first.email);
  });

  test('says nothing twice', () => {
    const emails = forecast(alice(), PUBLISHED_WORLD, MARCH, 8);
    const keys = emails.flatMap(({ email }) => email.nudges.map(({ key }) => key));
    expect(keys).toHaveLength(new Set(keys).size);
    expect(keys.length).toBeGreaterThan(8);
  });

  test('does not change the person', () => {
    const before = alice();
    forecast(before, PUBLISHED_WORLD, MARCH, 3);
    expect(keysSaid(before.emails)).toEqual([]);
    expect(before).toEqual(alice());
  });
});

describe('nothing is forecast', () => {
  test.each(['unsubscribed', 'bounced', 'complained'] as const)(
    'to somebody who is %s',
    (reach) => {
      expect(forecast(alice({ reach }), PUBLISHED_WORLD, MARCH, 3)).toEqual([]);
    },
  );

  test('when none is asked for', () => {
    expect(forecast(alice(), PUBLISHED_WORLD, MARCH, 0)).toEqual([]);
  });
});
