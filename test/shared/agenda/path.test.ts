/** Paths to a first day worked out by hand, on Monday, November 23, 2026. */
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { type PathStep, pathSteps } from '#shared/words/path-steps.ts';
import { at, CONFIRMED, FINISHED, month, plan, rotation, worldWith } from './plans.ts';

const NOW: Instant = '2026-11-23T17:00:00.000Z';

describe('Alice, a year ahead at Yale, with 90 days of wait for a visa', () => {
  const confirmed = ['possible' as const];
  const december = { ...at('yale', 'Yale'), ...month('2027-12-06', '2027-12-31'), confirmed };
  const { steps, rules, state } = pathOf(december, { entry: 'visa', visaWaitDays: 90 });

  // December 6 − 3 days to arrive; − 7 flight; − 21 passport; − 90 and − 14 appointment. Yale: 120 days. Guide: 9 months.
  test.each([
    ['flight', '2027-11-26', '2027-12-03'],
    ['visa', '2027-11-05', '2027-12-04'],
    ['G13', '2027-07-23', '2027-08-06'],
    ['housing', '2027-11-01', '2027-11-22'],
    ['G14b', '2027-10-18', '2027-11-08'],
    ['accept', undefined, '2027-11-05'],
    ['apply', '2027-07-18', '2027-08-08'],
    ['G6', '2027-02-13', '2027-03-06'],
  ])('%s starts by %s and is done by %s', (rule, startBy, doneBy) => {
    expect([stepOf(steps, rule).startBy, stepOf(steps, rule).doneBy]).toEqual([startBy, doneBy]);
  });

  test('has nothing late or lost, and nothing to ask', () => {
    const standings = new Set(steps.map(({ standing }) => standing));
    expect([...standings].toSorted()).toEqual(['ahead', 'open']);
    expect(rules).not.toContain('visa-wait');
    expect(rules).not.toContain('entry');
    expect(state).toBe('under-way');
  });

  test('says where every day comes from', () => {
    for (const { source } of steps) expect(source.length).toBeGreaterThan(10);
    expect(stepOf(steps, 'apply')).toMatchObject({ certainty: 'official' });
    expect(stepOf(steps, 'apply').source).toContain('medicine.yale.edu');
  });

  test('has only her yes to give once Yale has offered', () => {
    const offered = { ...december, stage: 'apply', status: 'offered' } as const;
    const { steps: left } = pathOf(offered, { entry: 'citizen' });
    expect(stepOf(left, 'host-answer').standing).toBe('done');
    expect(stepOf(left, 'accept')).toMatchObject({
      standing: 'open',
      doneBy: '2027-11-26',
      lastDay: '2027-12-04',
    });
  });
});

describe('Bob, late for May at Yale, without a visa', () => {
  const confirmed = ['possible' as const];
  const may = { ...at('yale', 'Yale'), ...month('2027-05-03', '2027-05-28'), confirmed };
  const { steps, state } = pathOf(may, { entry: 'citizen' });

  test('should have started to choose on July 13, 133 days ago', () => {
    expect(stepOf(steps, 'G6')).toMatchObject({
      standing: 'late',
      startBy: '2026-07-13',
      byDays: 133,
    });
    expect(state).toBe('needs-you');
  });

  test('has no visa step, and the application is still in time', () => {
    expect(steps.map(({ rule }) => rule)).not.toContain('visa');
    expect(stepOf(steps, 'apply')).toMatchObject({ standing: 'open', lastDay: '2027-01-03' });
  });
});

describe('Deepa, accepted for April, with 210 days of wait for a visa', () => {
  const april = { ...CONFIRMED, ...month('2027-04-05', '2027-04-30') };
  const { steps } = pathOf(april, { entry: 'visa', visaWaitDays: 210 });

  // April 5 − 3 − 7 − 21 − 210 − 14 is July 24, 122 days ago; a consulate may still answer sooner.
  test('is late for the appointment by 122 days, and not lost before April 2', () => {
    expect(stepOf(steps, 'G13')).toMatchObject({
      standing: 'late',
      startBy: '2026-07-24',
      byDays: 122,
      lastDay: '2027-04-02',
    });
  });

  test('is in time with a start 122 days later, and not a day sooner', () => {
    const moved = (start: '2027-08-04' | '2027-08-05') =>
      stepOf(
        pathOf(
          { ...CONFIRMED, ...month(start, '2027-08-31') },
          { entry: 'visa', visaWaitDays: 210 },
        ).steps,
        'G13',
      );
    // A day sooner is Sunday, November 22, so it starts on the Friday.
    expect(moved('2027-08-04')).toMatchObject({ standing: 'late', byDays: 3 });
    expect(moved('2027-08-05')).toMatchObject({ standing: 'open' });
  });

  test('has what is behind her shown as done', () => {
    for (const rule of ['G6', 'apply', 'host-answer', 'accept'])
      expect(stepOf(steps, rule).standing).toBe('done');
  });

  test('has booked once the consulate holds the passport', () => {
    const booked = pathOf(
      {
        ...april,
        checklist: [{ kind: 'visa', status: 'in-progress', heldBy: 'visa', askedBy: 'default' }],
      },
      { entry: 'visa', visaWaitDays: 210 },
    );
    expect(stepOf(booked.steps, 'G13').standing).toBe('done');
    expect(stepOf(booked.steps, 'visa').standing).toBe('blocked');
  });

  test('is lost by an appointment that is too late for the first day', () => {
    const given = { ...april, visaAppointmentOn: '2027-04-20' } as const;
    const { steps: left, state } = pathOf(given, { entry: 'visa', visaWaitDays: 210 });
    expect(stepOf(left, 'visa').standing).toBe('lost');
    expect(state).toBe('cannot-be');
  });
});

describe('what binds', () => {
  test('a host’s closed window loses the rotation, and only the application is shown', () => {
    // Yale wants 120 days: November 1 for March 1.
    const { steps, state } = pathOf(
      { ...at('yale', 'Yale'), ...month('2027-03-01', '2027-03-26') },
      { entry: 'citizen' },
    );
    expect(steps.map(({ rule, standing, byDays }) => [rule, standing, byDays])).toEqual([
      ['apply', 'lost', 22],
    ]);
    expect(state).toBe('cannot-be');
  });

  test('our own day for a host that states none is late and never lost', () => {
    const { steps } = pathOf(month('2027-03-01', '2027-03-26'), { entry: 'citizen' });
    expect(stepOf(steps, 'apply')).toMatchObject({ standing: 'late', certainty: 'estimated' });
  });

  test('an agreement is asked for at partner schools only', () => {
    const july = month('2027-07-05', '2027-07-30');
    const { steps: partner } = pathOf({ ...at('penn', 'Penn'), ...july }, { entry: 'citizen' });
    expect(stepOf(partner, 'affiliation')).toMatchObject({
      standing: 'ahead',
      waitsFor: 'decide on the Penn IR rotation',
    });
    const { steps: open } = pathOf({ ...at('yale', 'Yale'), ...july }, { entry: 'citizen' });
    expect(open.map(({ rule }) => rule)).not.toContain('affiliation');
  });
});

describe('what is not known', () => {
  const july = month('2027-07-05', '2027-07-30');

  test('the wait at the consulate is asked for, and 90 days are used until then', () => {
    const { steps, rules } = pathOf(july, { entry: 'visa' });
    expect(rules).toContain('visa-wait');
    // July 5 − 3 − 7 − 21 − 90 is Saturday, March 6, so the Friday; − 14.
    expect(stepOf(steps, 'G13')).toMatchObject({ startBy: '2027-02-19', certainty: 'estimated' });
  });

  test('how one enters is asked before a visa or an ESTA is planned', () => {
    const { steps, rules } = pathOf(july);
    expect(rules).toContain('entry');
    expect(entryRules(steps)).toEqual([]);
  });
});

describe('entering the US', () => {
  const july = month('2027-07-05', '2027-07-30');

  test.each([
    ['visa', ['G13', 'visa']],
    ['waiver', ['esta']],
    ['citizen', []],
    ['in-us', []],
  ] as const)('with %s takes the steps %o', (entry, rules) => {
    const { steps, rules: all } = pathOf(july, { entry, visaWaitDays: 60 });
    expect(entryRules(steps)).toEqual(rules);
    expect(all).not.toContain('entry');
    expect(all).not.toContain('visa-wait');
  });

  // Two weeks before July 5; an ESTA takes a day and the 72 hours.
  test('has the ESTA two weeks before the first day', () => {
    const { steps } = pathOf(july, { entry: 'waiver' });
    expect(stepOf(steps, 'esta')).toMatchObject({ startBy: '2027-06-17', doneBy: '2027-06-21' });
  });

  test('is done for somebody whose ESTA is approved', () => {
    const { steps } = pathOf(
      {
        ...july,
        ...CONFIRMED,
        checklist: [{ kind: 'esta', status: 'cleared', heldBy: 'applicant', askedBy: 'default' }],
      },
      { entry: 'waiver' },
    );
    expect(stepOf(steps, 'esta').standing).toBe('done');
  });

  test('takes no step for a rotation outside the US', () => {
    expect(entryRules(pathOf({ ...july, country: 'IN' }, { entry: 'waiver' }).steps)).toEqual([]);
  });
});

describe('without dates', () => {
  test('a step has no day, and the dates are asked for', () => {
    const { dates: _, ...undated } = rotation();
    const { steps, rules } = ofRotation(undated, { entry: 'citizen' });
    expect(steps.flatMap(({ startBy, doneBy }) => [startBy, doneBy]).filter(Boolean)).toEqual([]);
    expect(rules).toContain('dates');
  });

  test('an offer is accepted with the dates, which it cannot be without', () => {
    const { dates: _, ...undated } = rotation({ stage: 'apply', status: 'offered' });
    const { matters } = agendaAt(plan([undated], { entry: 'citizen' }), worldWith(), NOW);
    const [yes] = matters.find(({ rule }) => rule === 'accept')?.answers ?? [];
    expect(yes).toMatchObject({ event: { type: 'accepted' }, asks: ['dates'] });
  });

  test('what has ended has no path', () => {
    expect(pathOf(FINISHED).steps).toEqual([]);
  });
});

function pathOf(of: Partial<Rotation>, profile: Partial<Profile> = {}) {
  return ofRotation(rotation(of), profile);
}

function ofRotation(each: Rotation, profile: Partial<Profile>) {
  const found = agendaAt(plan([each], profile), worldWith(), NOW);
  return {
    steps: pathSteps(found),
    rules: found.matters.map(({ rule }) => rule),
    state: found.state.name,
  };
}

function entryRules(steps: readonly PathStep[]): string[] {
  return steps.map(({ rule }) => rule).filter((rule) => ['G13', 'visa', 'esta'].includes(rule));
}

function stepOf(steps: readonly PathStep[], rule: string): PathStep {
  const step = steps.find((each) => each.rule === rule);
  if (!step) throw new Error(`There is no step ${rule}.`);
  return step;
}
