/**
 * An applicant who has signed up but not yet confirmed the address. Until then, they are in no cohort's list and get only
 * the confirmation email; after two days they are removed.
 */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { type Profile, profileSchema } from '#shared/plan/facts/facts.ts';
import { withNotice, withRequest } from '../mailing/requested.ts';
import { type Applicant, newApplicant, SIGN_UP_ENTRIES_MAX } from '../person/applicant.ts';

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
  from: string,
): Applicant {
  const facts = { profile, rotations: [], documents: [] };
  const applicant = newApplicant({ id, cohortId: SELF_COHORT, facts }, now);
  return askedToConfirm({ ...applicant, pending: { since: now, from } }, profile, causeId, now);
}

/** With one more confirmation requested; the same object while one is on its way or enough were sent. */
export function askedToConfirm(
  applicant: Applicant,
  profile: SignUp,
  causeId: string,
  now: Instant,
): Applicant {
  const cause = { id: causeId, stream: 'confirm', at: now } as const;
  const bounds = { free: CONFIRMATIONS_PER_DAY_MAX, afterward: 'none' } as const;
  const asked = withRequest(applicant, cause, bounds);
  if (asked === applicant || !asked.pending || asked.pending.imported) return asked;
  const entries = [...(asked.pending.entries ?? []), { id: causeId, profile }].slice(
    -SIGN_UP_ENTRIES_MAX,
  );
  return { ...asked, pending: { ...asked.pending, entries } };
}

/** What the confirmation with this id would begin. */
export function enteredAs({ pending, facts }: Applicant, entryId: string | undefined): SignUp {
  return pending?.entries?.find(({ id }) => id === entryId)?.profile ?? facts.profile;
}

/** Another school cannot reach somebody who uses a plan: it can ask once, in our own words. */
export function heldForConsent(applicant: Applicant, causeId: string, now: Instant): Applicant {
  const held = { ...applicant, pending: { since: now, imported: true } } as const;
  return askedToConfirm(held, applicant.facts.profile, causeId, now);
}

/** From here on, a plan like any other, begun with what was typed for this confirmation. */
export function confirmed(
  applicant: Applicant,
  entryId: string | undefined,
  now: Instant,
): Applicant {
  const profile = enteredAs(applicant, entryId);
  const { pending: _, facts, ...kept } = applicant;
  return withNotice({ ...kept, facts: { ...facts, profile } }, 'welcome', 'plan', now);
}

/** Undefined for a confirmed applicant, and for a school’s. */
export function removedAt({ pending }: Pick<Applicant, 'pending'>): Instant | undefined {
  return pending && !pending.imported ? plusMs(pending.since, SIGN_UP_DAYS * DAY_MS) : undefined;
}
