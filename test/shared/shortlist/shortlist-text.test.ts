/** A shortlist in a terminal reads as a person would say it. */
import { expect, test } from 'vitest';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { shortlistText } from '#shared/shortlist/shortlist-text.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks } from './profiles.ts';

const NO_PLANS = { plans: [], unreached: [], leftOut: [] };
const text = shortlistText(shortlist(aliceAsks(), PUBLISHED_WORLD, MONDAY), NO_PLANS);

test('asks under one heading, whether it is a question or whom to ask', () => {
  expect(text).toContain(
    '    Find out first:\n      Can a visiting student rotate in interventional radiology?',
  );
  expect(text).toMatch(/\n {6}Ask the coordinator which visas/);
  expect(text).not.toMatch(/\bask( first)?: ask\b/i);
});

test('a cost of which nothing is known is not known, and never zero', () => {
  expect(text).toContain(', cost not known\n');
  expect(text).toMatch(/, cost \$4,790, plus 1 unknown\n/);
  expect(text).not.toMatch(/\$0, plus/);
});
