/** Starting a plan without a school. Every address gets the same answer; only its mailbox learns more. */
import { askedToConfirm, pendingApplicant, type SignUp } from '#shared/people/applicant/pending.ts';
import { takeOne } from '#shared/people/applicant/requester-tally.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { isHarmed } from '#shared/people/person/person.ts';
import { newAddress } from '#shared/store/items.ts';
import type { AskDeps } from './ask-email.ts';
import { type ChangePorts, change, changeTo } from './change.ts';
import { leaveAddress } from './plans-at.ts';

interface SignUpDeps extends AskDeps {
  readonly pepper: string;
  newId(): string;
  /** Asks for a link for someone who has a plan already. */
  askForLink(personId: string): Promise<unknown>;
  /** Who asks, as far as the network tells: a keyed hash. */
  readonly requester: string;
}

/** The result, for the log alone. */
type SignUpOutcome = 'begun' | 'asked-again' | 'known' | 'unreachable' | 'too-many';

/** The address first, then the person: the next request repairs a crash between them. */
export async function signUp(deps: SignUpDeps, profile: SignUp): Promise<SignUpOutcome> {
  // Asked first, so that a known address gets the same refusal as an unknown one.
  if (!(await hasPlace(deps))) return 'too-many';
  const holder = await takeAddress(deps, profile.address);
  if ('outcome' in holder) return holder.outcome;
  const outcome = await change(deps, 'applicant', holder.personId, (person, now) => {
    if (!person) {
      const begun = pendingApplicant(holder.personId, profile, deps.newId(), now, deps.requester);
      return { write: begun, answer: 'begun' };
    }
    if (!person.pending) return { answer: 'known' };
    const write = askedToConfirm(person, profile, deps.newId(), now, deps.requester);
    return { write, answer: 'asked-again' };
  });
  if (outcome === 'known') await deps.askForLink(holder.personId);
  else await deps.wake({ kind: 'applicant', id: holder.personId });
  return outcome;
}

/** The owner of the address from now on, or the reason why nobody can start with it. */
type Holder = { readonly personId: string } | { readonly outcome: 'unreachable' | 'too-many' };

async function takeAddress(deps: SignUpDeps, address: string): Promise<Holder> {
  const id = hashAddress(address, deps.pepper);
  // Once for this sign-up, however many races it loses.
  let isCounted = false;
  return change<'address', Holder>(deps, 'address', id, async (known) => {
    // Someone who stopped reminders still gets the link they ask for.
    if (isHarmed(known?.reach)) {
      return { answer: { outcome: 'unreachable' } };
    }
    const person = known && (await deps.store.read('applicant', known.personId));
    if (person && !person.erased) return { answer: { personId: person.id } };
    isCounted ||= await count(deps);
    if (!isCounted) return { answer: { outcome: 'too-many' } };
    // An address without its person is what an interrupted sign-up left: it starts again now.
    if (known && !person) return { answer: { personId: known.personId } };
    const personId = deps.newId();
    const theirs = newAddress(id, { kind: 'applicant', id: personId });
    return { write: { ...theirs, version: known?.version ?? 0 }, answer: { personId } };
  });
}

async function hasPlace({ store, clock, requester }: SignUpDeps): Promise<boolean> {
  return takeOne('all', await store.read('sign-ups', 'all'), requester, clock.now()) !== undefined;
}

/** False if the hour's sign-ups are used up. */
async function count(deps: SignUpDeps): Promise<boolean> {
  return changeTo(deps, 'sign-ups', 'all', (tally, now) =>
    takeOne('all', tally, deps.requester, now),
  );
}

/** Removes someone who never confirmed, whole: the address first, so that a crash leaves them due. */
export async function removePending(
  ports: ChangePorts & { readonly pepper: string },
  applicant: Applicant,
): Promise<void> {
  const addressId = hashAddress(applicant.facts.profile.address, ports.pepper);
  await leaveAddress(ports, addressId, applicant.id);
  await ports.store.remove(applicant);
}
