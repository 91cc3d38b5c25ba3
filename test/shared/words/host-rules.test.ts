import { describe, expect, test } from 'vitest';
import type { RotationPlan } from '#shared/plan/facts/rotation.ts';
import { type HostRule, hostRules } from '#shared/words/host-rules.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, storyOf } from '../plan/moves/stories.ts';

const visa = { ...aliceFacts(), profile: { ...aliceFacts().profile, entry: 'visa' as const } };

describe('the rules of a host', () => {
  test('are each met, not met, to ask, or not stated, worst first, with reason and source', () => {
    const rules = rulesAt({ host: { name: 'Baylor', institutionId: BAYLOR } });
    expect([...new Set(rules.map(({ state }) => state))]).toEqual([
      'not-met',
      'ask',
      'met',
      'not-stated',
    ]);
    for (const { text, source, ids } of rules) {
      expect(text).toMatch(/^[A-Z].*[.]$/s);
      // The day another page of the host was read is not recorded.
      expect(source).toMatch(ids.length > 0 ? /^https:.*checked/ : /^https:/);
    }
    const months = rules.find(({ ids }) => ids.includes('months'));
    expect(months).toMatchObject({
      state: 'not-met',
      text: expect.stringContaining('January-June'),
    });
  });

  test('tell the applicant what to do, and an advisor about the applicant', () => {
    const own = rulesAt({ host: { name: 'Baylor', institutionId: BAYLOR } });
    expect(own.filter(({ state, fix }) => state !== 'met' && !fix)).toEqual([]);
    expect(own.filter(({ state, fix }) => state === 'met' && fix)).toEqual([]);
    const story = storyOf({ ...BROWN, host: { name: 'Baylor', institutionId: BAYLOR } }, visa);
    const seen = hostRules(story.rotation, story.facts, PUBLISHED_WORLD, 'advisor');
    expect(seen.map(({ text }) => text.replaceAll(/“.*?”/g, '')).join(' ')).not.toMatch(
      /\byour?\b/i,
    );
    expect(seen.map(({ state }) => state)).toEqual(own.map(({ state }) => state));
  });

  test('of a host that is not in the directory are all to ask', () => {
    const states = new Set(rulesAt({}).map(({ state }) => state));
    expect(states).not.toContain('met');
    expect(states).not.toContain('not-met');
    expect(rulesAt({}).length).toBeGreaterThan(0);
  });

  test('are none outside the US, and none once the rotation has begun', () => {
    expect(rulesAt({ country: 'IN' })).toEqual([]);
    const begun = storyOf(BROWN).facts.rotations.map((each) => ({
      ...each,
      stage: 'rotate' as const,
      status: 'underway' as const,
    }));
    for (const each of begun) {
      expect(hostRules(each, visa, PUBLISHED_WORLD, 'applicant')).toEqual([]);
    }
  });
});

const BAYLOR = 'baylor-college-of-medicine-international-electives';

function rulesAt(plan: Partial<RotationPlan>): HostRule[] {
  const { rotation, facts } = storyOf({ ...BROWN, ...plan }, visa);
  return hostRules(rotation, facts, PUBLISHED_WORLD, 'applicant');
}
