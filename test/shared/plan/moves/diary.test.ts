import { describe, expect, test } from 'vitest';
import { caseList, totalOf } from '#shared/plan/facts/cases.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import { expectRefused, midwayAtBrown, type Story, storyOf } from './stories.ts';

const TUESDAY = '2027-07-20T15:00:00.000Z';

function counted(count: number, of: { on?: string; procedure?: string; role?: string } = {}) {
  return {
    type: 'cases-counted',
    rotationId: 'r1',
    on: '2027-07-19',
    procedure: 'embolization',
    role: 'hands-on',
    count,
    ...of,
  } as PlanEvent;
}

const lines = (reported: Story) => caseList(reported.rotation.cases ?? []);

describe('the case log', () => {
  test('keeps what was done apart from what was watched', () => {
    const reported = midwayAtBrown()
      .report(TUESDAY, counted(2))
      .report(TUESDAY, counted(3, { on: '2027-07-20' }))
      .report(TUESDAY, counted(1, { procedure: 'TIPS', role: 'observed' }))
      .report(TUESDAY, counted(4, { procedure: 'biopsy' }));
    expect(lines(reported)).toEqual([
      'Hands-on, 9: embolization 5, biopsy 4',
      'Observed, 1: TIPS 1',
    ]);
  });

  test('sets a day’s count, so that the same answer twice is one number', () => {
    const reported = midwayAtBrown().report(TUESDAY, counted(2)).report(TUESDAY, counted(2));
    expect(totalOf(reported.rotation.cases ?? [])).toBe(2);
  });

  test('knows a procedure however it is written', () => {
    const reported = midwayAtBrown()
      .report(TUESDAY, counted(2))
      .report(TUESDAY, counted(1, { on: '2027-07-20', procedure: 'Embolization' }));
    expect(lines(reported)).toEqual(['Hands-on, 3: embolization 3']);
  });

  test('takes a count out with 0', () => {
    const reported = midwayAtBrown().report(TUESDAY, counted(2)).report(TUESDAY, counted(0));
    expect(reported.rotation.cases).toEqual([]);
  });

  test('holds no 2001st case: it is refused, and nothing is lost', () => {
    const full = midwayAtBrown().report(TUESDAY, counted(1990));
    const over = full.report(TUESDAY, counted(11, { procedure: 'biopsy' }));
    expectRefused(full, over, 'too-many-cases');
    expect(full.report(TUESDAY, counted(10, { procedure: 'biopsy' })).refusal).toBeUndefined();
  });

  test('takes no day to come and no day outside the rotation', () => {
    const reported = midwayAtBrown();
    expectRefused(
      reported,
      reported.report(TUESDAY, counted(1, { on: '2027-07-28' })),
      'not-yet-there',
    );
    expectRefused(
      reported,
      reported.report(TUESDAY, counted(1, { on: '2027-07-04' })),
      'not-on-rotation',
    );
  });

  test('is closed before the rotation starts', () => {
    const reported = storyOf();
    expectRefused(reported, reported.report(TUESDAY, counted(1)), 'not-now');
  });

  test('can be fixed after the last day', () => {
    const reported = midwayAtBrown().report('2027-08-03T15:00:00.000Z', counted(1));
    expect(reported.refusal).toBeUndefined();
    expect(reported.rotation.stage).toBe('request-letter');
  });
});

describe('small tasks', () => {
  const given = (on: string) =>
    ({ type: 'task-given', rotationId: 'r1', title: 'look up Y-90 dosing', on }) as PlanEvent;

  test('are noted and answered once', () => {
    const reported = midwayAtBrown()
      .report(TUESDAY, given('2027-07-19'))
      .report(TUESDAY, { type: 'task-done', rotationId: 'r1', task: 1 });
    expect(reported.rotation.tasks).toEqual([
      { title: 'look up Y-90 dosing', assignedOn: '2027-07-19', doneOn: '2027-07-20' },
    ]);
    const again = reported.report(TUESDAY, { type: 'task-done', rotationId: 'r1', task: 1 });
    expectRefused(reported, again, 'unknown-task');
  });
});

test('mentor, talk and both answers of the feedback are kept', () => {
  const reported = midwayAtBrown()
    .report(TUESDAY, { type: 'mentor-named', rotationId: 'r1', mentor: 'Dr. Amsel' })
    .report(TUESDAY, { type: 'talk-held', rotationId: 'r1', on: '2027-07-20' })
    .report(TUESDAY, {
      type: 'feedback-given',
      rotationId: 'r1',
      mood: 'positive',
      change: 'Speak up sooner in the morning round',
      focus: 'Ultrasound-guided access',
    });
  expect(reported.rotation).toMatchObject({
    mentor: 'Dr. Amsel',
    talkedOn: '2027-07-20',
    feedback: { mood: 'positive', focus: 'Ultrasound-guided access' },
  });
});
