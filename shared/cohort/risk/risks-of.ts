/** Everything that puts one person at risk on one day. Rules over dates, each explained; no score, no likelihood. */
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

/** Gravest first, in the order of the codes, longest standing first. A deleted plan is counted and never judged. */
export function risksOf(view: RiskView): Finding[] {
  if (view.row.erased) return [];
  return RULES.flatMap((rule) => rule(view)).toSorted(
    (a, b) =>
      RISK_LEVELS.indexOf(a.level) - RISK_LEVELS.indexOf(b.level) ||
      RISK_CODES.indexOf(a.code) - RISK_CODES.indexOf(b.code) ||
      (a.since < b.since ? -1 : 1),
  );
}
