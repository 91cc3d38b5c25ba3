/** A place in words: `3rd`, `3rd to 6th`. */
import type { PlaceRange } from './rank.ts';

/** `1st`, `2nd`, `11th`, `23rd` */
export function ordinal(place: number): string {
  const lastTwo = place % 100;
  const suffix =
    lastTwo >= 11 && lastTwo <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${suffix}`;
}

/** `3rd`, or `3rd to 17th` if what is unknown could change it */
export function rangeWords({ best, worst }: PlaceRange): string {
  return best === worst ? ordinal(best) : `${ordinal(best)} to ${ordinal(worst)}`;
}

/** `51.5 points`, `51.5 to 96.5 points` */
export function pointsWords({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): string {
  return low === high ? `${low} points` : `${low} to ${high} points`;
}
