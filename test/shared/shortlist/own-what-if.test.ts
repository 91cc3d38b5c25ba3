/** One thing changed in the plan Alice has, laid beside the plan as it is. */
import { describe, expect, test } from 'vitest';
import { ownWhatIfs } from '#shared/shortlist/own-what-if.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { at, FINISHED, month, plan, rotation, WITHDRAWN } from '../agenda/plans.ts';

const yale = rotation({ id: 'yale', ...at('yale', 'Yale'), ...month('2027-04-05', '2027-04-30') });
const emory = rotation({
  id: 'emory',
  host: { name: 'Emory' },
  specialty: 'dr',
  ...month('2027-07-05', '2027-07-30'),
});
const cost = (rotationId: string, amountUsd: number) => ({
  id: `c-${rotationId}`,
  rotationId,
  kind: 'host-fee' as const,
  amountUsd,
  state: 'planned' as const,
});
const alices = plan(
  [yale, emory],
  { entry: 'visa', visaWaitDays: 90 },
  { costs: [cost('yale', 4775), cost('emory', 2000)] },
);

describe('the plan of two months', () => {
  const [visa, rejected, other] = ownWhatIfs(alices, PUBLISHED_WORLD, MONDAY);

  test('loses the nearer month when the visa comes two months later', () => {
    expect(visa?.id).toBe('visa-later');
    expect(visa?.before).toMatchObject({ missed: [], lettersInTime: 2 });
    // April 5 − 3 to arrive; − 7 flight; − 21 passport; − 151 and − 14 appointment is September 21, 63 days ago.
    expect(visa?.after.missed).toEqual([
      { name: 'Yale', title: 'visa appointment for the Yale IR rotation', byDays: 63 },
    ]);
    expect(visa?.after.lettersInTime).toBe(1);
  });

  test('loses it, too, where the wait is not entered: later is later than the 90 days we count', () => {
    const [unknown] = ownWhatIfs(plan([yale, emory], { entry: 'visa' }), PUBLISHED_WORLD, MONDAY);
    expect(unknown?.after.missed).toEqual(visa?.after.missed);
  });

  test('without Yale: one month, its fee not spent, and no IR month, which is a risk', () => {
    expect(rejected?.title).toBe('The Yale IR rotation falls through');
    expect(rejected?.before.cost.knownUsd).toBe(6775);
    expect(rejected?.after.cost.knownUsd).toBe(2000);
    expect(rejected?.after.rotations).toEqual([{ name: 'Emory', start: '2027-07-05' }]);
    expect(rejected?.after.warnings).toBeGreaterThan(rejected?.before.warnings ?? 0);
    expect(other?.id).toBe('reject-emory');
  });
});

describe('nothing is asked', () => {
  test('of what is over or withdrawn', () => {
    const past = plan([rotation({ ...yale, ...FINISHED }), rotation({ ...emory, ...WITHDRAWN })]);
    expect(ownWhatIfs(past, PUBLISHED_WORLD, MONDAY)).toEqual([]);
  });

  test('of a visa that nobody needs', () => {
    const free = plan([yale], { entry: 'citizen' });
    expect(ownWhatIfs(free, PUBLISHED_WORLD, MONDAY).map(({ id }) => id)).toEqual(['reject-yale']);
  });
});
