/** One line of a list: what it is, its score, the reasons, how certain they are, and what would change it. */

import type { Day } from '#shared/base/time/day.ts';
import type { Tier } from '#shared/plan/rotation/site.ts';
import { isOld } from '#shared/world/programs/fact-age.ts';
import { FACTOR_LABELS, type FactorId, type Weights } from './factors.ts';
import type { Gate, GateState } from './gates.ts';
import type { ShortlistProfile } from './profile.ts';
import type { Placed, Scored } from './rank.ts';
import type { Value } from './value.ts';
import { factorValue, type Subject } from './values.ts';

/** Points are multiples of a tenth. */
export interface PointsPart {
  readonly factor: FactorId;
  readonly label: string;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly source?: string;
  readonly asOf?: Day;
  /** Older than twelve months: it counts, with less confidence. */
  readonly isOld?: true;
}

export interface Line {
  readonly id: string;
  readonly name: string;
  /** Its page in the directory. */
  readonly path: string;
  readonly state?: string;
  readonly tier?: Tier;
  readonly gate: GateState;
  readonly gates: readonly Gate[];
  readonly score: { readonly low: number; readonly high: number };
  readonly parts: readonly PointsPart[];
  /** Of ten: how much of the weight depends on facts that are known and not old. */
  readonly confidence: number;
  readonly moves: readonly string[];
  readonly place?: Pick<Placed, 'place' | 'band' | 'known' | 'weighed'>;
}

export interface Entry extends Subject {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly tier?: Tier;
}

export interface Valued extends Scored {
  readonly entry: Entry;
  readonly values: readonly { readonly factor: FactorId; readonly value: Value }[];
}

/**
 * An entry with its points for each factor.
 * @param highestFeeUsd the highest fee of the list, with which fees are compared
 */
export function valued(
  entry: Entry,
  factors: readonly FactorId[],
  profile: ShortlistProfile,
  highestFeeUsd: number,
): Valued {
  const values = factors.flatMap((factor) => {
    const value = factorValue(factor, entry, profile, highestFeeUsd);
    return value ? [{ factor, value }] : [];
  });
  const parts = values.map(({ factor, value: { low, high } }) => ({ factor, low, high }));
  return { id: entry.id, entry, values, parts };
}

/** @param gate the state of all gates of the entry together */
export function lineOf(
  { entry, values, parts }: Valued,
  gate: GateState,
  weights: Weights,
  today: Day,
  placed?: Placed,
): Line {
  const { id, name, path, tier, state, gates } = entry;
  const total = (end: 'low' | 'high') =>
    parts.reduce((sum, part) => sum + weights[part.factor] * part[end], 0) / 10;
  return {
    id,
    name,
    path,
    ...(state && { state }),
    ...(tier && { tier }),
    gate,
    gates,
    score: { low: total('low'), high: total('high') },
    parts: values.map(({ factor, value }) => partOf(factor, value, weights[factor], today)),
    confidence: confidenceOf(values, weights, today),
    moves: movesOf(values, gates, weights),
    ...(placed && {
      place: {
        place: placed.place,
        band: placed.band,
        known: placed.known,
        weighed: placed.weighed,
      },
    }),
  };
}

function partOf(factor: FactorId, value: Value, weight: number, today: Day): PointsPart {
  const { low, high, text, source, asOf } = value;
  return {
    factor,
    label: FACTOR_LABELS[factor],
    weight,
    low: (weight * low) / 10,
    high: (weight * high) / 10,
    text,
    ...(source && { source }),
    ...(asOf && { asOf }),
    ...(asOf && isOld(asOf, today) && { isOld: true as const }),
  };
}

function confidenceOf(values: Valued['values'], weights: Weights, today: Day): number {
  const all = values.reduce((sum, { factor }) => sum + weights[factor] * 10, 0);
  if (all === 0) return 0;
  const sure = values
    .filter(({ value: { asOf } }) => asOf === undefined || !isOld(asOf, today))
    .reduce((sum, { factor, value }) => sum + weights[factor] * (10 - value.high + value.low), 0);
  return Math.round((10 * sure) / all);
}

/** The questions with the most weight come first, then those of gates. */
function movesOf(values: Valued['values'], gates: readonly Gate[], weights: Weights): string[] {
  const asks = values
    .map(({ factor, value }) => ({
      ask: value.ask,
      points: (weights[factor] * (value.high - value.low)) / 10,
    }))
    .filter(({ ask, points }) => ask !== undefined && points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ ask, points }) => `Up to +${points}: ${ask}`);
  return [...asks, ...gates.flatMap(({ fix }) => fix ?? [])];
}
