/** A host that grants no letters: nobody is asked for one, and only the applicant says that the rotation took place. */
import { expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { standings } from '#shared/agenda/standings.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  BROWN,
  expectAt,
  expectRefused,
  letter,
  midwayAtBrown,
} from '../plan/moves/stories.ts';

const STANFORD = { ...BROWN, host: { name: 'Stanford', institutionId: 'stanford' } };
const DAY_AFTER: Instant = '2027-08-02T15:00:00.000Z';
const ASK = { type: 'letter-asked', writer: { name: 'Dr. Amsel', specialty: 'ir' } } as const;
const TOOK_PLACE = { type: 'took-place', rotationId: 'r1', happened: 'ended' } as const;

test('the day after its last day, one question is open, and no letter is asked for', () => {
  const over = acceptedAtBrown(STANFORD).wait(DAY_AFTER);
  const open = agenda(over.facts, PUBLISHED_WORLD).filter(
    ({ subject, done, kind }) => subject.startsWith('r1') && !done && kind !== 'note',
  );
  expect(open.map(({ rule }) => rule)).toEqual(['ended']);
});

test('months without an answer turn nobody red and close nothing', () => {
  const later: Instant = '2027-11-25T15:00:00.000Z';
  const silent = acceptedAtBrown(STANFORD).wait(later);
  expect(silent.rotation.closed).toBeUndefined();
  const matters = agenda(silent.facts, PUBLISHED_WORLD);
  const found = standings(matters, later, EASTERN);
  const ofRotation = matters.filter(({ subject }) => subject.startsWith('r1'));
  expect(found.get('ended|r1')?.name).toBe('open');
  expect(ofRotation.filter(({ id }) => found.get(id)?.color === 'red')).toEqual([]);
});

test('a letter that its writer is still to send keeps it open, and a no closes it', () => {
  const asked = midwayAtBrown()
    .report('2027-07-20T15:00:00.000Z', { ...ASK, rotationId: 'r1' })
    .report('2027-07-21T15:00:00.000Z', {
      type: 'rotation-corrected',
      rotationId: 'r1',
      rotation: STANFORD,
    });
  const told = asked.report(DAY_AFTER, TOOK_PLACE);
  expectAt(told, 'request-letter', 'waiting');
  const [coming] = told.rotation.letters;
  const declined = told.report(DAY_AFTER, letter('letter-declined', coming?.id ?? ''));
  expect(declined.rotation.closed?.reason).toBe('finished-without-letter');
});

test('yes closes it as finished, and is refused before the last day', () => {
  const over = acceptedAtBrown(STANFORD).wait(DAY_AFTER);
  const told = over.report(DAY_AFTER, TOOK_PLACE);
  expect(told.rotation.closed?.reason).toBe('finished-without-letter');
  const midway = acceptedAtBrown(STANFORD).wait('2027-07-20T15:00:00.000Z');
  expectRefused(midway, midway.report('2027-07-20T15:00:00.000Z', TOOK_PLACE), 'not-yet-there');
});
