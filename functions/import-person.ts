/** Finds the person with an address in a cohort, and writes what an import has about them. */
import { createHmac } from 'node:crypto';
import { PLANS_PER_ADDRESS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import {
  applyPerson,
  type Counts,
  type ImportTerms,
  type Outcome,
} from '#shared/cohort/import/apply-person.ts';
import type { FindPerson } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import type { Problem } from '#shared/cohort/import/problem.ts';
import type { PersonLines } from '#shared/cohort/import/read-people.ts';
import { mayComeBack } from '#shared/people/applicant/archive.ts';
import { askedIfTheirs } from '#shared/people/applicant/pending.ts';
import { isUsed } from '#shared/people/applicant/sharing.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { type AddressItem, newAddress } from '#shared/store/items.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type ChangePorts, change } from './change.ts';
import { livingPlan } from './join-plans.ts';
import { plansAt } from './plans-at.ts';

export interface ImportDeps extends ChangePorts {
  readonly worldFor: WorldFor;
  readonly pepper: string;
  /** Lets other work run first in a process that serves pages, too. */
  breathe(): Promise<void>;
}

export interface Prepared {
  readonly applicant: Applicant;
  /** False when the stored person is the same already. */
  readonly isToWrite: boolean;
  readonly outcome: Outcome;
  readonly rotations: Counts;
}

/** The person as the import would have them, on the version that is stored now. */
export async function preparePerson(
  deps: ImportDeps,
  item: Import,
  person: PersonLines,
): Promise<Result<Prepared, Problem[]>> {
  return prepare(deps, item, person, await finderOf(deps, item.cohortId)(person.address));
}

/** One person alone. Repeating it changes nothing. */
export async function importPerson(
  deps: ImportDeps,
  item: Import,
  person: PersonLines,
): Promise<Result<Prepared, Problem[]>> {
  const { known, newId } = await finderOf(deps, item.cohortId)(person.address);
  return change<'applicant', Result<Prepared, Problem[]>>(
    deps,
    'applicant',
    known?.id ?? newId,
    async (existing) => {
      const prepared = await prepare(deps, item, person, { known: existing, newId });
      return prepared.ok
        ? { write: prepared.value.applicant, answer: prepared }
        : { answer: prepared };
    },
  );
}

async function prepare(
  deps: ImportDeps,
  item: Import,
  person: PersonLines,
  { known, newId }: Awaited<ReturnType<FindPerson>>,
): Promise<Result<Prepared, Problem[]>> {
  const applied = applyPerson(known, person, newId, termsOf(deps, item));
  if (!applied.ok) return failure(applied.failure.map(({ line, message }) => ({ line, message })));
  const { applicant, outcome, rotations } = applied.value;
  return success({
    applicant: known ? applicant : await asReached(deps, applicant, item.id),
    isToWrite: applicant !== known,
    outcome,
    rotations,
  });
}

/** Importing a person who must not be emailed does not start the emails again. Anyone else is asked whether the plan is theirs. */
async function asReached(
  deps: ImportDeps,
  applicant: Applicant,
  importId: string,
): Promise<Applicant> {
  const { store, clock, pepper } = deps;
  const address = await store.read('address', hashAddress(applicant.facts.profile.address, pepper));
  const reached = { ...applicant, reach: address?.reach ?? applicant.reach };
  const plans = address ? [address.personId, ...(address.others ?? [])] : [];
  const held = await Promise.all(plans.map((id) => store.read('applicant', id)));
  const usesAnother = held.some((each) => each && isUsed(each));
  return askedIfTheirs(reached, { causeId: `${importId}-confirm`, usesAnother }, clock.now());
}

/** Maps an address to its person. One that already belongs to someone is not overwritten. */
export function addressItemOf(applicant: Applicant, pepper: string): AddressItem {
  const id = hashAddress(applicant.facts.profile.address, pepper);
  return { ...newAddress(id, applicant), reach: applicant.reach };
}

/** A person of another cohort is not found and not revealed. A new ID follows from address and cohort, so that two imports make one person. */
export function finderOf({ store, pepper }: ImportDeps, cohortId: string): FindPerson {
  const isOurs = (each: Applicant) => each.cohortId === cohortId || mayComeBack(each, cohortId);
  return async (address) => {
    const idOf = (nth: number) => {
      const named = `applicant ${cohortId} ${address}${nth > 0 ? ` ${nth}` : ''}`;
      return `p${createHmac('sha256', pepper).update(named).digest('hex').slice(0, 40)}`;
    };
    for (const id of await plansAt({ store, pepper }, address)) {
      const held = await store.read('applicant', id);
      if (held && isOurs(held)) return { known: await livingPlan(store, held), newId: idOf(0) };
    }
    for (let nth = 0; nth < PLANS_PER_ADDRESS_MAX; nth += 1) {
      const newId = idOf(nth);
      const made = await store.read('applicant', newId);
      const known = made && (await livingPlan(store, made));
      if (!known || isOurs(known)) return { known, newId };
    }
    throw new Error('A cohort let more plans of one address go than an address may have.');
  };
}

export function termsOf(
  { clock, worldFor }: ImportDeps,
  { id, cohortId, startedAt, answers = {} }: Import,
): ImportTerms {
  const at = startedAt ?? clock.now();
  return { importId: id, cohortId, at, world: worldFor(cohortId), answers };
}
