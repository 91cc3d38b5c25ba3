/** What may be done with an entered fact: propose, take in, take back. Two people stand behind every one that counts. */
import { ENTERED_FACTS_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { World } from '../../world.ts';
import { type EnteredFact, isOfProgram, type Statement } from './fact.ts';
import type { FactsItem } from './facts-item.ts';

/** Who does it, and when. */
export interface Act {
  readonly by: string;
  readonly now: Instant;
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
  { id, by, now }: Act & { readonly id: string },
  world: World,
): Result<FactsItem, Refusal> {
  // The same form sent twice is one proposal.
  if (item.facts.some((fact) => fact.id === id)) return success(item);
  const { subject, name, checkedOn } = statement;
  const isProgram = isOfProgram(name);
  if (!(isProgram ? world.program(subject) : world.host(subject))) {
    return failure(factRefusals.unknownSubject(isProgram));
  }
  if (checkedOn > dayIn(EASTERN, now)) return failure(factRefusals.checkedLater());
  if (item.facts.some((fact) => isWaiting(fact) && isSame(fact.statement, statement))) {
    return failure(factRefusals.waiting());
  }
  if (item.facts.length >= ENTERED_FACTS_MAX) return failure(factRefusals.tooMany());
  return success({
    ...item,
    facts: [...item.facts, { id, statement, proposedBy: by, proposedAt: now }],
  });
}

/** The newer answer stands in place of the one taken in before. */
export function reviewFact(
  item: FactsItem,
  id: string,
  { by, now }: Act,
): Result<FactsItem, Refusal> {
  const proposal = item.facts.find((fact) => fact.id === id && isWaiting(fact));
  if (!proposal) return failure(factRefusals.gone());
  if (proposal.proposedBy === by) return failure(factRefusals.own());
  return success({
    ...item,
    facts: item.facts.flatMap((fact) => {
      if (fact.id === id) return [{ ...fact, reviewedBy: by, reviewedAt: now }];
      return isSame(fact.statement, proposal.statement) ? [] : [fact];
    }),
  });
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

function isSame(one: Statement, other: Statement): boolean {
  return one.subject === other.subject && one.name === other.name;
}
