import { describe, expect, test } from 'vitest';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import { acceptedAtBrown, BROWN, expectRefused, NOVEMBER, storyOf } from './stories.ts';

const { dates: _, ...ENTERED } = BROWN;
const LATER = '2027-03-20T15:00:00.000Z';

function correction(of: Partial<typeof ENTERED>, rotationId = 'r1'): PlanEvent {
  return { type: 'rotation-corrected', rotationId, rotation: { ...ENTERED, ...of } };
}

describe('a rotation that was entered wrongly', () => {
  test('gets another host, specialty, role, route, and country, and keeps its steps', () => {
    const before = acceptedAtBrown();
    const right = {
      host: { name: 'Brown University' },
      specialty: 'dr',
      mode: 'observer',
      route: 'observership',
      country: 'CA',
    } as const;
    const { rotation, refusal } = before.report(LATER, correction(right));
    expect(refusal).toBeUndefined();
    expect(rotation).toMatchObject(right);
    expect(rotation.dates).toEqual(BROWN.dates);
    expect(rotation.acceptedOn).toBe(before.rotation.acceptedOn);
    expect(rotation.checklist).toEqual(before.rotation.checklist);
  });

  test('stays the directory’s host while its name stays', () => {
    const known = { ...BROWN, host: { name: 'Yale', institutionId: 'yale' } };
    const listed = storyOf(known);
    const kept = listed.report(LATER, correction({ host: { name: 'Yale' }, specialty: 'dr' }));
    expect(kept.rotation.host).toEqual(known.host);
    const renamed = listed.report(LATER, correction({ host: { name: 'Yonkers' } }));
    expect(renamed.rotation.host).toEqual({ name: 'Yonkers' });
  });

  test('can be corrected after it is closed', () => {
    const closed = storyOf().report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    const { rotation } = closed.report(LATER, correction({ country: 'IN' }));
    expect([rotation.country, rotation.stage]).toEqual(['IN', 'closed']);
  });
});

describe('no correction', () => {
  test('is of a rotation that the plan does not have', () => {
    const before = storyOf();
    expectRefused(before, before.report(NOVEMBER, correction({}, 'r9')), 'unknown-rotation');
  });

  test('names a host that the directory does not have', () => {
    const before = storyOf();
    const host = { name: 'Nowhere', institutionId: 'nowhere' };
    expectRefused(before, before.report(NOVEMBER, correction({ host })), 'unknown-site');
  });
});
