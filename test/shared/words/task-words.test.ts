/** A plan's heading is a sentence: the verb, and what has to happen. */
import { expect, test } from 'vitest';
import { possibleOccasions } from '#shared/views/pages/rotation-words.ts';
import { headingOf } from '#shared/words/task-words.ts';
import { aliceFacts, NOVEMBER } from '../plan/moves/stories.ts';
import { viewOfStory } from '../views/pages/page-views.ts';

const [first] = possibleOccasions(viewOfStory({ facts: aliceFacts() }, NOVEMBER));
if (!first) throw new Error('Alice has nothing to do.');
const early = first;

test.each([
  ['housing', 'housing for the Yale IR rotation', 'Find housing for the Yale IR rotation'],
  [
    'G13',
    'visa appointment for the Yale IR rotation',
    'Book the visa appointment for the Yale IR rotation',
  ],
  ['G14', 'TB test for the Yale IR rotation', 'Send the TB test for the Yale IR rotation'],
  ['G11', 'submit the ERAS application', 'Submit the ERAS application'],
])('what is to be done begins with its verb: %s', (rule, title, heading) => {
  expect(headingOf({ ...early, rule, words: { ...early.words, title } })).toBe(heading);
});

test('a question, and what is lost, are sentences already', () => {
  const words = { ...early.words, title: 'when is the Yale IR rotation?' };
  expect(headingOf({ ...early, rule: 'G13', words, isQuestion: true })).toBe(
    'When is the Yale IR rotation?',
  );
  const lost = { ...early.words, title: 'no longer possible: visa for the Yale IR rotation' };
  expect(headingOf({ ...early, rule: 'visa', words: lost, ladder: 'loss' })).toBe(
    'No longer possible: visa for the Yale IR rotation',
  );
});
