/** Another email address for a plan: requested, then proved by the link sent to the new mailbox. */
import type { Link } from '#shared/base/links/link.ts';
import { type AskedBy, askedToMove, movedTo, moveOf } from '#shared/people/applicant/moving.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { withoutLinks } from '#shared/people/person/applicant.ts';
import { isHarmed } from '#shared/people/person/person.ts';
import type { LogFields, LogLevel } from './adapters/log.ts';
import type { AskDeps } from './ask-email.ts';
import { change, changeTo } from './change.ts';
import { joinAddress, leaveAddress } from './plans-at.ts';

interface MoveDeps extends AskDeps {
  readonly pepper: string;
  newId(): string;
}

/** An address that accepts no emails gets none, and the person who typed it cannot tell. */
export async function askToMove(
  deps: MoveDeps,
  id: string,
  to: string,
  by: AskedBy,
): Promise<void> {
  const known = await deps.store.read('address', hashAddress(to, deps.pepper));
  await change(deps, 'applicant', id, (applicant, now) =>
    applicant && !isHarmed(known?.reach)
      ? { write: askedToMove(applicant, to, by, deps.newId(), now) }
      : {},
  );
  await deps.wake({ kind: 'applicant', id });
}

/** The new address first: a crash before the person is written leaves it one pointer, which the next press finds. */
export async function moveAddress(
  deps: MoveDeps & { log(level: LogLevel, event: string, fields: LogFields): void },
  link: Link,
): Promise<boolean> {
  const { personId: id } = link;
  const person = await deps.store.read('applicant', id);
  const wanted = person && moveOf(person, link, deps.clock.now());
  if (!person || !wanted) return false;
  const { facts } = person;
  const profile = { ...facts.profile, address: wanted.to };
  await joinAddress(deps, { ...person, facts: { ...facts, profile }, reach: 'ok' });
  const isMoved = await changeTo(deps, 'applicant', id, (applicant, now) => {
    const open = applicant && moveOf(applicant, link, now);
    return applicant && open && movedTo(withoutLinks(applicant), open, deps.newId(), now);
  });
  if (!isMoved) return false;
  await leaveAddress(deps, hashAddress(facts.profile.address, deps.pepper), id);
  deps.log('info', 'address-changed', { personId: id });
  await deps.wake({ kind: 'applicant', id });
  return true;
}
