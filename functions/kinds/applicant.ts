/** Applicants: time moves their rotations, rules decide what they are emailed, and executions follow them. */
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withCasesJudged } from '#shared/cohort/judge-cases.ts';
import { roleAt } from '#shared/people/advisor/advisor.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { schoolOf, withArchiveClosed } from '#shared/people/applicant/archive.ts';
import { readAlong } from '#shared/people/applicant/moving.ts';
import { removedAt } from '#shared/people/applicant/pending.ts';
import { erasedAtOf } from '#shared/people/applicant/tombstone.ts';
import { entryOf } from '#shared/people/mailing/claim.ts';
import { withCalendar } from '#shared/people/mailing/email-part.ts';
import { withDatesNoticed } from '#shared/people/mailing/notice.ts';
import { type PlannedEmail, planNudges } from '#shared/people/mailing/plan.ts';
import { withNotice, withoutRequests } from '#shared/people/mailing/requested.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { type Applicant, isHeld, isOnlyTyped } from '#shared/people/person/applicant.ts';
import type { Cause } from '#shared/people/person/person.ts';
import { newWriter, pointedAt, type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import { rest } from '#shared/people/workflow/rest.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import { type WantedLetter, wantedLetters } from '#shared/people/writer/wanted.ts';
import type { Email } from '#shared/store/mailer.ts';
import { signInEmail } from '#shared/views/email/advisor-emails.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { advisingIn } from '../advising.ts';
import { change } from '../change.ts';
import { type EraseDeps, erase, finishErasing } from '../erase.ts';
import { releaseIfFree } from '../join-plans.ts';
import { removePending } from '../sign-up.ts';
import { writeItem } from '../store/write-item.ts';
import type { SignInDeps } from './advisor.ts';
import type { EmailToSend, KindOfPerson } from './person-kind.ts';

export interface ApplicantDeps extends PointDeps, SignInDeps {
  readonly workflow: Workflow;
  render(planned: PlannedEmail, applicant: Applicant, now: Instant): Promise<Email>;
  /** `planNudges`; a test plants its bugs here. */
  readonly plan?: typeof planNudges;
}

export function applicantKind(deps: ApplicantDeps): KindOfPerson<Applicant> {
  const { store, worldFor, workflow, plan = planNudges } = deps;
  return {
    requested: (applicant, cause, now) => toAnswer(deps, applicant, cause, now),

    async repair(applicant, now) {
      if (applicant.erased) return finishErasing(deps, applicant);
      if (applicant.leaving?.disowned) await notifySchool(deps, applicant);
      return (await releaseIfFree(deps, applicant)) || workflow.repair(applicant, now);
    },

    async move(applicant, now) {
      if (applicant.erased) return undefined;
      if (applicant.leaving) return eraseIfOver(deps, applicant, now);
      if (isOnlyTyped(applicant)) return removeIfOver(deps, applicant, now);
      const world = worldFor(applicant.cohortId);
      // Only after the grace period: what an execution should do is left to it for a while.
      const passed = withTimePassed(applicant, plusMs(now, -workflow.graceMs), world);
      const noticed = withDatesNoticed(passed, world, now);
      // Dates that only need a note wait for the write that ends the visit.
      const moved = noticed.causes === passed.causes ? passed : noticed;
      if (moved === applicant) return undefined;
      const { written } = await writeItem(store, moved, now);
      if (!written) return 0;
      if (passed !== applicant) await workflow.notify(moved);
      return moved.revision - applicant.revision;
    },

    async plan(applicant, now, sending) {
      if (applicant.erased) return {};
      const erasedAt = erasedAtOf(applicant);
      if (erasedAt) return { nextAt: erasedAt };
      // The plan that took it in says all that there is to say.
      if (applicant.mergedInto) return { nextAt: plusMs(now, HOUR_MS) };
      const world = worldFor(applicant.cohortId);
      const present = withTimePassed(applicant, now, world);
      // Before anything can move this person's own `dueAt`.
      if (!isHeld(present, now)) await pointWriters(deps, present, now);
      const { email: planned, nextAt } = plan(withoutRequests(present), world, now, sending);
      const email = planned && withCalendar(planned, present, world, now);
      return {
        ...(email && {
          email: { entry: entryOf(email), render: () => forBoth(deps, email, present, now) },
        }),
        ...(nextAt && { nextAt }),
      };
    },

    rest(applicant, nextEmailAt, now) {
      if (applicant.leaving) return { ...applicant, failures: 0, dueAt: nextEmailAt ?? now };
      const world = worldFor(applicant.cohortId);
      const noticed = withDatesNoticed(withArchiveClosed(applicant, now), world, now);
      return withCasesJudged(rest(noticed, nextEmailAt, workflow, world, now), now);
    },
  };
}

/** What a person did not ask for goes to the old address, too, while it may object to the new one. */
async function forBoth(
  { render, store, pepper }: Pick<ApplicantDeps, 'render' | 'store' | 'pepper'>,
  planned: PlannedEmail,
  applicant: Applicant,
  now: Instant,
): Promise<Email> {
  const email = await render(planned, applicant, now);
  const also = readAlong(applicant, now);
  // A complaint or a bounce of the old address ends its copies.
  const known = also ? await store.read('address', hashAddress(also, pepper)) : undefined;
  return also && (known?.reach ?? 'ok') === 'ok' ? { ...email, also } : email;
}

function toAnswer(
  { signInUrl, render }: ApplicantDeps,
  applicant: Applicant,
  { id: causeId, stream }: Cause,
  now: Instant,
): EmailToSend {
  const entry = { stream, keys: [causeId], rotationIds: [] };
  if (stream === 'link' || stream === 'confirm' || stream === 'notice') {
    return { entry, render: () => render({ stream, nudges: [], causeId }, applicant, now) };
  }
  const { id: personId, linkEpoch: epoch, facts } = applicant;
  const link = { personKind: 'applicant', personId, epoch, causeId } as const;
  return { entry, render: async () => signInEmail(facts.profile, await signInUrl(link, now)) };
}

/** The week in which its reader could keep it is over. */
async function eraseIfOver(
  deps: ApplicantDeps,
  applicant: Applicant,
  now: Instant,
): Promise<0 | undefined> {
  const goes = erasedAtOf(applicant);
  if (!goes || now < goes) return undefined;
  await erase(deps, applicant.id);
  return 0;
}

/** Emails its leads, or everyone who works for it: one of them entered the address and can look it up. Once, however often this is repeated. */
async function notifySchool(deps: ApplicantDeps, applicant: Applicant): Promise<void> {
  const { id } = applicant;
  const cohortId = schoolOf(applicant);
  const working = await advisingIn(deps.store, cohortId);
  const leads = working.filter((each) => roleAt(each, cohortId) === 'lead');
  for (const advisor of leads.length > 0 ? leads : working) {
    await change(deps, 'advisor', advisor.id, (present, now) =>
      present ? { write: withNotice(present, 'disowned', id, now, { about: cohortId }) } : {},
    );
  }
}

/** Removes an applicant who never confirmed; until then nothing moves. */
async function removeIfOver(
  deps: ApplicantDeps,
  applicant: Applicant,
  now: Instant,
): Promise<0 | undefined> {
  const goes = removedAt(applicant);
  if (!goes || now < goes) return undefined;
  await removePending(deps, applicant);
  return 0;
}

interface PointDeps extends EraseDeps {
  readonly worldFor: WorldFor;
}

/** Pointer and `dueAt = now` in one write, before this applicant's own `dueAt` can move: whatever happens next, the writer is visited. */
export async function pointWriters(
  deps: PointDeps,
  applicant: Applicant,
  now: Instant,
): Promise<void> {
  for (const letter of wantedLetters(applicant, deps.worldFor(applicant.cohortId))) {
    await pointAt(deps, letter, applicant.revision, now);
  }
}

async function pointAt(
  deps: PointDeps,
  { holder, applicantId, letterId, dueOn }: WantedLetter,
  revision: number,
  now: Instant,
): Promise<void> {
  const id = writerIdOf(holder.address, deps.pepper);
  await change(deps, 'writer', id, async (known) => {
    const writer = known ?? (await newcomer(deps, id, holder, now));
    return { write: pointedAt(writer, { applicantId, letterId, revision, dueOn }, now) };
  });
}

/** A writer who was removed when the last letter went stays stopped, bounced, or complained. */
async function newcomer(
  { store, pepper }: PointDeps,
  id: string,
  holder: WantedLetter['holder'],
  now: Instant,
): Promise<WriterItem> {
  const known = await store.read('address', hashAddress(holder.address, pepper, 'writer'));
  return { ...newWriter({ id, ...holder }, now), reach: known?.reach ?? 'ok' };
}
