/** Everything that puts one person at risk on one day: rules about dates, each explained, never a score. */
import { RISK_CODES, RISK_LEVELS } from '#shared/people/casework/codes.ts';
import { deadlineRisk, slackRisk } from './deadlines.ts';
import { documentRisk } from './documents.ts';
import type { Finding, RiskView } from './finding.ts';
import { lettersRisk, writerRisk } from './letters.ts';
import { outsideRisk } from './outside.ts';
import { reachRisk } from './reach.ts';
import { planRisk, rotationRisk } from './rotations.ts';

const RULES: readonly ((view: RiskView) => Finding[])[] = [
  deadlineRisk,
  slackRisk,
  rotationRisk,
  lettersRisk,
  writerRisk,
  documentRisk,
  reachRisk,
  planRisk,
  outsideRisk,
];

/** Most serious first, in the order of the codes, oldest first. Deleted plans have no findings. */
export function risksOf(view: RiskView): Finding[] {
  if (view.row.erased) return [];
  return RULES.flatMap((rule) => rule(view)).toSorted(
    (a, b) =>
      RISK_LEVELS.indexOf(a.level) - RISK_LEVELS.indexOf(b.level) ||
      RISK_CODES.indexOf(a.code) - RISK_CODES.indexOf(b.code) ||
      (a.since < b.since ? -1 : 1),
  );
}
