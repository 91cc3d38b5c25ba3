/** What may be done with an entered fact: propose, take in, drop. Two people stand behind every one that counts. */
import { ENTERED_FACTS_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { World } from '../../world.ts';
import { notOfficial } from '../refusals.ts';
import { domainsOf, isPageOn } from '../sources.ts';
import { peopleOf, type Unconfirmed } from '../unconfirmed.ts';
import { type EnteredFact, isOfProgram, type Statement } from './fact.ts';
import type { FactsItem } from './facts-item.ts';

/** Who does it, and when. */
export interface Act {
  readonly by: string;
  readonly now: Instant;
}

/** Somebody who proposes, and what holds until somebody else confirms it. */
export interface Proposing extends Act {
  readonly id: string;
  readonly unconfirmed: Unconfirmed;
}

/** Somebody who has read the same source. */
export interface Reviewing extends Act {
  /** Every cohort of theirs; none for an operator. */
  readonly cohortIds: readonly string[];
  /** Every cohort that the proposer has today. */
  readonly proposersCohortIds: readonly string[];
}

export const factRefusals = {
  unknownSubject: (isProgram: boolean): Refusal => ({
    reason: 'unknown-subject',
    says: isProgram
      ? 'This is asked of a residency program, and there is none with this ACGME code. Take the code from its page in the directory.'
      : 'This is asked of a host of visiting students, and there is none with this id. Take the id from the address of its page in the directory.',
    field: 'subject',
  }),
  checkedLater: (): Refusal => ({
    reason: 'checked-later',
    says: 'The day on which you read it lies in the future. Enter the day on which you read it.',
    field: 'checkedOn',
  }),
  notOfficial: (domains: readonly string[]): Refusal => ({
    reason: 'not-official',
    says: notOfficial(domains),
    field: 'certainty',
  }),
  waiting: (): Refusal => ({
    reason: 'waiting',
    says: 'The same question has an answer that waits for review. Review that one, or have it taken back.',
    field: 'name',
  }),
  tooMany: (): Refusal => ({
    reason: 'too-many',
    says: `${ENTERED_FACTS_MAX} facts are entered already. The next release of the list should take them in.`,
  }),
  gone: (): Refusal => ({
    reason: 'gone',
    says: 'This proposal is gone: somebody reviewed it or took it back. Nothing was changed.',
  }),
  own: (): Refusal => ({
    reason: 'own',
    says: 'You proposed this yourself. Another advisor has to read the source and take it in.',
  }),
  busy: (): Refusal => ({
    reason: 'busy',
    says: 'Somebody else is entering facts at this moment. Nothing was changed; try again.',
  }),
} as const;

/** Waits from now on for another advisor. Sent twice under one id, it is one proposal. */
export function proposeFact(
  item: FactsItem,
  statement: Statement,
  { id, by, now, unconfirmed }: Proposing,
  world: World,
): Result<FactsItem, Refusal> {
  // The same form sent twice is one proposal.
  if (item.facts.some((fact) => fact.id === id)) return success(item);
  const { name, checkedOn, certainty, source } = statement;
  const domains = publishersOf(statement, world);
  if (!domains) return failure(factRefusals.unknownSubject(isOfProgram(name)));
  if (checkedOn > dayIn(EASTERN, now)) return failure(factRefusals.checkedLater());
  if (certainty === 'official' && !isPageOn(domains, source)) {
    return failure(factRefusals.notOfficial(domains));
  }
  if (item.facts.some((fact) => isWaiting(fact) && isSame(fact.statement, statement))) {
    return failure(factRefusals.waiting());
  }
  if (item.facts.length >= ENTERED_FACTS_MAX) return failure(factRefusals.tooMany());
  return success({
    ...item,
    facts: [...item.facts, { id, statement, proposedBy: by, proposedAt: now, unconfirmed }],
  });
}

/**
 * Taken in by a colleague it counts for the proposer's cohorts; by anybody else for everyone, also later. The newer answer
 * stands in place of those it counts for as well.
 */
export function reviewFact(
  item: FactsItem,
  id: string,
  { by, now, cohortIds, proposersCohortIds }: Reviewing,
): Result<FactsItem, Refusal> {
  const proposal = item.facts.find((fact) => fact.id === id);
  if (!proposal) return failure(factRefusals.gone());
  if (proposal.proposedBy === by) return failure(factRefusals.own());
  const { unconfirmed, ...stated } = proposal;
  const proposers = [...proposersCohortIds, ...(unconfirmed?.cohortIds ?? [])];
  const isColleague = cohortIds.some((cohortId) => proposers.includes(cohortId));
  if (!isWaiting(proposal) && (isColleague || !unconfirmed)) return failure(factRefusals.gone());
  const reviewed = { ...(isColleague ? proposal : stated), reviewedBy: by, reviewedAt: now };
  const isReplaced = (fact: EnteredFact) =>
    fact === proposal ||
    (!isWaiting(fact) &&
      isSame(fact.statement, proposal.statement) &&
      (!isColleague || peopleOf(fact) === peopleOf(proposal)));
  return success({ ...item, facts: [...item.facts.filter((fact) => !isReplaced(fact)), reviewed] });
}

/** A proposal that nobody took in yet; either its author or a reviewer may take it away. */
export function dropFact(item: FactsItem, id: string): Result<FactsItem, Refusal> {
  if (!item.facts.some((fact) => fact.id === id && isWaiting(fact))) {
    return failure(factRefusals.gone());
  }
  return success({ ...item, facts: item.facts.filter((fact) => fact.id !== id) });
}

/** Proposed, and not yet reviewed by a lead. */
export function isWaiting({ reviewedBy }: EnteredFact): boolean {
  return reviewedBy === undefined;
}

/** The domains whose pages are official for it; undefined for a subject that is not in the directory. */
function publishersOf({ subject, name }: Statement, world: World): readonly string[] | undefined {
  if (!isOfProgram(name)) {
    const host = world.host(subject);
    return host && domainsOf(host);
  }
  const program = world.program(subject);
  if (!program) return undefined;
  const host = world.host(program.institutionId);
  return host ? domainsOf(host) : [];
}

function isSame(one: Statement, other: Statement): boolean {
  return one.subject === other.subject && one.name === other.name;
}
