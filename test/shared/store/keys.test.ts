import { describe, expect, test } from 'vitest';
import { plusMs } from '#shared/base/time/instant.ts';
import {
  cohortPlaceOf,
  DUE_SHARDS,
  duePlaceOf,
  dueShardOf,
  dueShards,
  keyOf,
  lastDuePlaceOf,
  parseDuePlace,
  parseKey,
} from '#shared/store/keys.ts';
import { MONDAY } from '../../cast.ts';

describe('a key', () => {
  test('is read as it was made, also where the id has the separator in it', () => {
    expect(parseKey(keyOf('applicant', 'alice'))).toEqual({ kind: 'applicant', id: 'alice' });
    expect(parseKey(keyOf('chunk', 'a#1'))).toEqual({ kind: 'chunk', id: 'a#1' });
  });

  test('of one cohort is not that of another with a longer name', () => {
    expect(cohortPlaceOf('c202')).not.toBe(cohortPlaceOf('c2028'));
  });
});

describe('a place in the due index', () => {
  const alice = keyOf('applicant', 'alice');

  test('is read as it was made', () => {
    expect(parseDuePlace(duePlaceOf(MONDAY, alice))).toEqual({ dueAt: MONDAY, key: alice });
  });

  test('comes before the end of its moment, and after the end of the moment before', () => {
    const place = duePlaceOf(MONDAY, alice);
    expect(place < lastDuePlaceOf(MONDAY)).toBe(true);
    expect(place > lastDuePlaceOf(plusMs(MONDAY, -1))).toBe(true);
    expect(duePlaceOf(plusMs(MONDAY, 1), alice) > lastDuePlaceOf(MONDAY)).toBe(true);
  });
});

describe('a shard', () => {
  test('is one of those that a sweep reads, and stays the same from release to release', () => {
    const shard = dueShardOf(keyOf('applicant', 'alice'));
    expect(dueShards()).toContain(shard);
    expect(shard).toBe('due#6');
  });

  test('has about its share of a thousand people', () => {
    const counts = new Map(dueShards().map((shard) => [shard, 0]));
    for (let n = 0; n < 1000; n += 1) {
      const shard = dueShardOf(keyOf('applicant', `p${n}`));
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect(counts.size).toBe(DUE_SHARDS);
    for (const count of counts.values()) {
      expect(count).toBeGreaterThan(90);
      expect(count).toBeLessThan(160);
    }
  });
});
