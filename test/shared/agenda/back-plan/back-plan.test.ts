/** Plans worked out by hand, on Monday 23 November 2026. */
import { describe, expect, test } from 'vitest';
import { type BackPlan, backPlan, type PlannedStep } from '#shared/agenda/back-plan/back-plan.ts';
import { doNow } from '#shared/agenda/back-plan/do-now.ts';
import type { StepId } from '#shared/agenda/back-plan/step-table.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { at, CONFIRMED, FINISHED, month, plan, rotation, worldWith } from '../checks/plans.ts';

const TODAY = '2026-11-23';

describe('Alice, a year ahead at Yale, with 90 days of wait for a visa', () => {
  const told = planOf(
    { ...at('yale', 'Yale'), ...month('2027-12-06', '2027-12-31') },
    { entry: 'visa', visaWaitDays: 90 },
  );

  // 6 Dec − 3 days to arrive; − 7 flight; − 21 passport; − 14 − 90 appointment. Yale: 120 days ahead. Guide: 9 months.
  test.each<[StepId, string, string]>([
    ['flight', '2027-11-26', '2027-12-03'],
    ['visa', '2027-11-05', '2027-11-26'],
    ['visa-appointment', '2027-07-24', '2027-11-05'],
    ['housing', '2027-11-01', '2027-11-22'],
    ['documents', '2027-10-18', '2027-11-08'],
    ['answer', '2027-08-23', '2027-11-01'],
    ['apply', '2027-07-18', '2027-08-08'],
    ['choose', '2027-02-13', '2027-03-06'],
  ])('%s begins by %s and is done by %s', (step, beginBy, doneBy) => {
    expect(stepOf(told, step)).toMatchObject({ beginBy, doneBy, state: 'on-time' });
  });

  test('can be done, has nothing to hurry and nothing to ask', () => {
    expect(told.impossible).toBeUndefined();
    expect(doNow([told], TODAY)).toEqual([]);
    expect(told.asks).toEqual([]);
  });

  test('says where every day comes from, in steps of three weeks at most', () => {
    for (const { source, workDays } of told.steps) {
      expect(source.length).toBeGreaterThan(10);
      expect(workDays).toBeLessThanOrEqual(21);
    }
    expect(stepOf(told, 'apply')).toMatchObject({ certainty: 'official' });
    expect(stepOf(told, 'apply').source).toContain('medicine.yale.edu');
  });
});

describe('Alice once Yale has offered', () => {
  const december = { ...at('yale', 'Yale'), ...month('2027-12-06', '2027-12-31') };
  const offered = { ...december, stage: 'apply', status: 'offered' } as const;

  test('has only her yes left to give: a day, where the host’s answer took seventy', () => {
    expect(stepOf(planOf(offered, { entry: 'citizen' }), 'answer')).toMatchObject({
      beginBy: '2027-10-31',
      doneBy: '2027-11-01',
      // 6 Dec − 2 housing − 1 yes, in a hurry.
      lastBegin: '2027-12-03',
    });
    expect(stepOf(planOf(december, { entry: 'citizen' }), 'answer')).toMatchObject({
      beginBy: '2027-08-23',
      doneBy: '2027-11-01',
    });
  });
});

describe('Bob, late for May at Yale, without a visa', () => {
  const told = planOf(
    { ...at('yale', 'Yale'), ...month('2027-05-03', '2027-05-28') },
    { entry: 'citizen' },
  );

  test('should have begun to choose on 13 July, 133 days ago, and can still until 31 December', () => {
    expect(stepOf(told, 'choose')).toMatchObject({
      state: 'late',
      beginBy: '2026-07-13',
      byDays: 133,
      lastBegin: '2026-12-31',
    });
    expect(told.impossible).toBeUndefined();
  });

  test('is told to do that now, with 38 days left', () => {
    expect(doNow([told], TODAY)).toMatchObject([
      { step: { step: 'choose' }, daysLeft: 38, canBeSaved: true },
    ]);
  });

  test('has no visa step, and the application is still in time', () => {
    expect(told.steps.map(({ step }) => step)).not.toContain('visa');
    expect(stepOf(told, 'apply')).toMatchObject({ state: 'on-time', doneBy: '2027-01-03' });
  });
});

describe('Deepa, accepted for April, with 210 days of wait for a visa', () => {
  const told = planOf(
    { ...CONFIRMED, ...month('2027-04-05', '2027-04-30') },
    { entry: 'visa', visaWaitDays: 210 },
  );

  // 23 Nov + 1 + 210 = 22 Jun; + 3 = 25 Jun; the visa is needed on 3 Apr: 83 days later.
  test('is impossible at the visa appointment by 83 days', () => {
    expect(told.impossible).toEqual({ step: 'visa-appointment', byDays: 83 });
    expect(stepOf(told, 'visa-appointment')).toMatchObject({ state: 'impossible', byDays: 83 });
  });

  test('becomes possible with a start 83 days later, and not a day sooner', () => {
    const moved = (start: '2027-06-26' | '2027-06-27') =>
      planOf({ ...CONFIRMED, ...month(start, '2027-07-23') }, { entry: 'visa', visaWaitDays: 210 });
    expect(moved('2027-06-26').impossible?.byDays).toBe(1);
    expect(moved('2027-06-27').impossible).toBeUndefined();
  });

  test('has what is behind her shown as done', () => {
    for (const step of ['choose', 'apply', 'answer'] as const)
      expect(stepOf(told, step).state).toBe('done');
  });

  test('is not impossible once the consulate holds it and the day is theirs', () => {
    const booked = planOf(
      {
        ...CONFIRMED,
        ...month('2027-04-05', '2027-04-30'),
        checklist: [{ kind: 'visa', status: 'in-progress', heldBy: 'visa', askedBy: 'default' }],
      },
      { entry: 'visa', visaWaitDays: 210 },
    );
    expect(booked.impossible).toBeUndefined();
    expect(stepOf(booked, 'visa-appointment').state).toBe('done');
  });
});

describe('what binds', () => {
  test('a host’s closed window is impossible, at the application', () => {
    // Yale wants 120 days: 1 November. Choosing and applying in a hurry takes until 26 November.
    const told = planOf(
      { ...at('yale', 'Yale'), ...month('2027-03-01', '2027-03-26') },
      { entry: 'citizen' },
    );
    expect(told.impossible).toEqual({ step: 'apply', byDays: 25 });
  });

  test('our own default for a host that states none is late and never impossible', () => {
    const told = planOf(month('2027-03-01', '2027-03-26'), { entry: 'citizen' });
    expect(told.impossible).toBeUndefined();
    expect(stepOf(told, 'apply')).toMatchObject({ state: 'late', certainty: 'estimated' });
  });

  test('an agreement is asked for at partner schools only, and forbids nothing while unknown', () => {
    const partner = planOf(
      { ...at('penn', 'Penn'), ...month('2027-07-05', '2027-07-30') },
      { entry: 'citizen' },
    );
    expect(stepOf(partner, 'affiliation')).toMatchObject({ waitDays: 70, waitsFor: ['choose'] });
    expect(partner.impossible).toBeUndefined();
    const open = planOf(
      { ...at('yale', 'Yale'), ...month('2027-07-05', '2027-07-30') },
      { entry: 'citizen' },
    );
    expect(open.steps.map(({ step }) => step)).not.toContain('affiliation');
  });
});

describe('what is not known', () => {
  test('the wait at the consulate is asked for, and the step has no day without it', () => {
    const told = planOf(month('2027-07-05', '2027-07-30'), { entry: 'visa' });
    const { state, beginBy } = stepOf(told, 'visa-appointment');
    expect([state, beginBy]).toEqual(['ask', undefined]);
    expect(told.asks).toEqual([expect.stringContaining('How long is the wait')]);
  });

  test('how one enters is asked before a visa or an ESTA is planned', () => {
    const told = planOf(month('2027-07-05', '2027-07-30'));
    expect(told.asks).toEqual([expect.stringContaining('How will you enter the US?')]);
    expect(entrySteps(told)).toEqual([]);
  });
});

describe('entering the US', () => {
  test.each([
    ['visa', ['visa-appointment', 'visa']],
    ['waiver', ['esta']],
    ['citizen', []],
    ['in-us', []],
  ] as const)('with %s takes the steps %o', (entry, steps) => {
    const told = planOf(month('2027-07-05', '2027-07-30'), { entry, visaWaitDays: 60 });
    expect(entrySteps(told)).toEqual(steps);
    expect(told.asks).toEqual([]);
  });

  // 5 Jul − 3 to arrive − 7 flight = 25 Jun; an ESTA takes a day and the 72 hours.
  test('has the ESTA approved before the flight is booked', () => {
    const told = planOf(month('2027-07-05', '2027-07-30'), { entry: 'waiver' });
    expect(stepOf(told, 'esta')).toMatchObject({ beginBy: '2027-06-21', doneBy: '2027-06-25' });
    expect(stepOf(told, 'flight').waitsFor).toEqual(['esta', 'answer']);
  });

  test('is behind somebody whose ESTA is approved', () => {
    const approved = planOf(
      {
        ...month('2027-07-05', '2027-07-30'),
        ...CONFIRMED,
        checklist: [{ kind: 'esta', status: 'cleared', heldBy: 'applicant', askedBy: 'default' }],
      },
      { entry: 'waiver' },
    );
    expect(stepOf(approved, 'esta').state).toBe('done');
  });

  test('outside the US takes none', () => {
    const told = planOf(
      { ...month('2027-07-05', '2027-07-30'), country: 'IN' },
      { entry: 'waiver' },
    );
    expect(entrySteps(told)).toEqual([]);
  });
});

describe('a late starter', () => {
  test('is told first what is nearest to being lost, and last what cannot be saved', () => {
    const nearer = planOf(
      { ...at('yale', 'Yale'), ...month('2027-04-12', '2027-05-07') },
      { entry: 'citizen' },
    );
    const later = planOf(
      { ...at('yale', 'Yale'), ...month('2027-05-03', '2027-05-28') },
      { entry: 'citizen' },
    );
    const lost = planOf(
      { ...at('yale', 'Yale'), ...month('2027-03-01', '2027-03-26') },
      { entry: 'citizen' },
    );
    const order = doNow([lost, later, nearer], TODAY).map(({ step }) => step.rotationId);
    expect(order).toEqual([nearer.rotationId, later.rotationId, lost.rotationId]);
  });
});

describe('no plan is made', () => {
  test('without dates, and none of what has ended', () => {
    const undated = rotation();
    delete (undated as { dates?: unknown }).dates;
    for (const each of [undated, rotation(FINISHED)])
      expect(backPlan(each, plan([each]), worldWith(), TODAY)).toBeUndefined();
  });
});

function planOf(of: Partial<Rotation>, profile: Partial<Profile> = {}): BackPlan {
  const each = rotation(of);
  const made = backPlan(each, plan([each], profile), worldWith(), TODAY);
  if (!made) throw new Error('There is no plan.');
  return made;
}

function entrySteps({ steps }: BackPlan): StepId[] {
  const all: readonly StepId[] = ['visa-appointment', 'visa', 'esta'];
  return steps.map(({ step }) => step).filter((step) => all.includes(step));
}

function stepOf(made: BackPlan, id: StepId): PlannedStep {
  const step = made.steps.find((each) => each.step === id);
  if (!step) throw new Error(`There is no step ${id}.`);
  return step;
}
