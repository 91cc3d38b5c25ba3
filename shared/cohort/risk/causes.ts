/** Groups findings by cause: several rules about one matter give one sentence with every code beside it. */
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
  /** Of every rule that found it. */
  readonly codes: readonly RiskCode[];
  /** When the first of them reached this level. */
  readonly since: Day;
  readonly owner: Finding['owner'];
  /** The words of the most telling rule, with the data behind all of them. */
  words(): FindingWords;
}

/** The most telling rule first. */
const TELLING: readonly RiskCode[] = ['P1', 'L1', 'L2', 'D1', 'D2'];

/** Most serious first, as the findings are. */
export function causesOf(findings: readonly Finding[]): Cause[] {
  return [...Map.groupBy(findings, causeKey(findings)).values()].flatMap(causeOf);
}

/** A finding about all letters of a person belongs to the rotation whose letter is missing. */
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
