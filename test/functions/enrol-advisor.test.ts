import { describe, expect, test } from 'vitest';
import { dismissAdvisor, enrolAdvisor } from '../../functions/enrol-advisor.ts';
import { DANA, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const PROFILE = { ...DANA, zone: 'America/Chicago' };
const COHORT = { id: 'c2028', name: 'Match 2028' };

async function enrolled(...of: Parameters<typeof enrolAdvisor>) {
  const answer = await enrolAdvisor(...of);
  if (!answer.ok) throw new Error(answer.failure);
  return answer.value;
}

function stage() {
  const store = memoryStore();
  return { store, deps: { store, clock: { now: () => MONDAY }, pepper: 'pepper' } };
}

describe('an advisor is enrolled', () => {
  test('into a cohort that is made with them', async () => {
    const { store, deps } = stage();
    const dana = await enrolled(deps, { profile: PROFILE, role: 'lead', cohort: COHORT });
    expect([dana.role, dana.cohortIds]).toEqual(['lead', ['c2028']]);
    expect(await store.read('cohort', 'c2028')).toMatchObject({ ...COHORT, advisorIds: [dana.id] });
    expect(await store.read('advisor', dana.id)).toEqual(dana);
  });

  test('into a second cohort, keeping the first', async () => {
    const { deps } = stage();
    await enrolAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: COHORT });
    const second = { id: 'c2029', name: 'Match 2029' };
    const dana = await enrolled(deps, { profile: PROFILE, role: 'lead', cohort: second });
    expect(dana.cohortIds).toEqual(['c2028', 'c2029']);
  });

  test('once, however often and however the address is typed', async () => {
    const { store, deps } = stage();
    const typed = { ...PROFILE, address: ' Dana@School.example.org ' };
    const [one, two] = [
      await enrolled(deps, { profile: PROFILE, role: 'advisor', cohort: COHORT }),
      await enrolled(deps, {
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
        enrolAdvisor(deps, {
          profile: { ...PROFILE, address: `${name}@school.example.org` },
          role: 'advisor',
          cohort: COHORT,
        }),
      ),
    );
    expect((await store.read('cohort', 'c2028'))?.advisorIds).toHaveLength(3);
  });
});

test('another role in a second cohort is refused, since it would change the first as well', async () => {
  const { store, deps } = stage();
  const dana = await enrolled(deps, { profile: PROFILE, role: 'auditor', cohort: COHORT });
  const second = { id: 'c2029', name: 'Match 2029' };
  const answer = await enrolAdvisor(deps, { profile: PROFILE, role: 'lead', cohort: second });
  expect(answer).toMatchObject({ ok: false });
  expect(answer.ok ? '' : answer.failure).toContain('is auditor of c2028');
  expect(await store.read('advisor', dana.id)).toEqual(dana);
  expect(await store.read('cohort', 'c2029')).toBeUndefined();
});

describe('an advisor is dismissed', () => {
  test('from one cohort, keeping the other', async () => {
    const { store, deps } = stage();
    const dana = await enrolled(deps, { profile: PROFILE, role: 'lead', cohort: COHORT });
    const second = { id: 'c2029', name: 'Match 2029' };
    await enrolled(deps, { profile: PROFILE, role: 'lead', cohort: second });
    const dismissed = await dismissAdvisor(deps, PROFILE.address, 'c2028');
    expect(dismissed?.cohortIds).toEqual(['c2029']);
    expect((await store.read('advisor', dana.id))?.cohortIds).toEqual(['c2029']);
    expect((await store.read('cohort', 'c2028'))?.advisorIds).toEqual([]);
    expect((await store.read('cohort', 'c2029'))?.advisorIds).toEqual([dana.id]);
  });

  test('and nobody is made of an address that never advised', async () => {
    const { store, deps } = stage();
    expect(await dismissAdvisor(deps, 'eve@example.org', 'c2028')).toBeUndefined();
    expect(await store.read('cohort', 'c2028')).toBeUndefined();
  });
});
