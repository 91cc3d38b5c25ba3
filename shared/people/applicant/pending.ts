/**
 * An applicant who has signed up but not yet confirmed the address. Until then, they are in no cohort's list and get only
 * the confirmation email; after two days they are removed.
 */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  instantOfMs,
  instantSchema,
  msOf,
  plusMs,
} from '#shared/base/time/instant.ts';
import { type Profile, profileSchema } from '#shared/plan/facts/facts.ts';
import { withRequest } from '../mailing/requested.ts';
import { type Applicant, newApplicant } from '../person/applicant.ts';

/** An unconfirmed address is kept this long. */
export const SIGN_UP_DAYS = 2;

/** More means that someone keeps pressing a button, perhaps with another person's address. */
const CONFIRMATIONS_PER_DAY_MAX = 3;

/** The cohort of applicants who sign up themselves. */
export const SELF_COHORT = 'self';

/** Somebody who started a plan without a school has no advisor, and is never referred to one. */
export function hasAdvisor({ cohortId }: Pick<Applicant, 'cohortId'>): boolean {
  return cohortId !== SELF_COHORT;
}

export const signUpSchema = z.strictObject({
  name: withoutContact(profileSchema.shape.name),
  address: profileSchema.shape.address,
  zone: profileSchema.shape.zone,
  matchYear: profileSchema.shape.matchYear,
  enrollment: profileSchema.shape.enrollment,
  pathway: profileSchema.shape.pathway,
  entry: profileSchema.shape.entry,
});
export type SignUp = Pick<Profile, keyof z.infer<typeof signUpSchema>>;

/** A new one, with a confirmation email requested. */
export function pendingApplicant(
  id: string,
  profile: SignUp,
  causeId: string,
  now: Instant,
): Applicant {
  const facts = { profile, rotations: [], documents: [] };
  const applicant = newApplicant({ id, cohortId: SELF_COHORT, facts }, now);
  return askedToConfirm({ ...applicant, pending: { since: now } }, causeId, now);
}

/** With one more confirmation requested; the same object while one is on its way or enough were sent. */
export function askedToConfirm(applicant: Applicant, causeId: string, now: Instant): Applicant {
  const cause = { id: causeId, stream: 'confirm', at: now } as const;
  return withRequest(applicant, cause, { free: CONFIRMATIONS_PER_DAY_MAX, afterward: 'none' });
}

/** From here on, a plan like any other. */
export function confirmed({ pending: _, ...applicant }: Applicant, now: Instant): Applicant {
  return { ...applicant, dueAt: now };
}

/** Undefined for a confirmed applicant. */
export function removedAt({ pending }: Pick<Applicant, 'pending'>): Instant | undefined {
  return pending && plusMs(pending.since, SIGN_UP_DAYS * DAY_MS);
}

/** A class of students can sign up within an hour, a flood cannot. */
export const SIGN_UPS_PER_HOUR_MAX = 60;

/** Limits sign-ups per hour over the whole service, so that nobody can flood others with our emails. */
export const signUpTallySchema = z.strictObject({
  kind: z.literal('sign-ups'),
  id: z.literal('all'),
  version: z.int().min(0),

  hour: instantSchema,
  taken: z.int().min(0).max(SIGN_UPS_PER_HOUR_MAX),
});
type SignUpTally = z.infer<typeof signUpTallySchema>;

/** Undefined when the hour's limit is reached. */
export function takeOne(tally: SignUpTally | undefined, now: Instant): SignUpTally | undefined {
  const hour = instantOfMs(msOf(now) - (msOf(now) % HOUR_MS));
  const existing = tally ?? { kind: 'sign-ups', id: 'all', version: 0, hour, taken: 0 };
  const taken = existing.hour === hour ? existing.taken : 0;
  return taken < SIGN_UPS_PER_HOUR_MAX ? { ...existing, hour, taken: taken + 1 } : undefined;
}
