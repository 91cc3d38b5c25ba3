import { describe, expect, test } from 'vitest';
import { phraseUsd } from '#shared/base/sentence.ts';
import { ledgerOf } from '#shared/plan/costs/ledger.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { BROWN, NOVEMBER, storyOf } from '../moves/stories.ts';

const YALE = { ...BROWN, host: { name: 'Yale School of Medicine', institutionId: 'yale' } };

const entered = (cost: object) => ({ type: 'cost-entered', cost }) as never;

const ofYale = (reported: { facts: Facts }) =>
  ledgerOf(reported.facts, PUBLISHED_WORLD).accounts[0];
const ofSeason = (reported: { facts: Facts }) =>
  ledgerOf(reported.facts, PUBLISHED_WORLD).accounts.at(-1);

describe('the ledger', () => {
  test('plans with the fee that the host states, and says where it comes from', () => {
    const account = ofYale(storyOf(YALE));
    expect(account?.stated).toMatchObject([{ kind: 'host-fee', usd: 4775, certainty: 'official' }]);
    expect(account?.sums).toEqual({ plannedUsd: 4775, paidUsd: 0, totalUsd: 4775 });
  });

  test('forgets it once the real one is entered', () => {
    const reported = storyOf(YALE).report(
      NOVEMBER,
      entered({ rotationId: 'r1', kind: 'host-fee', amountUsd: 4900, state: 'paid' }),
    );
    expect(ofYale(reported)?.stated).toEqual([]);
    expect(ofYale(reported)?.sums).toEqual({ plannedUsd: 0, paidUsd: 4900, totalUsd: 4900 });
  });

  test('plans with no fee of a rotation that is closed, and keeps what was paid for it', () => {
    const reported = storyOf(YALE)
      .report(NOVEMBER, entered({ rotationId: 'r1', kind: 'visa', amountUsd: 185, state: 'paid' }))
      .report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
    expect(ofYale(reported)).toMatchObject({ stated: [], sums: { totalUsd: 185 } });
  });

  test('knows what everybody pays once a season, and what only those pay who need a visa', () => {
    const kinds = (reported: { facts: Facts }) =>
      ofSeason(reported)?.stated.map(({ kind }) => kind);
    const needs = storyOf().report(NOVEMBER, {
      type: 'profile-changed',
      profile: { entry: 'visa' },
    });
    expect(kinds(storyOf())).not.toContain('visa');
    expect(kinds(needs)).toContain('visa');
    expect(ofSeason(needs)?.stated.every(({ source }) => source !== '')).toBe(true);
  });

  test('adds up to the sum of its accounts', () => {
    const reported = storyOf(YALE).report(
      NOVEMBER,
      entered({ kind: 'travel', amountUsd: 900, state: 'planned' }),
    );
    const { accounts, sums } = ledgerOf(reported.facts, PUBLISHED_WORLD);
    expect(sums.totalUsd).toBe(accounts.reduce((sum, each) => sum + each.sums.totalUsd, 0));
    expect(sums.totalUsd).toBeGreaterThan(4775 + 900);
  });
});

test('amounts are read at a glance', () => {
  expect([0, 185, 4775, 1234567].map(phraseUsd)).toEqual(['$0', '$185', '$4,775', '$1,234,567']);
});
