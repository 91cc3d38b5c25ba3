/** What SES tells of a mail after it was handed over: that it left, and whether its address can still be mailed. */
import * as z from 'zod';
import { addressSchema, idSchema } from '#shared/base/text.ts';
import { soonest } from '#shared/base/time/instant.ts';
import { alwaysReturns, settleMail, withReturned } from '#shared/people/mailing/claim.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { personKindSchema, type Who } from '#shared/people/person/person.ts';
import { TAG_NAMES } from '#shared/views/mail/tag-names.ts';
import type { Log } from './adapters/log.ts';
import { type ChangePorts, change } from './change.ts';
import { type Harm, harmAddress, harmPerson } from './store/harm-reach.ts';
import { count, heedComplaint } from './store/tally.ts';

export interface FeedbackDeps extends ChangePorts {
  readonly log: Log;
  /** Keys the hashes of addresses. */
  readonly pepper: string;
}

/** What the event changed; nothing where all of it was known already. */
export interface FeedbackAnswer {
  /** A claimed or lost mail is a sent one now. */
  readonly settled: boolean;
  /** The address, or its person, is not mailed any more. */
  readonly harmed: boolean;
}

const IGNORED: FeedbackAnswer = { settled: false, harmed: false };

const tagSchema = z.array(z.string().max(256)).max(10);
const wordSchema = z.string().max(100);

/** SES's event as EventBridge delivers it. SES adds fields at will, so only those we read are named. */
const eventSchema = z.object({
  source: z.literal('aws.ses'),
  detail: z.object({
    eventType: wordSchema,
    mail: z.object({
      // One, since each mail goes to one person.
      destination: z.array(z.string().max(1000)).max(50),
      tags: z.record(z.string().max(256), tagSchema).default({}),
    }),
    bounce: z.object({ bounceType: wordSchema, bounceSubType: wordSchema.optional() }).optional(),
    complaint: z.object({ complaintFeedbackType: wordSchema.nullish() }).optional(),
  }),
});
type Detail = z.infer<typeof eventSchema>['detail'];

/** Each of these can only follow a mail that left. */
const PROOFS_OF_SENDING = new Set(['Send', 'Delivery', 'Bounce', 'Complaint']);

/**
 * The same event may come any number of times, late, and in any order. Throws for an event that is not SES's, naming
 * the field, and when writers collide too often: the queue behind the rule then keeps the event.
 */
export async function feedback(deps: FeedbackDeps, event: unknown): Promise<FeedbackAnswer> {
  const detail = readEvent(event);
  const about = mailOf(detail);
  if (!PROOFS_OF_SENDING.has(detail.eventType) || !about) {
    deps.log('warn', 'feedback-ignored', {
      code: detail.eventType,
      reason: about ? 'it is no kind of event we act on' : 'its tags name no mail of ours',
      ...(about && { personId: about.who.id, mailN: about.n }),
    });
    return IGNORED;
  }
  const settled = await settle(deps, about.who, about.n);
  if (detail.eventType === 'Send' && !(await count(deps, 'sent', deps.clock.now()))) {
    deps.log('warn', 'mail-uncounted', { personId: about.who.id, mailN: about.n });
  }
  const harm = harmOf(detail) ?? (await harmOfReturn(deps, about, detail));
  const harmed = harm ? await recordHarm(deps, about.who, detail, harm) : false;
  if (harmed && harm === 'complained' && (await heedComplaint(deps, deps.clock.now()))) {
    deps.log('error', 'complaints-hold-mail', {
      reason: 'too many complaints among the mails sent',
    });
  }
  deps.log(harm ? 'warn' : 'info', 'feedback', {
    code: detail.eventType,
    personId: about.who.id,
    mailN: about.n,
    ...(detail.bounce && { reason: `${detail.bounce.bounceType} ${detail.bounce.bounceSubType}` }),
  });
  return { settled, harmed };
}

function readEvent(event: unknown): Detail {
  const parsed = eventSchema.safeParse(event);
  if (parsed.success) return parsed.data.detail;
  const [issue] = parsed.error.issues;
  throw new Error(`An event is not one of SES: ${issue?.path.join('.')} ${issue?.message}`);
}

function mailOf({ mail }: Detail): { who: Who; n: number } | undefined {
  const tags = tagsSchema.safeParse({
    kind: mail.tags[TAG_NAMES.kind]?.[0],
    person: mail.tags[TAG_NAMES.person]?.[0],
    n: mail.tags[TAG_NAMES.n]?.[0],
  });
  if (!tags.success) return undefined;
  const { kind, person, n } = tags.data;
  return { who: { kind, id: person }, n };
}

const tagsSchema = z.object({
  // A mail of the release before has no such tag: it knew one kind.
  kind: personKindSchema.default('applicant'),
  person: idSchema,
  n: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** A claim that nobody could settle, or that was given up for lost, is a sent mail after all. */
async function settle(deps: FeedbackDeps, who: Who, n: number): Promise<boolean> {
  return change(deps, who.kind, who.id, (person, now) => {
    const settled = person && settleMail(person, n, 'sent', now);
    if (!settled) return { answer: false };
    // The person was left to wait for this very evidence; now the next sweep may look.
    return { write: { ...settled, dueAt: soonest(settled.dueAt, now) }, answer: true };
  });
}

/** Undefined for what passes by itself: a full mailbox, a reader who says it is no spam. */
function harmOf({ eventType, bounce, complaint }: Detail): Harm | undefined {
  if (eventType === 'Bounce') return bounce?.bounceType === 'Permanent' ? 'bounced' : undefined;
  if (eventType !== 'Complaint') return undefined;
  return complaint?.complaintFeedbackType === 'not-spam' ? undefined : 'complained';
}

/** A mail that came back from a mailbox full or away is tried again; when several did so on end, the mailbox has bounced. */
async function harmOfReturn(
  deps: FeedbackDeps,
  { who, n }: { who: Who; n: number },
  { eventType, bounce }: Detail,
): Promise<Harm | undefined> {
  if (eventType !== 'Bounce' || bounce?.bounceType === 'Permanent') return undefined;
  return change(deps, who.kind, who.id, (person, now) => {
    if (!person) return { answer: undefined };
    const returned = withReturned(person, n, now);
    // Said before, perhaps by a function that died after: whether the mailbox counts as gone is asked all the same.
    const looked = returned ? { ...returned, dueAt: soonest(returned.dueAt, now) } : person;
    return { write: looked, answer: alwaysReturns(looked) ? 'bounced' : undefined };
  });
}

/** The address first, then the person; whoever sees the answer sees both. */
async function recordHarm(
  deps: FeedbackDeps,
  who: Who,
  { mail }: Detail,
  harm: Harm,
): Promise<boolean> {
  const [destination] = mail.destination;
  const address = addressSchema.safeParse(destination);
  if (!address.success || mail.destination.length > 1) {
    deps.log('error', 'feedback-without-address', {
      personId: who.id,
      count: mail.destination.length,
    });
    return false;
  }
  // Somebody who was erased leaves nothing behind, not even the hash of an address.
  if (!(await deps.store.read(who.kind, who.id))) return false;
  const hash = hashAddress(address.data, deps.pepper);
  const addressHarmed = await harmAddress(deps, hash, who, harm);
  const personHarmed = await harmPerson(deps, who, hash, harm);
  return addressHarmed || personHarmed;
}
