import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import {
  type Change,
  correct,
  putSeason,
  takeBack,
  withdrawSeason,
} from '#shared/world/corrections/change-world.ts';
import { changedWorld, rowsOf } from '#shared/world/corrections/changed-world.ts';
import type { HostCorrection, SeasonCorrection } from '#shared/world/corrections/correction.ts';
import { UNCHANGED_WORLD, type WorldItem } from '#shared/world/corrections/world-item.ts';

const NOW: Instant = '2027-02-01T15:00:00.000Z';

const MATCH: SeasonCorrection = {
  of: 'season',
  id: 'c1',
  season: 2028,
  event: 'match-day',
  day: '2028-03-24',
  source: 'https://www.nrmp.org/match-calendars/',
  checkedOn: '2027-02-01',
  certainty: 'official',
};

const YALE: HostCorrection = {
  of: 'host',
  id: 'c2',
  institutionId: 'yale',
  field: 'leadDays',
  value: 150,
  source: 'https://medicine.yale.edu/',
  checkedOn: '2027-01-30',
  certainty: 'official',
};

describe('a corrected date', () => {
  test('stands, with who, when, old, new and why in the audit', () => {
    const item = corrected(MATCH);
    expect(matchDay(item)).toBe('2028-03-24');
    expect(item.audit).toEqual([
      {
        id: 'c1',
        at: NOW,
        by: 'dr-lee',
        act: 'corrected',
        target: 'season/2028/match-day',
        old: 'Fri, Mar 17, 2028 (estimated)',
        new: 'Fri, Mar 24, 2028 (official)',
        reason: 'NRMP moved it',
      },
    ]);
  });

  test('of a host counts from the first day of each rotation', () => {
    const item = corrected(YALE);
    expect(changedWorld(item).host('yale')?.leadDays).toBe(150);
    expect(item.audit[0]).toMatchObject({
      old: '120 days before the start (official)',
      new: '150 days before the start (official)',
    });
  });

  test('corrected again is one correction, and the audit holds both', () => {
    const item = value(correct(corrected(MATCH), { ...MATCH, day: '2028-03-31' }, by('c3'), NOW));
    expect(item.corrections).toHaveLength(1);
    expect(item.audit.map(({ old, new: now }) => `${old} → ${now}`)).toEqual([
      'Fri, Mar 17, 2028 (estimated) → Fri, Mar 24, 2028 (official)',
      'Fri, Mar 24, 2028 (official) → Fri, Mar 31, 2028 (official)',
    ]);
  });

  test('sent twice is corrected once', () => {
    const once = corrected(MATCH);
    expect(value(correct(once, MATCH, by('c1'), NOW))).toBe(once);
  });

  test.each([
    ['past', MATCH, { season: 2027, day: '2026-06-10', event: 'eras-opens' }],
    ['checked-later', MATCH, { checkedOn: '2027-02-02' }],
    ['unknown-source', MATCH, { source: 'a colleague' }],
    ['unsound', MATCH, { day: '2028-03-01' }],
    ['unsound', MATCH, { day: '2029-03-16' }],
    ['unknown-subject', YALE, { institutionId: 'nowhere' }],
  ])('is refused as %s', (reason, of, change) => {
    const reported = correct(UNCHANGED_WORLD, { ...of, ...change } as typeof MATCH, by('c9'), NOW);
    expect(reported).toMatchObject({ ok: false, failure: { reason } });
  });

  test('may turn out to be past already, as long as it was thought to be ahead', () => {
    const past = { ...MATCH, day: '2027-01-31', event: 'eras-opens' } as const;
    expect(changedWorld(corrected(past)).season(2028).dates['eras-opens']?.day).toBe('2027-01-31');
  });

  test('that is the same already is refused, of a season and of a host', () => {
    for (const of of [MATCH, YALE]) {
      const reported = correct(corrected(of), of, by('c9'), NOW);
      expect(reported).toMatchObject({ ok: false, failure: { reason: 'same' } });
    }
  });
});

describe('taken back', () => {
  test('the published date applies again, and the audit says so', () => {
    const item = value(takeBack(corrected(MATCH), 'c1', by('c4', 'a slip'), NOW));
    expect(matchDay(item)).toBe('2028-03-17');
    expect(item.audit.at(-1)).toMatchObject({
      act: 'taken-back',
      old: 'Fri, Mar 24, 2028 (official)',
      new: 'Fri, Mar 17, 2028 (estimated)',
      reason: 'a slip',
    });
  });

  test('of two corrections the first stands again', () => {
    const twice = value(correct(corrected(MATCH), { ...MATCH, day: '2028-03-31' }, by('c3'), NOW));
    expect(matchDay(value(takeBack(twice, 'c3', by('c4'), NOW)))).toBe('2028-03-24');
  });

  test('only the latest can be, and only once', () => {
    const twice = value(correct(corrected(MATCH), { ...MATCH, day: '2028-03-31' }, by('c3'), NOW));
    const back = value(takeBack(corrected(MATCH), 'c1', by('c4'), NOW));
    for (const [item, id] of [
      [twice, 'c1'],
      [back, 'c1'],
      [back, 'c9'],
    ] as const) {
      expect(takeBack(item, id, by('c5'), NOW)).toMatchObject({
        ok: false,
        failure: { reason: 'not-the-latest' },
      });
    }
  });
});

describe('a whole season', () => {
  const rows = [...rowsOf(UNCHANGED_WORLD, 2028)].map((row) =>
    row.event === 'match-day' ? { ...row, day: '2028-03-31' as const } : row,
  );

  test('loaded replaces what was corrected by hand, and no other season’s', () => {
    const other = { ...MATCH, season: 2029, day: '2029-03-23' } as const;
    const item = value(correct(corrected(MATCH), other, by('c3'), NOW));
    const after = value(putSeason(item, 2028, rows, by('s1'), NOW));
    expect(matchDay(after)).toBe('2028-03-31');
    expect(after.corrections.map(({ id }) => id)).toEqual(['c3']);
  });

  test('withdrawn is the release’s own again, once', () => {
    const put = value(putSeason(UNCHANGED_WORLD, 2028, rows, by('s1'), NOW));
    const back = value(withdrawSeason(put, 2028, by('s2'), NOW));
    expect(matchDay(back)).toBe('2028-03-17');
    expect(withdrawSeason(back, 2028, by('s3'), NOW)).toMatchObject({
      ok: false,
      failure: { reason: 'no-such-season' },
    });
  });
});

function corrected(of: SeasonCorrection | HostCorrection): WorldItem {
  return value(correct(UNCHANGED_WORLD, of, by(of.id, 'NRMP moved it'), NOW));
}

function by(id: string, reason = 'read it'): Change {
  return { id, by: 'dr-lee', reason };
}

function matchDay(item: WorldItem): string | undefined {
  return changedWorld(item).season(2028).dates['match-day']?.day;
}

function value(changed: ReturnType<typeof correct>): WorldItem {
  if (!changed.ok) throw new Error(changed.failure.reason);
  return changed.value;
}
