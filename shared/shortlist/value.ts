/** How much of a factor something has: tenths, and what stands behind them. */

import type { Day } from '#shared/base/time/day.ts';
import type { Provenance } from '#shared/world/provenance.ts';
import { phraseSource } from '#shared/world/source-words.ts';

export interface Value {
  /** 0 to 10 each. */
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly source?: string;
  /** The day the fact is of; absent where nothing is known, or where it is the person's own wish. */
  readonly asOf?: Day;
  /** What to ask, where something is unknown. */
  readonly ask?: string;
}

/** One stated fact. */
export function known(
  tenths: number,
  text: string,
  from: Pick<Provenance, 'source' | 'checkedOn'>,
): Value {
  return {
    low: tenths,
    high: tenths,
    text,
    source: phraseSource(from),
    ...(from.checkedOn && { asOf: from.checkedOn }),
  };
}

/** Nobody has found it out: the whole range. */
export function unknown(text: string, ask: string): Value {
  return { low: 0, high: 10, text, ask };
}
