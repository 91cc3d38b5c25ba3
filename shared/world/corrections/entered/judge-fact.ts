/** What may be done with an entered fact: propose, confirm, drop. Every fact that applies has been checked by two people. */
import { ENTERED_FACTS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { World } from '../../world.ts';
import { type FactRefusal, factRefusals } from '../refusals.ts';
import { isPageOn } from '../sources.ts';
import { peopleOf, type Unconfirmed } from '../unconfirmed.ts';
import { type EnteredFact, isOfProgram, type Statement } from './fact.ts';
import type { FactsItem } from './facts-item.ts';

/** Who does it, and when. */
export interface Act {
  readonly by: string;
  readonly now: Instant;
}

/** An advisor who proposes, and whose cohorts see it until another one confirms it. */
interface Proposing extends Act {
  readonly id: string;
  readonly unconfirmed: Unconfirmed;
}

/** An advisor who has read the same source. */
interface Reviewing extends Act {
  /** Every cohort they work for; none for an operator. */
  readonly cohortIds: readonly string[];
  /** Every cohort that the proposer has today. */
  readonly proposersCohortIds: readonly string[];
}

/** It now waits for another advisor. Sent twice under one id, it is one proposal. */
export function proposeFact(
  item: FactsItem,
  statement: Statement,
  { id, by, now, unconfirmed }: Proposing,
  world: World,
): Result<FactsItem, FactRefusal> {
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
 * Confirmed by a colleague, it applies to the proposer's cohorts; by anybody else, to everyone, also later. The newer
 * answer replaces older ones wherever it applies.
 */
export function reviewFact(
  item: FactsItem,
  id: string,
  { by, now, cohortIds, proposersCohortIds }: Reviewing,
): Result<FactsItem, FactRefusal> {
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

/** A proposal that is not confirmed yet; its author or a reviewer may drop it. */
export function dropFact(item: FactsItem, id: string): Result<FactsItem, FactRefusal> {
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
    return host?.offering.domains;
  }
  const program = world.program(subject);
  if (!program) return undefined;
  const host = world.host(program.institutionId);
  return host?.offering.domains ?? [];
}

function isSame(one: Statement, other: Statement): boolean {
  return one.subject === other.subject && one.name === other.name;
}
