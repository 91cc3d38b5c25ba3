import { describe, expect, test } from 'vitest';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import { rungsOf } from '#shared/agenda/ladder.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { claimEmail } from '#shared/people/mailing/claim.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import {
  bytesOf,
  chunkToSpill,
  ITEM_BYTES_MAX,
  KEPT_DAYS,
  KEY_KEPT_DAYS,
  withoutChunk,
} from '#shared/store/spill.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { aliceFacts, NOVEMBER } from '../plan/moves/stories.ts';

const alice = newApplicant({ id: 'alice', cohortId: 'c1', facts: aliceFacts() }, NOVEMBER);

test('a small item keeps its whole past', () => {
  expect(chunkToSpill(alice, NOVEMBER)).toBeUndefined();
});

test('a large one puts what is older than two months aside and keeps the rest', () => {
  const now = plusMs(NOVEMBER, 400 * DAY_MS);
  const grown = withHistory(900, (n) => plusMs(NOVEMBER, (n * 400 * DAY_MS) / 900));
  const chunk = chunkToSpill(grown, now);
  const trimmed = chunk && withoutChunk(grown, chunk, now);
  expect(bytesOf(grown)).toBeGreaterThan(ITEM_BYTES_MAX);
  expect(trimmed && bytesOf(trimmed)).toBeLessThan(ITEM_BYTES_MAX);
  expect(trimmed?.history.every(({ at }) => at >= plusMs(now, -KEPT_DAYS * DAY_MS))).toBe(true);
  expect([...(chunk?.history ?? []), ...(trimmed?.history ?? [])]).toEqual(grown.history);
});

test('a thousand updates in a day are put aside too, all but the newest forty', () => {
  const grown = withHistory(1000, () => NOVEMBER);
  const chunk = chunkToSpill(grown, NOVEMBER);
  expect(chunk && withoutChunk(grown, chunk, NOVEMBER).history).toEqual(grown.history.slice(-40));
});

describe('of emails that are put aside', () => {
  const now = plusMs(NOVEMBER, 100 * DAY_MS);
  const grown = {
    ...withHistory(900, () => NOVEMBER),
    emails: [
      email(1, NOVEMBER, ['G8|plan/early-rotation|2027-03-01|opens', 'G6|r1|2023-09-25|30']),
      email(2, plusMs(NOVEMBER, DAY_MS), ['G10|r1/letter|2027-08-20|30']),
      email(3, plusMs(NOVEMBER, 2 * DAY_MS), ['G14|r1/tb|2027-06-07|30']),
    ],
  };
  const chunk = chunkToSpill(grown, now);
  const trimmed = chunk && withoutChunk(grown, chunk, now);

  test('the newest stays, so that no number is given twice', () => {
    expect(trimmed?.emails.map(({ n }) => n)).toEqual([3]);
    expect(
      trimmed && claimEmail(trimmed, { stream: 'link', keys: ['c'], rotationIds: [] }, 'x', now).n,
    ).toBe(4);
  });

  test('what they said stays known while it may still be current, and not longer', () => {
    expect(trimmed?.olderKeys).toEqual([
      'G8|plan/early-rotation|2027-03-01|opens',
      'G10|r1/letter|2027-08-20|30',
    ]);
  });
});

test('no rung stays current longer than its key is kept', () => {
  for (const ladder of ['hard', 'advised', 'offer', 'question', 'loss'] as const) {
    const occasion: Occasion = {
      rule: 'G0',
      subject: 'plan',
      ladder,
      place: 0,
      rank: 'rest',
      deadline: dayDeadline('2027-06-01', { certainty: 'entered', source: 'a test' }),
      words: { title: 't', next: 'n', why: 'w', button: 'b' },
    };
    const last = rungsOf(occasion, 'Pacific/Kiritimati').at(-1);
    expect(last && dayIn('UTC', last.until) <= plusDays('2027-06-01', KEY_KEPT_DAYS)).toBe(true);
  }
});

test('an item over its limit does not write a chunk each time', () => {
  const grown = withHistory(1000, () => NOVEMBER);
  const first = chunkToSpill(grown, NOVEMBER);
  const heavy = {
    ...alice,
    facts: {
      ...alice.facts,
      profile: { ...alice.facts.profile, school: 'x'.repeat(ITEM_BYTES_MAX) },
    },
  };
  expect(first).toBeDefined();
  expect(chunkToSpill({ ...heavy, history: grown.history.slice(-45) }, NOVEMBER)).toBeUndefined();
});

test('a spill that broke off is finished by what its chunk holds', () => {
  const earlier = withHistory(1000, () => NOVEMBER);
  const chunk = chunkToSpill(earlier, NOVEMBER);
  const since = {
    ...earlier,
    history: [...earlier.history, ...withHistory(3, () => NOVEMBER, 'b').history],
  };
  const trimmed = chunk && withoutChunk(since, chunk, NOVEMBER);
  expect(trimmed?.history).toEqual(since.history.slice(-43));
  expect(trimmed?.chunks).toBe(1);
});

function withHistory(count: number, at: (n: number) => Instant, prefix = 'a'): Applicant {
  return {
    ...alice,
    history: Array.from({ length: count }, (_, n) => ({
      id: `${prefix}${n}`,
      at: at(n),
      by: 'applicant' as const,
      event: { type: 'withdrawn' as const, rotationId: `a-rotation-with-a-long-name-${n}` },
    })),
  };
}

function email(n: number, claimedAt: Instant, keys: string[]): EmailRecord {
  return {
    n,
    stream: 'digest',
    status: 'sent',
    keys,
    rotationIds: [],
    subject: 'x',
    claimedAt,
    leaseUntil: claimedAt,
  };
}
