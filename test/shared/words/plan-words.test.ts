import { expect, test } from 'vitest';
import { PARTY_WORDS, phraseTurn } from '#shared/words/plan-words.ts';

test('an outside office has an example, for the advisor as for the applicant', () => {
  expect(PARTY_WORDS.external).toBe('an outside office such as Intealth');
  expect(phraseTurn('external')).toBe('waiting on an outside office such as Intealth');
});
