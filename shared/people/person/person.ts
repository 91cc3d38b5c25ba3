/** A person: anyone who is visited and emailed. What sending needs is here, the same for every kind; the rest is in the kind's schema. */
import * as z from 'zod';
import { CAUSES_MAX } from '#shared/base/limits.ts';
import { addressSchema, idSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { certaintySchema } from '#shared/world/provenance.ts';
import { emailRecordSchema, streamSchema } from './email-record.ts';
import { messageSchema } from './message.ts';

const seenDateSchema = z.strictObject({
  day: daySchema,
  /** Eastern time; only where a source states it. */
  timeEt: clockTimeSchema.exactOptional(),
  certainty: certaintySchema,
});
export type SeenDate = z.infer<typeof seenDateSchema>;

export const seenDatesSchema = z.strictObject({
  /** By `PlanDate.key`. */
  dates: z.record(z.string(), seenDateSchema),
  /** How often any of them has changed. It only grows, and with it the version of every calendar entry. */
  moves: z.int().min(0),
});
export type SeenDates = z.infer<typeof seenDatesSchema>;

/** A date that changed: which one, and what it was when the person last heard of it. */
const movedDateSchema = z.strictObject({ key: z.string(), was: seenDateSchema });
export type MovedDate = z.infer<typeof movedDateSchema>;

/** A season has 19 dates; an email that names more than a dozen names the plan instead. */
export const MOVED_DATES_MAX = 12;

/** The kinds of people; each is a kind of item, described in `functions/kinds`. */
export const PERSON_KINDS = ['applicant', 'writer', 'advisor'] as const;
export const personKindSchema = z.enum(PERSON_KINDS);
export type PersonKind = z.infer<typeof personKindSchema>;

/** Names one person. No two kinds share an id: an email's number and its tags name only the id. */
export interface Who {
  readonly kind: PersonKind;
  readonly id: string;
}

export const reachSchema = z.enum(['ok', 'bounced', 'complained', 'unsubscribed']);
export type Reach = z.infer<typeof reachSchema>;

/** An address that gets no email at all, unlike one whose owner stopped the reminders. */
export function isHarmed(reach: Reach | undefined): boolean {
  return reach === 'bounced' || reach === 'complained';
}

/** The reach of a person who wants email, or none. A bounce or a complaint stays: a wish does not fix it. */
export function reachWished(reach: Reach, wish: 'ok' | 'unsubscribed'): Reach {
  return reach === 'ok' || reach === 'unsubscribed' ? wish : reach;
}

/** What someone did with a link; its owner is notified. */
export const NOTICES = [
  'exported',
  'feed-made',
  'links-ended',
  'deletion',
  'handed-over',
  'taken-over',
  'stopped',
  'shared',
  'taken-out',
  'welcome',
  'address-changed',
  'disowned',
  'archived',
  'brought-back',
  'moved',
  'cases-received',
] as const;
export type Notice = (typeof NOTICES)[number];

/** An email requested by something other than a rule; it is sent once, keyed by its id. */
const causeSchema = z.strictObject({
  id: idSchema,
  stream: streamSchema.exclude(['digest', 'urgent', 'letters', 'brief']),
  notice: z.enum(NOTICES).exactOptional(),
  at: instantSchema,
  /** Where it goes, if not to the plan's address. */
  to: addressSchema.exactOptional(),
  rotationId: idSchema.exactOptional(),
  /** The cohort of a notice to its advisors. */
  about: idSchema.exactOptional(),
  /** The dates that changed, and what they were. */
  moved: z.array(movedDateSchema).max(MOVED_DATES_MAX).exactOptional(),
  /** What an advisor wrote to a whole list, in the words that were previewed. */
  message: messageSchema.exactOptional(),
});
export type Cause = z.infer<typeof causeSchema>;

export const PERSON_FIELDS = {
  id: idSchema,
  /** Guards every write; the store raises it by one with each. */
  version: z.int().min(0),
  createdAt: instantSchema,
  reach: reachSchema,
  /** Raised to revoke every link emailed so far. */
  linkEpoch: z.int().min(0),
  causes: z.array(causeSchema).max(CAUSES_MAX),
  /** The ledger: every email claimed for this person, newest last. */
  emails: z.array(emailRecordSchema),
  /** Visits that threw, one after another; 0 after one that did not. */
  failures: z.int().min(0),
  /** When the next visit is due: perhaps early, never late. */
  dueAt: instantSchema,
} as const;

/** A new person, due at once so that the first sweep plans for them. */
export function newPerson(id: string, now: z.infer<typeof instantSchema>) {
  return {
    id,
    version: 0,
    createdAt: now,
    reach: 'ok' as const,
    linkEpoch: 0,
    causes: [],
    emails: [],
    failures: 0,
    dueAt: now,
  };
}

/** A person whose visit failed is tried again after an hour, then two, four … at most a day. */
export const BACK_OFF_MS = 3_600_000;
export const BACK_OFF_MAX_MS = 86_400_000;

/** An hour, two, four … at most a day, so that one person never blocks the others. */
export function backOff<Failed extends { failures: number; dueAt: Instant }>(
  person: Failed,
  now: Instant,
): Failed {
  const waitMs = Math.min(BACK_OFF_MS * 2 ** Math.min(person.failures, 10), BACK_OFF_MAX_MS);
  return { ...person, failures: person.failures + 1, dueAt: plusMs(now, waitMs) };
}

/** The message that requests a visit to one person, from the sweep to `nudge`. */
export const visitMessageSchema = z.strictObject({ kind: personKindSchema, personId: idSchema });
export type VisitMessage = z.infer<typeof visitMessageSchema>;

/** Where those messages wait. */
export interface VisitQueue {
  /** Returns how many the queue refused. Nobody is visited before `delaySeconds` have passed. */
  send(people: readonly Who[], delaySeconds?: number): Promise<{ readonly failed: number }>;
}
