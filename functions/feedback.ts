/** What SES tells of an email after it was handed over: that it left, arrived, came back, or was complained of. */

import { addressSchema } from '#shared/base/text.ts';
import { soonest } from '#shared/base/time/instant.ts';
import { settleMail, withCameBack, withDelivered } from '#shared/people/mailing/claim.ts';
import { isFirstContact } from '#shared/people/mailing/first-contact.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { addressOf, type PersonItem } from '#shared/people/person/person-item.ts';
import type { Log } from './adapters/log.ts';
import { type ChangePorts, change } from './change.ts';
import { type Finding, readSesEvent, type SesEvent } from './ses-event.ts';
import { endIfGone } from './silence.ts';
import { harmAddress, harmPerson } from './store/harm-reach.ts';
import { countMissing, countSent, heedComplaint } from './store/tally.ts';

export interface FeedbackDeps extends ChangePorts {
  readonly log: Log;
  /** Keys the hashes of addresses. */
  readonly pepper: string;
}

/** What the event changed; nothing where all of it was known already. */
export interface FeedbackAnswer {
  /** A claimed or lost email is a sent one now. */
  readonly settled: boolean;
  /** The address, or its person, is not emailed any more. */
  readonly harmed: boolean;
}

/** What an event says of an email of ours. */
interface Told extends Pick<SesEvent, 'finding'>, NonNullable<SesEvent['about']> {
  readonly type: string;
  /** The one address it went to; undefined where the event does not name one. */
  readonly to: string | undefined;
}

/**
 * The same event may come any number of times, late, and in any order. Throws for an event that is not SES's, naming
 * the field, and when writers collide too often: the queue behind the rule then keeps the event.
 */
export async function feedback(deps: FeedbackDeps, event: unknown): Promise<FeedbackAnswer> {
  const { about, finding, type, reason, to: addresses } = readSesEvent(event);
  if (finding.says === 'nothing' || !about) {
    deps.log('warn', 'feedback-ignored', {
      code: type,
      reason: about ? 'it is no kind of event we act on' : 'its tags name no email of ours',
      ...(about && { personId: about.who.id, mailN: about.n }),
    });
    return { settled: false, harmed: false };
  }
  const address = addresses.length === 1 ? addressSchema.safeParse(addresses[0]) : undefined;
  const told: Told = { finding, type, ...about, to: address?.data };
  const settled = await note(deps, told);
  const harmed = await follow(deps, told);
  deps.log(isBad(finding) ? 'warn' : 'info', 'feedback', {
    code: type,
    personId: about.who.id,
    mailN: about.n,
    ...(reason && { reason }),
  });
  return { settled, harmed };
}

/** A claim that nobody could settle, or that was given up for lost, is a sent email after all. */
async function note(deps: FeedbackDeps, told: Told): Promise<boolean> {
  const { who, n, finding } = told;
  return change(deps, who.kind, who.id, (person: PersonItem | undefined, now) => {
    if (!person) return { answer: false };
    const proved = settleMail(person, n, 'sent', now);
    const left = proved ?? person;
    const back =
      finding.says === 'came-back' && isTheirs(deps, person, told)
        ? withCameBack(left, n, finding.blames, now)
        : undefined;
    const arrived = finding.says === 'delivered' ? withDelivered(left, n) : undefined;
    const known = back ?? arrived ?? left;
    // The person was left to wait for this very evidence, or is to be planned for again.
    const write = proved || back ? { ...known, dueAt: soonest(known.dueAt, now) } : known;
    return { write, answer: proved !== undefined };
  });
}

/** True when the event follows from somebody's wish or lack of a mailbox, and they are not emailed any more. */
async function follow(deps: FeedbackDeps, told: Told): Promise<boolean> {
  const { who, n, finding, type, to } = told;
  const trouble = (code: string) =>
    deps.log('error', 'email-trouble', { code, personId: who.id, mailN: n });
  if (finding.says === 'reported') trouble('complaint of a mail server');
  if (finding.says === 'came-back' && finding.blames === 'sender') trouble('sender refused');
  const person: PersonItem | undefined = await deps.store.read(who.kind, who.id);
  // Somebody who was erased leaves nothing behind, not even the hash of an address.
  if (!person) return false;
  if (type === 'Send' && !(await countSent(deps, isFirstContact(person, n)))) {
    deps.log('warn', 'mail-uncounted', { personId: who.id, mailN: n });
  }
  if (finding.says !== 'complained' && finding.says !== 'came-back') return false;
  if (to === undefined) {
    deps.log('error', 'feedback-without-address', { personId: who.id });
    return false;
  }
  if (finding.says === 'complained') return complain(deps, person, told, to);
  if (finding.blames === 'address' && isTheirs(deps, person, told)) await countMissing(deps, to);
  const end = await endIfGone(deps, who);
  if (end === 'domain') trouble('domain refuses');
  return end === 'ended';
}

/** The address first, then the person; whoever sees the answer sees both. */
async function complain(
  deps: FeedbackDeps,
  person: PersonItem,
  { who, n }: Told,
  to: string,
): Promise<boolean> {
  const hash = hashAddress(to, deps.pepper);
  const addressHarmed = await harmAddress(deps, hash, who, 'complained');
  const personHarmed = await harmPerson(deps, who, hash, 'complained');
  // Counted again by an event that comes again: one address is one person.
  if (await heedComplaint(deps, to, isFirstContact(person, n))) {
    deps.log('error', 'complaints-hold-mail', {
      reason: 'too many people complained of the emails sent',
    });
  }
  return addressHarmed || personHarmed;
}

/** False for an address that was somebody's when the email left, and is no longer. */
function isTheirs({ pepper }: FeedbackDeps, person: PersonItem, { to }: Told): boolean {
  return to !== undefined && hashAddress(to, pepper) === hashAddress(addressOf(person), pepper);
}

function isBad({ says }: Finding): boolean {
  return says === 'came-back' || says === 'complained' || says === 'reported';
}
