/** Letter writers and coordinators: planned from their item, and from the applicants its pointers name, who are read again after the claim. */
import { createHash } from 'node:crypto';
import { LONGEST_REST_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs, soonest } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { withoutRequests } from '#shared/people/mailing/requested.ts';
import { type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import { planForWriter, type WriterEmail } from '#shared/people/writer/plan-writer.ts';
import { type WantedLetter, wantedLetters } from '#shared/people/writer/wanted.ts';
import { letterOf, placeIdOf } from '#shared/plan/letters/placed.ts';
import type { Email } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { type UpdateDeps, update } from '../update.ts';
import type { EmailToSend, KindOfPerson } from './person-kind.ts';

/** What a writer's ledger keeps: four emails for each of fifty letters, far longer than any ladder. */
const WRITER_EMAILS_KEPT = 200;

export interface WriterKindDeps extends UpdateDeps {
  readonly pepper: string;
  renderForWriter(email: WriterEmail, writer: WriterItem, now: Instant): Promise<Email>;
}

export function writerKind(deps: WriterKindDeps): KindOfPerson<WriterItem> {
  return {
    requested: (writer, { id: causeId, stream, notice }, now) =>
      stream === 'notice'
        ? toSend(deps, writer, { stream, notice, causeId }, now)
        : toSend(deps, writer, { stream: 'link', causeId }, now),

    async repair(writer, now) {
      if (writer.reach !== 'ok') await notifyApplicants(deps, writer, now);
      return false;
    },

    async plan(writer, now) {
      const wanted = await wantedOf(deps, writer, now);
      const { email, nextAt } = planForWriter(withoutRequests(writer), wanted, now);
      return {
        ...(email && { email: toSend(deps, writer, email, now) }),
        ...(nextAt && { nextAt }),
      };
    },

    rest: (writer, nextEmailAt, now) => ({
      ...writer,
      emails: writer.emails.slice(-WRITER_EMAILS_KEPT),
      failures: 0,
      dueAt: soonest(plusMs(now, LONGEST_REST_MS), ...(nextEmailAt ? [nextEmailAt] : [])),
    }),
  };
}

function toSend(
  deps: WriterKindDeps,
  writer: WriterItem,
  email: WriterEmail,
  now: Instant,
): EmailToSend {
  const render = () => deps.renderForWriter(email, writer, now);
  if (email.stream !== 'letters') {
    return { entry: { stream: email.stream, keys: [email.causeId], rotationIds: [] }, render };
  }
  return {
    entry: { stream: email.stream, keys: email.keys, rotationIds: [] },
    render,
    // Compared as a whole: a letter that changed is planned again as it is now.
    async isStillWanted() {
      const wanted = (await wantedOf(deps, writer, now)).map((each) => JSON.stringify(each));
      return email.letters.every((letter) => wanted.includes(JSON.stringify(letter)));
    },
  };
}

/** The writer cannot or will not be emailed: each applicant who counts on the emails is asked to call. */
export async function notifyApplicants(
  deps: UpdateDeps & { readonly pepper: string },
  writer: WriterItem,
  now: Instant,
): Promise<void> {
  const why = writer.reach === 'unsubscribed' ? 'asked' : 'unreachable';
  for (const { applicantId, letterId } of await wantedOf(deps, writer, now)) {
    const applicant = await deps.store.read('applicant', applicantId);
    const placed = applicant && letterOf(applicant.facts, letterId);
    if (!placed) continue;
    await update(deps, applicantId, {
      id: stopIdOf(letterId, writer),
      by: 'writer',
      event: { type: 'letter-email-stopped', rotationId: placeIdOf(placed), letterId, why },
    });
  }
}

/** The same stop, reported twice, is one update. */
function stopIdOf(letterId: string, { id, reach, version }: WriterItem): string {
  const of = `${letterId} ${id} ${reach} ${version}`;
  return `s${createHash('sha256').update(of).digest('base64url').slice(0, 20)}`;
}

/** The letters that wait for this writer, as their applicants' items are now. */
export async function wantedOf(
  {
    store,
    worldFor,
    pepper,
  }: { readonly store: Store; readonly worldFor: WorldFor; readonly pepper: string },
  writer: WriterItem,
  now: Instant,
): Promise<WantedLetter[]> {
  const wanted: WantedLetter[] = [];
  for (const applicantId of new Set(writer.pointers.map((pointer) => pointer.applicantId))) {
    const applicant = await store.read('applicant', applicantId);
    if (!applicant || applicant.mergedInto) continue;
    const world = worldFor(applicant.cohortId);
    wanted.push(...wantedLetters(withTimePassed(applicant, now, world), world));
  }
  return wanted.filter(({ holder }) => writerIdOf(holder.address, pepper) === writer.id);
}
