import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../shared/costs/ledger.ts';
import { phraseUsd } from '../../../shared/costs/words.ts';
import { PUBLISHED_WORLD } from '../../../shared/world.ts';
import { BROWN, NOVEMBER, storyOf } from '../rotation/stories.ts';

const YALE = { ...BROWN, host: { name: 'Yale School of Medicine', institutionId: 'yale' } };

const entered = (cost: object) => ({ type: 'cost-entered', cost }) as never;

describe('the ledger', () => {
  test('plans with the fee that the host states, and says where it comes from', () => {
    const { accounts, sums } = ledgerOf(storyOf(YALE).facts, PUBLISHED_WORLD);
    expect(accounts[0]?.stated).toMatchObject([
      { kind: 'host-fee', amountUsd: 4775, provenance: { certainty: 'official' } },
    ]);
    expect(sums).toEqual({ plannedUsd: 4775, paidUsd: 0, totalUsd: 4775 });
  });

  test('forgets it once the real one is entered', () => {
    const told = storyOf(YALE).tell(
      NOVEMBER,
      entered({ rotationId: 'r1', kind: 'host-fee', amountUsd: 4900, state: 'paid' }),
    );
    const { accounts, sums } = ledgerOf(told.facts, PUBLISHED_WORLD);
    expect(accounts[0]?.stated).toEqual([]);
    expect(sums).toEqual({ plannedUsd: 0, paidUsd: 4900, totalUsd: 4900 });
  });

  test('plans with no fee of a rotation that is closed, and keeps what was paid for it', () => {
    const told = storyOf(YALE)
      .tell(NOVEMBER, entered({ rotationId: 'r1', kind: 'visa', amountUsd: 185, state: 'paid' }))
      .tell(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    expect(ledgerOf(told.facts, PUBLISHED_WORLD).sums.totalUsd).toBe(185);
  });

  test('keeps what serves the whole season apart, and is empty where nothing is known', () => {
    expect(ledgerOf(storyOf().facts, PUBLISHED_WORLD).accounts).toEqual([]);
    const told = storyOf().tell(
      NOVEMBER,
      entered({ kind: 'travel', amountUsd: 900, state: 'planned' }),
    );
    expect(ledgerOf(told.facts, PUBLISHED_WORLD).accounts).toMatchObject([
      { sums: { plannedUsd: 900 } },
    ]);
  });
});

test('amounts are read at a glance', () => {
  expect([0, 185, 4775, 1234567].map(phraseUsd)).toEqual(['$0', '$185', '$4,775', '$1,234,567']);
});
