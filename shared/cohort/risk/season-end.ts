/** After Match Day, a season's rules no longer apply. */
import type { RiskView } from './finding.ts';

export function seasonIsOver({ season, today }: RiskView): boolean {
  const match = season.dates['match-day'];
  return match !== undefined && today > match.day;
}
