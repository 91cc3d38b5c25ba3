import { describe, expect, test } from 'vitest';
import { dismissAdvisor, enrollAdvisor } from '#functions/enroll-advisor.ts';
import { roleAt } from '#shared/people/advisor/advisor.ts';
import { DANA, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const PROFILE = { ...DANA, zone: 'America/Chicago' };
const COHORT = { id: 'c2028', name: 'Match 2028' };

function stage() {
  const store = memoryStore();
  return { store, deps: { store, clock: { now: () => MONDAY }, pepper: 'pepper' } };
}

describe('an advisor is enrolled', () => {
  test('into a cohort that is made with them', async () => {
    const { store, deps } = stage();
    const dana = await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: COHORT });
    expect([dana.role, dana.cohortIds]).toEqual(['lead', ['c2028']]);
    expect(await store.read('cohort', 'c2028')).toMatchObject({ ...COHORT, advisorIds: [dana.id] });
    expect(await store.read('advisor', dana.id)).toEqual(dana);
  });

  test('into a second cohort, keeping the first', async () => {
    const { deps } = stage();
    await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: COHORT });
    const second = { id: 'c2029', name: 'Match 2029' };
    const dana = await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: second });
    expect(dana.cohortIds).toEqual(['c2028', 'c2029']);
  });

  test('once, however often and however the address is typed', async () => {
    const { store, deps } = stage();
    const typed = { ...PROFILE, address: ' Dana@School.example.org ' };
    const [one, two] = [
      await enrollAdvisor(deps, { profile: PROFILE, role: 'advisor', cohort: COHORT }),
      await enrollAdvisor(deps, {
        profile: { ...typed, address: PROFILE.address },
        role: 'lead',
        cohort: COHORT,
      }),
    ];
    expect([two.id, two.role]).toEqual([one.id, 'lead']);
    expect((await store.read('cohort', 'c2028'))?.advisorIds).toEqual([one.id]);
  });

  test('beside others, at once', async () => {
    const { store, deps } = stage();
    await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        enrollAdvisor(deps, {
          profile: { ...PROFILE, address: `${name}@school.example.org` },
          role: 'advisor',
          cohort: COHORT,
        }),
      ),
    );
    expect((await store.read('cohort', 'c2028'))?.advisorIds).toHaveLength(3);
  });
});

test('another role in a second cohort leaves the first as it is, also on the way back', async () => {
  const { deps } = stage();
  await enrollAdvisor(deps, { profile: PROFILE, role: 'auditor', cohort: COHORT });
  const second = { id: 'c2029', name: 'Match 2029' };
  const dana = await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: second });
  expect([roleAt(dana, 'c2028'), roleAt(dana, 'c2029'), dana.role]).toEqual([
    'auditor',
    'lead',
    'lead',
  ]);
  const left = await dismissAdvisor(deps, PROFILE.address, 'c2029');
  expect([left?.role, left?.cohortIds]).toEqual(['auditor', ['c2028']]);
});

test('an item of before, with one role for all, keeps it everywhere', async () => {
  const { store, deps } = stage();
  const { roles: _, ...dana } = await enrollAdvisor(deps, {
    profile: PROFILE,
    role: 'auditor',
    cohort: COHORT,
  });
  await store.write(dana);
  const second = { id: 'c2029', name: 'Match 2029' };
  const again = await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: second });
  expect(roleAt(again, 'c2028')).toBe('auditor');
});

describe('an advisor is dismissed', () => {
  test('from one cohort, keeping the other', async () => {
    const { store, deps } = stage();
    const dana = await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: COHORT });
    const second = { id: 'c2029', name: 'Match 2029' };
    await enrollAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: second });
    const dismissed = await dismissAdvisor(deps, PROFILE.address, 'c2028');
    expect(dismissed?.cohortIds).toEqual(['c2029']);
    expect((await store.read('advisor', dana.id))?.cohortIds).toEqual(['c2029']);
    expect((await store.read('cohort', 'c2028'))?.advisorIds).toEqual([]);
    expect((await store.read('cohort', 'c2029'))?.advisorIds).toEqual([dana.id]);
  });

  test('and an address that never advised makes no person', async () => {
    const { store, deps } = stage();
    expect(await dismissAdvisor(deps, 'eve@example.org', 'c2028')).toBeUndefined();
    expect(await store.read('cohort', 'c2028')).toBeUndefined();
  });
});
