/** A plan that its owner started alone, shared with the advisors of one cohort, and taken out again. */
import { CAUSES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Joined, renamedSubject } from '#shared/plan/moves/join-facts.ts';
import { type Advisor, roleAt, WORKERS } from '../advisor/advisor.ts';
import { calendarKeysSaid } from '../mailing/ledger.ts';
import { withNotice } from '../mailing/requested.ts';
import { ACCEPTED_UPDATES_MAX, type Applicant, isDeleted } from '../person/applicant.ts';
import { keysSaid } from '../person/email-record.ts';
import { undoOf } from '../person/undo.ts';
import { SELF_COHORT } from './pending.ts';

/** Far more than the runs of one rotation in a season. */
const RUNS_APART = 1000;

/** True for someone whose plan no school imported: only they decide who sees it. */
export function isSelfBegun({ cohortId, shared }: Pick<Applicant, 'cohortId' | 'shared'>): boolean {
  return cohortId === SELF_COHORT || shared !== undefined;
}

/** True for a plan whose owner started it, or confirmed that it is theirs. */
export function isUsed(applicant: Applicant): boolean {
  return !isDeleted(applicant) && applicant.pending === undefined;
}

/** An advisor who was dismissed, or only audits the cohort, invites nobody. */
export function mayInvite(advisor: Advisor | undefined, cohortId: string): advisor is Advisor {
  return (
    advisor?.cohortIds.includes(cohortId) === true && WORKERS.includes(roleAt(advisor, cohortId))
  );
}

export function sharedWith(
  applicant: Applicant,
  cohortId: string,
  now: Instant,
): Result<Applicant, 'shared-already'> {
  if (applicant.cohortId === cohortId && applicant.shared) return success(applicant);
  if (applicant.cohortId !== SELF_COHORT) return failure('shared-already');
  const { archived: _, ...own } = applicant;
  const shared = { ...own, cohortId, shared: { since: now } };
  return success(withNotice(shared, 'shared', String(applicant.version), now));
}

/** The owner's plan with all that the school's holds, in its cohort, in one write. Nothing that either has emailed is emailed again. */
export function joinedWith(
  shared: Applicant,
  other: Applicant,
  { facts, renamed }: Joined,
  updateId: string,
  now: Instant,
): Applicant {
  const { id, casework } = other;
  const answer = { id: updateId, at: now, type: 'plan-joined', digest: updateId };
  // Further than the other's executions, so that no name is used twice.
  const runs = Object.fromEntries(
    facts.rotations
      .filter((rotation) => !shared.facts.rotations.some((own) => own.id === rotation.id))
      .map((rotation) => [rotation.id, { run: RUNS_APART + (shared.runs[rotation.id]?.run ?? 1) }]),
  );
  return {
    ...shared,
    facts,
    ...(casework && { casework }),
    causes: [...shared.causes, ...messagesOf(other, shared)].slice(-CAUSES_MAX),
    joined: { id, updateId, renamed },
    undo: undoOf(updateId, now, shared.facts, facts),
    revision: shared.revision + 1,
    accepted: [...shared.accepted, answer].slice(-ACCEPTED_UPDATES_MAX),
    runs: { ...shared.runs, ...runs },
    olderKeys: [...new Set([...shared.olderKeys, ...saidBy(other, renamed)])],
    dueAt: now,
  };
}

/** The other plan on its own again; what was emailed of it meanwhile is not emailed again. */
export function released(
  { mergedInto, ...other }: Applicant,
  into: Applicant | undefined,
  now: Instant,
): Applicant {
  const renamed = mergedInto?.renamed ?? {};
  const back = Object.fromEntries(Object.entries(renamed).map(([theirs, mine]) => [mine, theirs]));
  const said = into ? saidBy(into, back) : [];
  const messages = into ? messagesOf(other, into) : other.causes;
  const causes = other.causes.filter(
    (each) => each.stream !== 'message' || messages.includes(each),
  );
  return { ...other, causes, olderKeys: [...new Set([...other.olderKeys, ...said])], dueAt: now };
}

/** The advisors' messages that still have to be emailed, and that the other plan neither has nor emailed. */
function messagesOf({ causes }: Applicant, other: Applicant): Applicant['causes'] {
  const known = [...other.causes.map(({ id }) => id), ...keysSaid(other.emails)];
  return causes.filter(({ id, stream }) => stream === 'message' && !known.includes(id));
}

/** The keys of every reminder and calendar entry that was emailed, in the other plan's names. */
function saidBy({ emails, olderKeys }: Applicant, renamed: Joined['renamed']): string[] {
  return [...olderKeys, ...keysSaid(emails), ...calendarKeysSaid(emails)]
    .filter((key) => key.includes('|'))
    .map((key) =>
      key
        .split('|')
        .map((part) => renamedSubject(part, renamed))
        .join('|'),
    );
}

/** Advisors' notes go: they were about a plan that advisors no longer see, and cannot bring back from their archive. */
export function takenOut(applicant: Applicant, now: Instant): Applicant {
  if (!applicant.shared) return applicant;
  const { shared: _, casework: __, joined: ___, archived: ____, ...own } = applicant;
  return withNotice({ ...own, cohortId: SELF_COHORT }, 'taken-out', String(applicant.version), now);
}
