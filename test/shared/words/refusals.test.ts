import { describe, expect, test } from 'vitest';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { explain, refusalWords } from '#shared/words/refusals.ts';

const APPLIED = { host: { name: 'Brown' }, stage: 'apply', status: 'submitted' } as const;

describe('the sentence of a refusal', () => {
  test('names what was tried and how the rotation is', () => {
    expect(refusalWords(refusals.notNow(APPLIED, 'accepted'))).toBe(
      'You cannot record “Offer accepted” now: the rotation at Brown is applied, waiting for the host. Open the rotation to see what you can record.',
    );
  });

  test('names what was tried and how the letter is', () => {
    expect(refusalWords(refusals.letterOutOfOrder('letter-assigned', 'asked'))).toBe(
      'You cannot record “Letter assigned to programs in MyERAS”: this letter is asked for, no answer yet.',
    );
  });

  test('names the day, the host, or the limit', () => {
    expect(refusalWords(refusals.erasNotOpen('2027-06-02'))).toContain(
      `on ${phraseDay('2027-06-02')}.`,
    );
    expect(refusalWords(refusals.closed(APPLIED))).toContain('The rotation at Brown is closed.');
    expect(refusalWords(refusals.tooManyTasks(9))).toContain('at most 9 tasks.');
  });
});

describe('what a reader gets of a refusal', () => {
  test('is the reason, the sentence, and the field, without the values', () => {
    expect(explain(refusals.tooManyTasks(9))).toEqual({
      reason: 'too-many-tasks',
      message: 'A rotation holds at most 9 tasks.',
      field: 'title',
    });
  });

  test('has no field where none is to blame, and another where another form is', () => {
    expect(explain(refusals.erased())).not.toHaveProperty('field');
    const late = { ...refusals.notYetThere('2027-01-05'), field: 'since' };
    expect(explain(late)).toMatchObject({ reason: 'not-yet-there', field: 'since' });
  });
});
