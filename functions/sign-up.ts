/** Beginning by oneself. Every address is answered alike; only its mailbox learns more. */

import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { askedToConfirm, pendingApplicant, type SignUp } from '#shared/people/applicant/pending.ts';
import { takeOne } from '#shared/people/applicant/tally.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { AddressItem } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import { writeApplicant } from './store/write-applicant.ts';

export interface SignUpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly pepper: string;
  newId(): string;
  /** Asks for a link for somebody who has a plan already. */
  askForLink(personId: string): Promise<void>;
}

/** What came of it, for the log alone. */
export type SignUpOutcome = 'begun' | 'asked-again' | 'known' | 'unreachable' | 'too-many';

/** The address first, then the person: a crash between them is mended by the next asking. */
export async function signUp(deps: SignUpDeps, profile: SignUp): Promise<SignUpOutcome> {
  const { store } = deps;
  const now = deps.clock.now();
  const addressId = hashAddress(profile.address, deps.pepper);
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const address = await store.read('address', addressId);
    if (address && (address.reach !== 'ok' || address.personKind !== 'applicant')) {
      return 'unreachable';
    }
    const person = address && (await store.read('applicant', address.personId));
    if (person && !person.erased) return askAgain(deps, person);
    if (!(await isTaken(deps))) return 'too-many';

    const personId = address && !person ? address.personId : deps.newId();
    const mine: AddressItem = {
      kind: 'address',
      id: addressId,
      version: address?.version ?? 0,
      personKind: 'applicant',
      personId,
      reach: 'ok',
    };
    if (address?.personId !== personId && !(await store.write(mine)).written) continue;
    const applicant = pendingApplicant(personId, profile, deps.newId(), now);
    if ((await store.write(applicant)).written) return 'begun';
  }
  throw new Error('A plan could not be begun: too many writers at once.');
}

async function askAgain(deps: SignUpDeps, person: Applicant): Promise<SignUpOutcome> {
  if (!person.pending) {
    await deps.askForLink(person.id);
    return 'known';
  }
  const now = deps.clock.now();
  const asked = askedToConfirm(person, deps.newId(), now);
  // Lost to another writer, it is asked for by them, or can be asked for once more.
  if (asked !== person) await writeApplicant(deps.store, asked, now);
  return 'asked-again';
}

async function isTaken({ store, clock }: SignUpDeps): Promise<boolean> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const tally = takeOne(await store.read('sign-ups', 'all'), clock.now());
    if (!tally) return false;
    if ((await store.write(tally)).written) return true;
  }
  throw new Error('A beginning could not be counted: too many writers at once.');
}

/** Removes somebody who never confirmed, whole: the address first, so that a crash leaves them due. */
export async function removePending(
  store: Store,
  applicant: Applicant,
  pepper: string,
): Promise<void> {
  const address = await store.read('address', hashAddress(applicant.facts.profile.address, pepper));
  if (address?.personId === applicant.id && address.reach === 'ok') await store.remove(address);
  await store.remove(applicant);
}
