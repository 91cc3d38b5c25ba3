/** Finds the person of an address in a cohort, and writes what an import says of them. */
import { createHmac } from 'node:crypto';
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { applyPerson, type ImportTerms } from '#shared/cohort/import/apply-person.ts';
import type { FindPerson } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import type { Problem } from '#shared/cohort/import/problem.ts';
import type { PersonLines } from '#shared/cohort/import/read-people.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { AddressItem } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { writeApplicant } from './store/write-applicant.ts';

export interface ImportDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly worldFor: WorldFor;
  /** Keys the hashes of addresses. */
  readonly pepper: string;
  /** Lets others have their turn in a process that serves pages too. */
  breathe(): Promise<void>;
}

export interface Prepared {
  readonly applicant: Applicant;
  /** False when the stored person is so already. */
  readonly isToWrite: boolean;
  readonly outcome: keyof Import['outcomes'];
}

/** The person as the import would have them, on the version that is stored now. */
export async function preparePerson(
  deps: ImportDeps,
  item: Import,
  person: PersonLines,
): Promise<Result<Prepared, Problem[]>> {
  const { known, newId } = await finderOf(deps, item.cohortId)(person.address);
  const applied = applyPerson(known, person, newId, termsOf(deps, item));
  if (!applied.ok) return failure(applied.failure.map(({ line, says }) => ({ line, says })));
  const { applicant, outcome } = applied.value;
  return success({
    applicant: known ? applicant : await withReachOf(deps, applicant),
    isToWrite: applicant !== known,
    outcome,
  });
}

/** One person alone, read again and again until nobody is in between. Done again, it changes nothing. */
export async function importPerson(
  deps: ImportDeps,
  item: Import,
  person: PersonLines,
): Promise<Result<Prepared, Problem[]>> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const prepared = await preparePerson(deps, item, person);
    if (!prepared.ok || !prepared.value.isToWrite) return prepared;
    const { applicant } = prepared.value;
    if ((await writeApplicant(deps.store, applicant, deps.clock.now())).written) return prepared;
  }
  throw new Error('An applicant could not be imported: too many writers at once.');
}

/** Who must not be mailed is not mailed because somebody imports them. */
async function withReachOf(deps: ImportDeps, applicant: Applicant): Promise<Applicant> {
  const hash = hashAddress(applicant.facts.profile.address, deps.pepper);
  const reach = (await deps.store.read('address', hash))?.reach ?? 'ok';
  return { ...applicant, reach };
}

/** Leads from an address to its person. One that leads to somebody already is not written over, whoever that is. */
export function addressItemOf(applicant: Applicant, pepper: string): AddressItem {
  return {
    kind: 'address',
    id: hashAddress(applicant.facts.profile.address, pepper),
    version: 0,
    personKind: 'applicant',
    personId: applicant.id,
    reach: applicant.reach,
  };
}

/**
 * Somebody of another cohort is nobody here: an import neither changes them nor says that they exist. The id of somebody
 * new follows from address and cohort, so that two imports at once make one person.
 */
export function finderOf({ store, pepper }: ImportDeps, cohortId: string): FindPerson {
  return async (address) => {
    const named = createHmac('sha256', pepper).update(`applicant ${cohortId} ${address}`);
    const newId = `p${named.digest('hex').slice(0, 40)}`;
    const holder = await store.read('address', hashAddress(address, pepper));
    const held =
      holder?.personKind === 'applicant'
        ? await store.read('applicant', holder.personId)
        : undefined;
    const known = held?.cohortId === cohortId ? held : await store.read('applicant', newId);
    return { known, newId };
  };
}

export function termsOf(
  { clock, worldFor }: ImportDeps,
  { id, cohortId, startedAt }: Import,
): ImportTerms {
  return { importId: id, cohortId, at: startedAt ?? clock.now(), world: worldFor(cohortId) };
}
