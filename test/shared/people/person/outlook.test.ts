/** What a cohort's list has no room for is cut between two words. */
import { expect, test } from 'vitest';
import { shortened } from '#shared/people/person/outlook.ts';

test('a long line ends with a whole word, within its limit', () => {
  const line = 'send the immunization record to the host, and keep its receipt';
  expect(shortened(line, 24)).toBe('send the immunization…');
  expect(shortened(line, 23)).toBe('send the immunization…');
  expect(shortened(line, 22)).toBe('send the immunization…');
  expect(shortened(line, 21)).toBe('send the…');
});

test('a line that fits stays whole, and one long word is cut where it must be', () => {
  expect(shortened('transcript', 10)).toBe('transcript');
  expect(shortened('transcripts', 10)).toBe('transcrip…');
});
