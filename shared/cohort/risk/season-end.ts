/** When a season's rules stop: after the Match nobody is at risk of it any more. */
import type { RiskView } from './finding.ts';

export function seasonIsOver({ season, today }: RiskView): boolean {
  const match = season.dates['match-day'];
  return match !== undefined && today > match.day;
}
