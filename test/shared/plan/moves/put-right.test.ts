/** What was reported by mistake is put right by an update of its own, at any step. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { historyWords } from '#shared/people/applicant/history-words.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  BROWN,
  cleared,
  expectAt,
  expectRefused,
  letter,
  midwayAtBrown,
  NOVEMBER,
  type Story,
  storyOf,
} from './stories.ts';

const APRIL = '2027-04-01T15:00:00.000Z';
const AUGUST = '2027-08-03T15:00:00.000Z';

type To = Extract<PlanEvent, { type: 'step-corrected' }>['to'];
const corrected = (to: To): PlanEvent => ({ type: 'step-corrected', rotationId: 'r1', to });

describe('a step that was reported by mistake', () => {
  test('goes back to any earlier one, and what was said of later steps goes with it', () => {
    const accepted = acceptedAtBrown();
    const offered = accepted.report(APRIL, corrected('offered'));
    expectAt(offered, 'apply', 'offered');
    expect(offered.rotation.offer).toBeUndefined();
    expect(offered.rotation.acceptedOn).toBeUndefined();
    expect(offered.rotation.offeredOn).toBe('2027-03-10');
    const applied = accepted.report(APRIL, corrected('applied'));
    expectAt(applied, 'apply', 'submitted');
    expect(applied.rotation.appliedOn).toBe('2027-02-10');
    expect(applied.rotation.offeredOn).toBeUndefined();
    expectAt(accepted.report(APRIL, corrected('listed')), 'identify', 'shortlisted');
  });

  test('keeps an offer that is still open', () => {
    const early = acceptedAtBrown().report('2027-03-13T15:00:00.000Z', corrected('offered'));
    expect(early.rotation.offer?.expiresOn).toBe('2027-03-20');
    expectAt(early.wait('2027-03-22T15:00:00.000Z'), 'closed', 'closed');
  });

  test('goes on, too, where a step was never reported', () => {
    expectAt(storyOf().report(APRIL, corrected('accepted')), 'documents', 'collecting');
  });

  test('asks again whether it took place', () => {
    const answered = midwayAtBrown().report(AUGUST, {
      type: 'took-place',
      rotationId: 'r1',
      happened: 'ended',
    });
    const back = answered.report(AUGUST, corrected('accepted')).wait(AUGUST);
    expect(back.rotation.confirmed).toBeUndefined();
    expectAt(back, 'request-letter', 'waiting');
  });

  test('is a line of its own in the history', () => {
    const event = { type: 'step-corrected', rotationId: 'r1', to: 'applied' } as const;
    expect(historyWords({ event })).toBe('Step corrected');
  });

  test('is never over before its last day, without dates, or reopened by this', () => {
    const accepted = acceptedAtBrown();
    expectRefused(accepted, accepted.report(APRIL, corrected('finished')), 'not-yet-there');
    const { dates: _, ...undated } = BROWN;
    const listed = storyOf(undated);
    expectRefused(listed, listed.report(APRIL, corrected('applied')), 'dates-needed');
    const closed = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    expectRefused(closed, closed.report(NOVEMBER, corrected('applied')), 'closed');
  });
});

test('a step of the path is open again, and an appointment that was none has no day', () => {
  const booked = acceptedAtBrown().report(APRIL, {
    type: 'step-reported',
    rotationId: 'r1',
    step: 'visa-appointment',
    state: 'done',
    appointmentOn: '2027-05-03',
  });
  const back = booked.report(APRIL, {
    type: 'step-reported',
    rotationId: 'r1',
    step: 'visa-appointment',
    state: 'not-done',
  });
  expect(back.rotation.steps).toEqual([]);
  expect(back.rotation).not.toHaveProperty('visaAppointmentOn');
});

describe('a letter', () => {
  const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Amsel', specialty: 'ir' },
  });
  const id = asked.rotation.letters[0]?.id ?? '';
  const uploaded = ['letter-agreed', 'letter-requested', 'letter-uploaded'].reduce<Story>(
    (so, type) => so.report(AUGUST, letter(type as 'letter-agreed', id)),
    asked,
  );
  const to = (step: 'asked' | 'agreed' | 'requested' | 'uploaded'): PlanEvent => ({
    type: 'letter-corrected',
    rotationId: 'r1',
    letterId: id,
    to: step,
  });

  test('that is not uploaded after all is waited for again', () => {
    expectAt(uploaded, 'letter-received', 'to-assign');
    const back = uploaded.report(AUGUST, to('agreed'));
    expectAt(back, 'request-letter', 'waiting');
    expect(back.rotation.letters[0]).toMatchObject({ status: 'agreed' });
    expect(back.rotation.letters[0]).not.toHaveProperty('formSent');
  });

  test('is corrected backward only', () => {
    const JULY = '2027-07-20T16:00:00.000Z';
    expectRefused(asked, asked.report(JULY, to('agreed')), 'letter-out-of-order');
  });
});

describe('a paper that is not asked for here', () => {
  const TB = { type: 'document-updated', rotationId: 'r1', kind: 'tb' } as const;
  const notAsked: PlanEvent = { ...TB, also: ['mmr'], status: 'not-asked' };
  const isAsked = ({ facts }: Story, kind: string) =>
    agenda(facts, PUBLISHED_WORLD).some(({ about }) => about.paper === kind);

  test('is on no list and in no email, with others in one press, and is no longer waited for', () => {
    const accepted = acceptedAtBrown();
    expect(isAsked(accepted, 'tb')).toBe(true);
    const without = accepted.report(APRIL, notAsked);
    expect([isAsked(without, 'tb'), isAsked(without, 'mmr')]).toEqual([false, false]);
    expect(without.rotation.notAsked).toEqual(['tb', 'mmr']);
    expectAt(cleared(without, APRIL), 'rotate', 'upcoming');
  });

  test('stays off the list with new dates, and comes back by one press', () => {
    const moved = acceptedAtBrown()
      .report(APRIL, { ...TB, kind: 'influenza', status: 'not-asked' })
      .report(APRIL, {
        type: 'dates-changed',
        rotationId: 'r1',
        dates: { start: '2027-11-01', end: '2027-11-28' },
      });
    expect(isAsked(moved, 'influenza')).toBe(false);
    const back = moved.report(APRIL, { ...TB, kind: 'influenza', status: 'to-do' });
    expect(isAsked(back, 'influenza')).toBe(true);
    expect(back.rotation).not.toHaveProperty('notAsked');
  });

  test('is never a visa', () => {
    const accepted = acceptedAtBrown();
    const visa = { ...TB, kind: 'visa', status: 'not-asked' } as const;
    expectRefused(accepted, accepted.report(APRIL, visa), 'follows-from-entry');
  });
});

describe('a task and a note of one’s own', () => {
  const task = (dueOn: `${number}-${number}-${number}`): PlanEvent => ({
    type: 'own-task-set',
    rotationId: 'r1',
    title: 'call Dr. Ortiz, 312 555 0100',
    dueOn,
  });
  const done: PlanEvent = { type: 'own-task-done', rotationId: 'r1', task: 1 };

  test('are kept from the first step on, and the task is done once', () => {
    const noted = storyOf()
      .report(APRIL, task('2027-04-12'))
      .report(APRIL, { type: 'note-kept', rotationId: 'r1', ownNote: 'ask for Sam' })
      .report(APRIL, done);
    expect(noted.rotation.ownTasks?.[0]).toMatchObject({ doneOn: '2027-04-01' });
    expect(noted.rotation.ownNote).toBe('ask for Sam');
    expectRefused(noted, noted.report(APRIL, done), 'unknown-task');
    const without = noted.report(APRIL, { type: 'note-kept', rotationId: 'r1' });
    expect(without.rotation).not.toHaveProperty('ownNote');
  });

  test('have a day to come, within three years', () => {
    const listed = storyOf();
    expectRefused(listed, listed.report(APRIL, task('2027-03-31')), 'promised-in-the-past');
    expectRefused(listed, listed.report(APRIL, task('2031-01-01')), 'too-far-ahead');
  });
});
