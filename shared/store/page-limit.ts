/** The bound of every page, the same in each adapter. */
import { PAGE_ROWS_MAX } from '#shared/base/limits.ts';

/** Throws for a limit that no caller of ours may ask: a page is 1 to `PAGE_ROWS_MAX` rows. */
export function checkPageLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= PAGE_ROWS_MAX) return;
  throw new RangeError(`A page holds 1 to ${PAGE_ROWS_MAX} rows, not ${limit}.`);
}
