/** A writer who agrees in July, is silent until nobody reminds them any longer, and agrees again in January. */
import { expect, test } from 'vitest';
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { letter, midwayAtBrown, type Story } from '../../plan/moves/stories.ts';

const JULY: Instant = '2027-07-20T15:00:00.000Z';
const JANUARY: Instant = '2028-01-10T15:00:00.000Z';

const asked = midwayAtBrown().report(JULY, {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Cruz', specialty: 'ir' },
});
const [{ id = '' } = {}] = asked.rotation.letters;
const agreed = asked.report(JULY, letter('letter-agreed', id));

function lastRung({ facts }: Story, now: Instant): string | undefined {
  const form = occasionsAt(facts, PUBLISHED_WORLD, now).find(({ rule }) => rule === 'G16b');
  return form && rungsOf(form, 'America/New_York').at(-1)?.name;
}

test('once more after a second yes, when every reminder of the first has been sent', () => {
  const again = agreed
    .report('2027-11-23T15:00:00.000Z', letter('letter-declined', id))
    .report(JANUARY, letter('letter-agreed', id));
  expect(again.refusal).toBeUndefined();
  expect(lastRung(again, JANUARY)).toBe('accepted');
});

test('not at all where the writer has had the form since November', () => {
  const again = agreed
    .report('2027-11-23T15:00:00.000Z', letter('letter-requested', id))
    .wait(JANUARY)
    .report(JANUARY, letter('letter-agreed', id));
  expect(again.refusal).toBeUndefined();
  expect(again.rotation.letters[0]?.status).toBe('requested');
  expect(lastRung(again, JANUARY)).toBeUndefined();
});

test('not while the reminders of the first yes are still to come', () => {
  expect(lastRung(agreed, JULY)).toBe('+7');
});
