/**
 * The fewest emails that would have said every rung within its days, from the oracle's own table: what came and went
 * before it had to be said is not counted, nor is any cap.
 */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { morningAfter, type Window } from './due.ts';

export interface Bound {
  /** What is spoken of at this moment; what is no longer, before it had to be said, need not be. */
  see(open: readonly (readonly [key: string, window: Window])[], at: Instant, zone: string): void;
  /** The fewest emails up to a moment. */
  fewest(until: Instant): number;
}

interface Span {
  readonly from: Instant;
  readonly by: Instant;
  readonly zone: string;
}

export function boundOf(): Bound {
  let waiting = new Map<string, Span>();
  const had = new Map<string, Span>();

  function see(
    open: readonly (readonly [key: string, window: Window])[],
    at: Instant,
    zone: string,
  ): void {
    for (const [key, span] of waiting) if (span.by <= at) had.set(key, span);
    const still = new Map<string, Span>();
    for (const [key, { from, by }] of open) {
      if (had.has(key)) continue;
      // Seen after its day: by the next digest.
      const isLate = by < at;
      const fresh = { from: from < at ? at : from, by: isLate ? morningAfter(zone, at) : by, zone };
      still.set(key, waiting.get(key) ?? fresh);
    }
    waiting = still;
  }

  /** The soonest day one has to be said says whatever may be said by then, and so on. */
  function fewest(until: Instant): number {
    const spans = [...had.values(), ...waiting.values()]
      .filter(({ by }) => by <= until)
      .map(({ from, by, zone }) => ({ from: dayIn(zone, from), by: dayIn(zone, by) }))
      .toSorted((a, b) => (a.by < b.by ? -1 : 1));
    let count = 0;
    let last: Day | undefined;
    for (const { from, by } of spans) {
      if (last && from <= last) continue;
      count += 1;
      last = by;
    }
    return count;
  }

  return { see, fewest };
}
