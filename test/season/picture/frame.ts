/** The measures both pictures share. */
export const WIDTH = 960;
export const HEIGHT = 220;
/** Room for the names of lanes. */
export const LEFT = 170;

/** @param share of the season, in [0, 1] */
export function xOf(share: number): number {
  return Math.round((LEFT + share * (WIDTH - LEFT)) * 10) / 10;
}
