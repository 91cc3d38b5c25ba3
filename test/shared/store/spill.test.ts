import { expect, test } from 'vitest';
import { type Applicant, newApplicant } from '../../../shared/applicant/applicant.ts';
import { ITEM_BYTES_MAX } from '../../../shared/limits.ts';
import { bytesOf, chunkToSpill, withoutChunk } from '../../../shared/store/spill.ts';
import { DAY_MS, type Instant, plusMs } from '../../../shared/time/instant.ts';
import { aliceFacts, NOVEMBER } from '../rotation/stories.ts';

const alice = newApplicant({ id: 'alice', cohortId: 'c1', facts: aliceFacts() }, NOVEMBER);

test('a small item keeps its whole past', () => {
  expect(chunkToSpill(alice, NOVEMBER)).toBeUndefined();
});

test('a large one puts what is older than two months aside and keeps the rest', () => {
  const now = plusMs(NOVEMBER, 400 * DAY_MS);
  const grown = withHistory(900, (n) => plusMs(NOVEMBER, (n * 400 * DAY_MS) / 900));
  const chunk = chunkToSpill(grown, now);
  const trimmed = chunk && withoutChunk(grown, chunk);
  expect(bytesOf(grown)).toBeGreaterThan(ITEM_BYTES_MAX);
  expect(trimmed && bytesOf(trimmed)).toBeLessThan(ITEM_BYTES_MAX);
  expect(trimmed?.history.every(({ at }) => at >= plusMs(now, -60 * DAY_MS))).toBe(true);
  expect([...(chunk?.history ?? []), ...(trimmed?.history ?? [])]).toEqual(grown.history);
});

test('a thousand updates in a day are put aside too, all but the newest forty', () => {
  const grown = withHistory(1000, () => NOVEMBER);
  const chunk = chunkToSpill(grown, NOVEMBER);
  expect(chunk && withoutChunk(grown, chunk).history).toEqual(grown.history.slice(-40));
});

test('a spill that broke off is finished by what its chunk holds', () => {
  const earlier = withHistory(1000, () => NOVEMBER);
  const chunk = chunkToSpill(earlier, NOVEMBER);
  const since = {
    ...earlier,
    history: [...earlier.history, ...withHistory(3, () => NOVEMBER, 'b').history],
  };
  const trimmed = chunk && withoutChunk(since, chunk);
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
