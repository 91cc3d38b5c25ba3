/** How one enters and how long a visa takes are asked for rotations that can take place. On Monday, November 23, 2026. */
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { at, month, plan, rotation, worldWith } from '../plans.ts';

const NOW: Instant = '2026-11-23T17:00:00.000Z';

const confirmed = ['possible' as const];
const possible = { ...at('yale', 'Yale'), ...month('2027-07-05', '2027-07-30'), confirmed };
// Yale wants 120 days: November 1 for March 1.
const closed = { ...possible, ...month('2027-03-01', '2027-03-26') };
// MGH takes no international students in July, and no graduates.
const refusing = { ...at('mgh', 'MGH'), ...month('2027-07-05', '2027-07-30') };
const graduate = { enrollment: 'graduate' } as const;

describe.each([
  ['entry', {}],
  ['visa-wait', { entry: 'visa' }],
] as const)('%s', (rule, profile) => {
  const isAsked = (rotations: Partial<Rotation>[], of: Partial<Profile> = {}, now = NOW) =>
    standingsOf(rule, rotations, { ...profile, ...of }, now).includes('open');

  test('is asked for a rotation that can take place, also beside one that cannot', () => {
    expect(isAsked([possible])).toBe(true);
    expect(isAsked([closed, possible])).toBe(true);
    expect(isAsked([refusing, possible])).toBe(true);
  });

  test('is not asked for a rotation that is lost, and was until then', () => {
    expect(isAsked([closed])).toBe(false);
    expect(isAsked([closed], {}, '2026-11-01T17:00:00.000Z')).toBe(true);
  });

  test('is not asked for a rotation that the host refuses, on any dates or on these', () => {
    expect(isAsked([refusing], graduate)).toBe(false);
    expect(isAsked([refusing])).toBe(false);
    expect(isAsked([closed, refusing])).toBe(false);
  });
});

function standingsOf(
  rule: string,
  rotations: Partial<Rotation>[],
  profile: Partial<Profile>,
  now: Instant,
) {
  const facts = plan(
    rotations.map((each) => rotation({ addedOn: '2026-10-01', ...each })),
    profile,
  );
  const { matters, standings } = agendaAt(facts, worldWith(), now);
  return matters.filter((each) => each.rule === rule).map(({ id }) => standings.get(id)?.name);
}
