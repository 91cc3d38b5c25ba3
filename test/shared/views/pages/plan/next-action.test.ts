/** What was put off is not the next action until its morning. */
import { expect, test } from 'vitest';
import { pagePaths } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import { nextAction, otherAnswer } from '#shared/views/pages/plan/next-action.ts';
import { possibleOccasions } from '#shared/views/pages/rotation-words.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../../../plan/moves/stories.ts';
import { viewOfStory } from '../page-views.ts';

const EARLY = 'Complete an early IR or DR rotation <';

test('what was put off makes room for the next thing', () => {
  const page = pagePutOffUntil('2027-01-10');
  expect(page).not.toContain('an early IR or DR rotation');
  expect(page).toContain('Draw up the list of target programs <');
});

test('on its morning it is the next action again', () => {
  expect(pagePutOffUntil('2026-11-23')).toContain(EARLY);
});

test.each(['preparing', 'offered'] as const)(
  'a question with two answers shows the second: %s',
  (status) => {
    const rotation = { ...storyOf().rotation, status };
    const [occasion] = possibleOccasions(viewOfStory({ facts: aliceFacts() }, NOVEMBER));
    if (!occasion) throw new Error('Alice has nothing to do.');
    const answerTo = (event: typeof occasion.event) =>
      String(otherAnswer({ ...occasion, ...(event && { event }) }, rotation, pagePaths('AAA')));
    const isOffer = status === 'offered';
    expect(answerTo('host-confirmed')).toContain(
      isOffer ? 'Decline the offer' : 'No, I cannot apply there',
    );
    expect(answerTo('applied')).toBe(isOffer ? answerTo('host-confirmed') : '');
  },
);

function pagePutOffUntil(until: Day): string {
  const [first] = possibleOccasions(viewOfStory({ facts: aliceFacts() }, NOVEMBER));
  if (!first) throw new Error('Alice has nothing to do.');
  const { rule, subject, deadline } = first;
  const snoozes = [{ rule, subject, day: deadline.day, until }];
  const view = viewOfStory({ facts: { ...aliceFacts(), mailing: { snoozes } } }, NOVEMBER);
  return String(nextAction(view, possibleOccasions(view)));
}
