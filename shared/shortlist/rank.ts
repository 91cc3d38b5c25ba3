/** Order, bands, and how certain a place is. Integer tenths of points throughout, so that equal is equal. */
import type { FactorId, Weights } from './factors.ts';

export interface Part {
  readonly factor: FactorId;
  /** Tenths of the weight, 0 to 10. */
  readonly low: number;
  readonly high: number;
}

export interface Scored {
  readonly id: string;
  /** Every line of one list has the same factors in the same order. */
  readonly parts: readonly Part[];
}

/** Tenths of points. */
export interface Score {
  readonly low: number;
  readonly high: number;
}

export interface Placed {
  readonly id: string;
  readonly score: Score;
  /** 1 is the first; lines whose ranges overlap share one. */
  readonly band: number;
  readonly place: number;
  /** The places it may have once the unknown is known. */
  readonly known: PlaceRange;
  /** The places it may have if each weight changes by up to 20 percent, with unknowns as nothing. */
  readonly weighed: PlaceRange;
}

export interface PlaceRange {
  readonly best: number;
  readonly worst: number;
}

/** The share by which weights change, in tenths: eight to twelve. */
const WEIGHT_TENTHS = { least: 8, most: 12 } as const;

/** The weighted sum at its lowest and highest: what is unknown could be either. */
export function scoreOf({ parts }: Pick<Scored, 'parts'>, weights: Weights): Score {
  const sum = (end: 'low' | 'high') =>
    parts.reduce((total, part) => total + weights[part.factor] * part[end], 0);
  return { low: sum('low'), high: sum('high') };
}

/**
 * What is known goes first; then what could be; then the id, so that the same input gives the same order. A band ends
 * only where everything after it stays below everything in it, whatever the unknown turns out to be.
 */
export function rank(lines: readonly Scored[], weights: Weights): Placed[] {
  const ordered = lines
    .map((line) => ({ ...line, score: scoreOf(line, weights) }))
    .toSorted(
      (a, b) => b.score.low - a.score.low || b.score.high - a.score.high || (a.id < b.id ? -1 : 1),
    );
  const bands = bandsOf(ordered.map(({ score }) => score));
  return ordered.map(({ id, parts, score }, index) => {
    const others = ordered.filter((_, at) => at !== index);
    const surelyAbove = others.filter((other) => other.score.low > score.high).length;
    const surelyBelow = others.filter((other) => other.score.high < score.low).length;
    let neverBeaten = 0;
    let canBeat = 0;
    ordered.forEach((other, at) => {
      if (at === index) return;
      if (!canPrecede(parts, other.parts, weights, index < at)) neverBeaten += 1;
      if (canPrecede(other.parts, parts, weights, at < index)) canBeat += 1;
    });
    return {
      id,
      score,
      band: bands[index] ?? 1,
      place: index + 1,
      known: { best: 1 + surelyAbove, worst: ordered.length - surelyBelow },
      weighed: { best: 1 + neverBeaten, worst: 1 + canBeat },
    };
  });
}

/** @param scores by low end, highest first */
function bandsOf(scores: readonly Score[]): number[] {
  const highestFrom = scores.map(() => 0);
  for (let at = scores.length - 1; at >= 0; at -= 1) {
    highestFrom[at] = Math.max(scores[at]?.high ?? 0, highestFrom[at + 1] ?? -1);
  }
  let band = 1;
  return scores.map((_, at) => {
    const before = scores[at - 1];
    if (before && (highestFrom[at] ?? 0) < before.low) band += 1;
    return band;
  });
}

/** Whether some weights within the share put one before the other; a tie keeps its order. */
function canPrecede(
  one: readonly Part[],
  other: readonly Part[],
  weights: Weights,
  isBefore: boolean,
): boolean {
  const lead = one.reduce((total, { factor, low }, at) => {
    const gap = (low - (other[at]?.low ?? 0)) * weights[factor];
    return total + gap * WEIGHT_TENTHS[gap > 0 ? 'most' : 'least'];
  }, 0);
  return lead > 0 || (lead === 0 && isBefore);
}
