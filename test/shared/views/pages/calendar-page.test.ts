import { expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { ownDates } from '#shared/views/pages/calendar-page.ts';
import { acceptedAtBrown, aliceFacts, type Story } from '../../plan/moves/stories.ts';
import { viewOfStory } from './page-views.ts';

test('a plan’s own days come in their order, an estimate as one', () => {
  expect(linesOf(acceptedAtBrown(), '2027-04-02T15:00:00.000Z')).toEqual([
    'Brown IR rotation: papers Mon, Jun 7, 2027, in 66 days (estimated)',
    'Brown IR rotation Mon, Jul 5 to Fri, Jul 30, 2027, in 94 days',
    'Brown IR rotation: letter Fri, Jul 30, 2027, in 119 days (estimated)',
  ]);
});

test('what is late stays until it is done, and days that are over go', () => {
  const lines = linesOf(acceptedAtBrown(), '2027-07-20T15:00:00.000Z');
  expect(lines).toContain('Brown IR rotation: papers ▲ Mon, Jun 7, 2027, 43 days ago (estimated)');
  const after = linesOf(acceptedAtBrown(), '2027-08-20T15:00:00.000Z');
  expect(after).not.toContain('Brown IR rotation Mon, Jul 5 to Fri, Jul 30, 2027, 46 days ago');
});

test('a plan without rotations has none, and neither has a withdrawn one', () => {
  const withdrawn = acceptedAtBrown().report('2027-03-20T15:00:00.000Z', {
    type: 'withdrawn',
    rotationId: 'r1',
  });
  for (const facts of [aliceFacts(), withdrawn.facts]) {
    expect(ownDates(viewOfStory({ facts }, '2027-04-02T15:00:00.000Z'))).toBe('');
  }
});

function linesOf({ facts }: Story, now: Instant): string[] {
  return String(ownDates(viewOfStory({ facts }, now)))
    .split('<li>')
    .slice(1)
    .map((line) =>
      line
        .replace(/<br>/g, ' ')
        .replace(/<[^>]+>|\d+ more/g, '')
        .trim(),
    );
}
