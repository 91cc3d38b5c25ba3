/** What SES reports about an email that it accepted: sent, delivered, bounced, or complained about. */
import { addressSchema } from '#shared/base/text.ts';
import { soonest } from '#shared/base/time/instant.ts';
import { settleEmail, withCameBack, withDelivered } from '#shared/people/mailing/claim.ts';
import { isFirstContact } from '#shared/people/mailing/switches-item.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { addressOf, type PersonItem } from '#shared/people/person/person-item.ts';
import type { Log } from './adapters/log.ts';
import { type ChangePorts, change } from './change.ts';
import { type Finding, readSesEvent, type SesEvent } from './ses-event.ts';
import { endIfGone } from './silence.ts';
import { harmAddress, harmPerson } from './store/harm-reach.ts';
import { countMissing, countSent, heedComplaint } from './store/tally.ts';

interface FeedbackDeps extends ChangePorts {
  readonly log: Log;
  readonly pepper: string;
}

interface FeedbackAnswer {
  /** A claimed or lost email now counts as sent. */
  readonly settled: boolean;
  /** The address, or its person, is no longer emailed. */
  readonly harmed: boolean;
}

interface SesReport extends Pick<SesEvent, 'finding'>, NonNullable<SesEvent['about']> {
  readonly type: string;
  readonly to: string | undefined;
}

/** The same event may come often, late, and in any order. Throws for what is not SES's, and after too many lost races: the queue keeps it. */
export async function feedback(deps: FeedbackDeps, event: unknown): Promise<FeedbackAnswer> {
  const { about, finding, type, reason, to } = readSesEvent(event);
  if (finding.kind === 'nothing' || !about) {
    deps.log('warn', 'feedback-ignored', {
      code: type,
      reason: about ? 'this kind of event needs no action' : 'its tags name none of our emails',
      ...(about && { personId: about.who.id, emailN: about.n }),
    });
    return { settled: false, harmed: false };
  }
  const report: SesReport = { finding, type, ...about, to: addressSchema.safeParse(to).data };
  const settled = await note(deps, report);
  const harmed = await follow(deps, report);
  deps.log(isBad(finding) ? 'warn' : 'info', 'feedback', {
    code: type,
    personId: about.who.id,
    emailN: about.n,
    ...(reason && { reason }),
  });
  return { settled, harmed };
}

/** An open claim, or one that counted as lost, turns out to be a sent email. */
async function note(deps: FeedbackDeps, report: SesReport): Promise<boolean> {
  const { who, n, finding } = report;
  return change(deps, who.kind, who.id, (person: PersonItem | undefined, now) => {
    if (!person) return { answer: false };
    const proved = settleEmail(person, n, 'sent', now);
    const left = proved ?? person;
    const back =
      finding.kind === 'came-back' && isTheirs(deps, person, report)
        ? withCameBack(left, n, finding.blames, now)
        : undefined;
    const arrived = finding.kind === 'delivered' ? withDelivered(left, n) : undefined;
    const known = back ?? arrived ?? left;
    // The person was waiting for this evidence, or is to be planned for again.
    const write = proved || back ? { ...known, dueAt: soonest(known.dueAt, now) } : known;
    return { write, answer: proved !== undefined };
  });
}

/** True when the event ends the emails: the reader complained, or has no such mailbox. */
async function follow(deps: FeedbackDeps, report: SesReport): Promise<boolean> {
  const { who, n, finding, type, to } = report;
  const trouble = (code: string) =>
    deps.log('error', 'email-trouble', { code, personId: who.id, emailN: n });
  if (finding.kind === 'reported') trouble('complaint of a mail server');
  if (finding.kind === 'came-back' && finding.blames === 'sender') trouble('sender refused');
  const person: PersonItem | undefined = await deps.store.read(who.kind, who.id);
  // An erased person leaves nothing behind, not even the hash of an address.
  if (!person) return false;
  if (type === 'Send' && !(await countSent(deps, isFirstContact(person, n)))) {
    deps.log('warn', 'email-uncounted', { personId: who.id, emailN: n });
  }
  if (finding.kind !== 'complained' && finding.kind !== 'came-back') return false;
  if (to === undefined) {
    deps.log('error', 'feedback-without-address', { personId: who.id });
    return false;
  }
  if (finding.kind === 'complained') return complain(deps, person, report, to);
  if (finding.blames === 'address' && isTheirs(deps, person, report)) await countMissing(deps, to);
  const end = await endIfGone(deps, who);
  if (end === 'domain') trouble('domain refuses');
  return end === 'ended';
}

/** The address first, then the person; the answer comes after both. */
async function complain(
  deps: FeedbackDeps,
  person: PersonItem,
  { who, n }: SesReport,
  to: string,
): Promise<boolean> {
  const addressHarmed = await harmAddress(deps, to, who, 'complained');
  const personHarmed = await harmPerson(deps, who, to, 'complained');
  // Counted again by an event that comes again: one address is one person.
  if (await heedComplaint(deps, to, isFirstContact(person, n))) {
    deps.log('error', 'complaints-hold-email', {
      reason: 'too many people complained about the emails sent',
    });
  }
  return addressHarmed || personHarmed;
}

/** False for an address that was the person's when the email was sent, and no longer is. */
function isTheirs({ pepper }: FeedbackDeps, person: PersonItem, { to }: SesReport): boolean {
  return to !== undefined && hashAddress(to, pepper) === hashAddress(addressOf(person), pepper);
}

function isBad({ kind }: Finding): boolean {
  return kind === 'came-back' || kind === 'complained' || kind === 'reported';
}
