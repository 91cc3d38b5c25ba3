/** Findings by their cause: what several rules see of one matter is one sentence, with every code beside it. */
import type { Day } from '#shared/base/time/day.ts';
import {
  RISK_CODES,
  RISK_LEVELS,
  type RiskCode,
  type RiskLevel,
} from '#shared/people/casework/codes.ts';
import { type Finding, type FindingWords, sentenceOf } from './finding.ts';

export interface Cause {
  readonly level: RiskLevel;
  /** Every rule that sees it, in the order of the codes. */
  readonly codes: readonly RiskCode[];
  /** When the first of them came to this level. */
  readonly since: Day;
  readonly owner: Finding['owner'];
  /** The sentence of the rule that says most, and the data behind all of them. */
  words(): FindingWords;
}

/** Which rule's sentence says most, where several see one thing. */
const TELLING: readonly RiskCode[] = ['P1', 'L1', 'L2', 'D1', 'D2'];

/** Gravest first, as the findings are. */
export function causesOf(findings: readonly Finding[]): Cause[] {
  return [...Map.groupBy(findings, causeKey(findings)).values()].flatMap(causeOf);
}

/** What is said of a person's letters as a whole belongs to the rotation whose letter is missing. */
function causeKey(findings: readonly Finding[]): (finding: Finding) => string {
  const missing = findings
    .filter(({ code, rotationId }) => rotationId && (code === 'L1' || code === 'L2'))
    .toSorted((a, b) => RISK_CODES.indexOf(a.code) - RISK_CODES.indexOf(b.code))[0];
  return ({ topic, rotationId }) =>
    `${topic} ${rotationId ?? (topic === 'letter' ? missing?.rotationId : undefined) ?? ''}`;
}

function causeOf(findings: readonly Finding[]): Cause[] {
  const [first, ...others] = findings.toSorted(
    (a, b) =>
      RISK_LEVELS.indexOf(a.level) - RISK_LEVELS.indexOf(b.level) ||
      TELLING.indexOf(a.code) - TELLING.indexOf(b.code),
  );
  if (!first) return [];
  const [since = first.since] = findings
    .filter(({ level }) => level === first.level)
    .map((each) => each.since)
    .toSorted();
  return [
    {
      level: first.level,
      codes: RISK_CODES.filter((code) => findings.some((each) => each.code === code)),
      since,
      owner: first.owner,
      words: () => {
        const { reason, action, data } = first.words();
        const behind = others.flatMap((each) => [
          `${each.code}: ${sentenceOf(each)}`,
          ...each.words().data,
        ]);
        return { reason, action, data: [...new Set([...data, ...behind])] };
      },
    },
  ];
}
