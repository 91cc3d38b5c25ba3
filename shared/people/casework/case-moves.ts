/** Opens a case for one red or lost matter, a question of a month, or two amber ones, and closes it once all reasons are gone. */
import { UNDO_MS } from '#shared/base/limits.ts';
import { failure, impossible, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, msBetween } from '#shared/base/time/instant.ts';
import { type PlanRefusal, refusals } from '#shared/plan/facts/refusals.ts';
import {
  CASES_KEPT_MAX,
  type Case,
  type CaseEvent,
  type Casework,
  NO_CASEWORK,
  openCaseOf,
} from './casework.ts';
import { RISK_CODES, type Risk, type RiskCode } from './codes.ts';

/** A case that an advisor closed reopens for the same reasons only after this. */
const CASE_QUIET_MS = 14 * 86_400_000;

/** The move that the rules demand now, as an event for the history. */
export function caseOwed(
  casework: Casework = NO_CASEWORK,
  findings: readonly Risk[],
  now: Instant,
): CaseEvent | undefined {
  const counted = findings.filter(isCounted);
  const codes = inOrder(counted.map(({ code }) => code));
  const open = openCaseOf(casework);
  if (open) {
    const isKept = open.openedBy === 'advisor' || (open.followUpOn ?? '') >= dayIn(EASTERN, now);
    if (codes.length > 0 || isKept) return undefined;
    return { type: 'case-closed', caseId: open.id, reason: 'reasons-gone' };
  }
  const demands = counted.some(({ level }) => level !== 'amber') || codes.length >= 2;
  if (!demands || isQuiet(casework.cases.at(-1), codes, now)) return undefined;
  return { type: 'case-opened', codes };
}

/** What others hold, or what is only to be checked, is counted against nobody; a question that stays open is asked. */
function isCounted({ code, level }: Risk): boolean {
  return code === 'Q1' || (level !== 'outside' && level !== 'gray');
}

/** The open case with later reasons added; the same object when there are none. */
export function withLaterReasons(casework: Casework, findings: readonly Risk[]): Casework {
  const open = openCaseOf(casework);
  if (!open) return casework;
  const present = findings.filter(isCounted).map(({ code }) => code);
  const codes = inOrder([...open.codes, ...present]);
  if (codes.length === open.codes.length) return casework;
  return replaced(casework, { ...open, codes });
}

/** @param updateId the update that an undo would undo; the rules' own moves cannot be undone */
export function moveCase(
  casework: Casework = NO_CASEWORK,
  event: CaseEvent,
  by: Case['openedBy'],
  updateId: string,
  now: Instant,
): Result<Casework, PlanRefusal> {
  const undo = by === 'advisor' ? { undo: { updateId, at: now, cases: casework.cases } } : {};
  switch (event.type) {
    case 'case-opened': {
      if (openCaseOf(casework)) return failure(refusals.caseIsOpen());
      if (by === 'advisor' && !event.note) return failure(refusals.noteNeeded());
      const { type: _, codes = [], ...work } = event;
      if (isPast(work.followUpOn, now)) return failure(refusals.followUpPast(work.followUpOn));
      const opened = casework.opened + 1;
      const fresh: Case = { id: `case-${opened}`, openedAt: now, openedBy: by, codes, ...work };
      return success({ ...undo, opened, cases: [...casework.cases, fresh].slice(-CASES_KEPT_MAX) });
    }
    case 'case-updated': {
      const found = openFor(casework, event.caseId);
      if (!found.ok) return found;
      const { type: _, caseId, ...work } = event;
      if (work.contactedOn && work.contactedOn > dayIn(EASTERN, now)) {
        return failure(refusals.contactAhead(work.contactedOn));
      }
      // A day that was set before and has come stays until the case is worked on.
      if (work.followUpOn !== found.value.followUpOn && isPast(work.followUpOn, now))
        return failure(refusals.followUpPast(work.followUpOn));
      const { id, openedAt, openedBy, codes } = found.value;
      return success({
        ...replaced(casework, { id, openedAt, openedBy, codes, ...work }),
        ...undo,
      });
    }
    case 'case-closed': {
      const found = openFor(casework, event.caseId);
      if (!found.ok) return found;
      const { type: _, caseId, ...said } = event;
      const closed = { ...found.value, closed: { at: now, ...said } };
      return success({ ...replaced(casework, closed), ...undo });
    }
    case 'case-undone': {
      const { undo: before, ...others } = casework;
      if (!before || msBetween(before.at, now) >= UNDO_MS) {
        return failure(refusals.noCaseToUndo());
      }
      return success({ ...others, cases: before.cases });
    }
    default:
      return impossible(event);
  }
}

function isPast(day: Day | undefined, now: Instant): day is Day {
  return day !== undefined && day < dayIn(EASTERN, now);
}

function openFor(casework: Casework, caseId: string): Result<Case, PlanRefusal> {
  const found = casework.cases.find(({ id }) => id === caseId);
  if (!found) return failure(refusals.unknownCase());
  return found.closed ? failure(refusals.caseIsClosed()) : success(found);
}

function replaced(casework: Casework, by: Case): Casework {
  return { ...casework, cases: casework.cases.map((each) => (each.id === by.id ? by : each)) };
}

/** A case that an advisor closed recently stays closed, unless there is a reason that they did not see. */
function isQuiet(last: Case | undefined, codes: readonly RiskCode[], now: Instant): boolean {
  if (!last?.closed || last.closed.reason === 'reasons-gone') return false;
  if (msBetween(last.closed.at, now) >= CASE_QUIET_MS) return false;
  return codes.every((code) => last.codes.includes(code));
}

function inOrder(codes: readonly RiskCode[]): RiskCode[] {
  return RISK_CODES.filter((code) => codes.includes(code));
}
