/** A sign-up whose address is not confirmed yet: in no cohort's list, emailed only the confirmation, removed after two days. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { DAY_MS, dayIn, type Instant, plusMs, startOfDay } from '#shared/base/time/instant.ts';
import { type Profile, profileSchema } from '#shared/plan/facts/facts.ts';
import { withNotice, withRequest } from '../mailing/requested.ts';
import { type Applicant, newApplicant, SIGN_UP_ENTRIES_MAX } from '../person/applicant.ts';
import { takesItsDay } from '../person/email-record.ts';
import { siteOf } from './requester-tally.ts';

/** An unconfirmed address is kept this long. */
export const SIGN_UP_DAYS = 2;

/** More means that someone keeps pressing a button, perhaps with another person's address. */
const CONFIRMATIONS_PER_DAY_MAX = 5;
/** Even if a stranger keeps typing the address, its owner is left more than half of them. */
const CONFIRMATIONS_PER_SITE_MAX = 2;

/** The cohort of applicants who sign up themselves. */
export const SELF_COHORT = 'self';

/** Someone who started a plan without a school has no advisor, and is never referred to one. */
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
  const pending = { since: now, from };
  return askedToConfirm({ ...applicant, pending }, profile, causeId, now, from);
}

/** The same object while a confirmation is on its way or enough were sent. `requester`: as tallies name it; absent for a school. */
export function askedToConfirm(
  applicant: Applicant,
  profile: SignUp,
  causeId: string,
  now: Instant,
  requester?: string,
): Applicant {
  const from = requester && siteOf(requester);
  if (from && sentFor(applicant, from, now) >= CONFIRMATIONS_PER_SITE_MAX) return applicant;
  const cause = { id: causeId, stream: 'confirm', at: now } as const;
  const bounds = { free: CONFIRMATIONS_PER_DAY_MAX, afterward: 'none' } as const;
  const asked = withRequest(applicant, cause, bounds);
  if (asked === applicant || !asked.pending || asked.pending.imported) return asked;
  const entries = [
    ...(asked.pending.entries ?? []),
    { id: causeId, profile, ...(from && { from }) },
  ];
  return { ...asked, pending: { ...asked.pending, entries: entries.slice(-SIGN_UP_ENTRIES_MAX) } };
}

/** The day's confirmations that one site asked for. */
function sentFor({ pending, emails }: Applicant, from: string, now: Instant): number {
  const own = (pending?.entries ?? []).filter((entry) => entry.from === from);
  return emails.filter(
    (email) =>
      own.some(({ id }) => email.keys.includes(id)) &&
      takesItsDay(email) &&
      email.claimedAt > plusMs(now, -DAY_MS),
  ).length;
}

/** What the confirmation with this id would begin. */
export function enteredAs({ pending, facts }: Applicant, entryId: string | undefined): SignUp {
  return pending?.entries?.find(({ id }) => id === entryId)?.profile ?? facts.profile;
}

/** A school's plan, whose person is asked once whether it is theirs. Reminders begin the next day, unless they use another plan. */
export function askedIfTheirs(
  applicant: Applicant,
  { causeId, usesAnother }: { readonly causeId: string; readonly usesAnother: boolean },
  now: Instant,
): Applicant {
  const { zone } = applicant.facts.profile;
  const opensAt = startOfDay(plusDays(dayIn(zone, now), 1), zone);
  const pending = { since: now, imported: true, ...(!usesAnother && { opensAt }) } as const;
  const asking = { ...applicant, pending };
  // People who want no email are asked when they request a link.
  return applicant.reach === 'ok'
    ? askedToConfirm(asking, applicant.facts.profile, causeId, now)
    : asking;
}

/** From here on, a plan like any other; one that was started at `/start` has what was typed for this confirmation. */
export function confirmed(
  applicant: Applicant,
  entryId: string | undefined,
  now: Instant,
): Applicant {
  const profile = enteredAs(applicant, entryId);
  const { pending, facts, ...kept } = applicant;
  if (pending?.imported) return { ...kept, facts, dueAt: now };
  return withNotice({ ...kept, facts: { ...facts, profile } }, 'welcome', 'plan', now);
}

/** Undefined for a confirmed applicant, and for a school’s. */
export function removedAt({ pending }: Pick<Applicant, 'pending'>): Instant | undefined {
  return pending && !pending.imported ? plusMs(pending.since, SIGN_UP_DAYS * DAY_MS) : undefined;
}
