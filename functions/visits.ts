/** Visits as a queue asks for them, and what a visit is made of in every host. */
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { msBetween } from '#shared/base/time/instant.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { schoolOf } from '#shared/people/applicant/archive.ts';
import { visitMessageSchema, type Who } from '#shared/people/person/person.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import { briefStopUrl, emailLinks, writerLinks } from '#shared/views/email/email-links.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import type { Log } from './adapters/log.ts';
import { advisorOf } from './advising.ts';
import type { Present } from './compose.ts';
import type { EraseDeps } from './erase.ts';
import { type NudgeDeps, nudge } from './nudge.ts';

interface VisitPorts extends Present, EraseDeps {
  readonly mailer: Mailer;
  readonly linkKeys: LinkKeys;
  readonly baseUrl: string;
}

export function visitDeps(ports: VisitPorts): NudgeDeps {
  const { store, linkKeys, baseUrl, worldFor } = ports;
  return {
    ...ports,
    render: async (planned, applicant, now) => {
      const urls = await emailLinks(linkKeys, applicant, baseUrl, now);
      const cause = applicant.causes.find(({ id }) => id === planned.causeId);
      const replyTo = await advisorOf(store, applicant, cause?.message?.by);
      const schoolId =
        cause?.about ?? (applicant.pending?.imported ? schoolOf(applicant) : undefined);
      const cohort = schoolId ? await store.read('cohort', schoolId) : undefined;
      const world = worldFor(applicant.cohortId);
      const school = cohort && { name: cohort.name, ...(replyTo && { advisor: replyTo.name }) };
      const email = renderEmail(planned, applicant, urls, world, now, school);
      return { ...email, ...(replyTo && { replyTo }) };
    },
    renderForWriter: async (email, writer, now) =>
      renderWriterEmail(email, writer, await writerLinks(linkKeys, writer, baseUrl, now), now),
    signInUrl: (link, now) => signInUrl(linkKeys, link, baseUrl, now),
    advisorUrl: (path) => new URL(path, baseUrl).href,
    briefStopUrl: (advisor, now) => briefStopUrl(linkKeys, advisor, baseUrl, now),
  };
}

/** Throws only for foreign messages: after a failed visit the person has backed off by their own `dueAt`. */
export function visitNamed(
  ports: VisitPorts & { readonly log: Log; wake(who: Who, afterMs: number): Promise<void> },
): (message: unknown) => Promise<void> {
  const deps = visitDeps(ports);
  return async (message) => {
    const { kind, personId } = visitMessageSchema.parse(message);
    const { error, againAt, notes, ...visit } = await nudge(deps, { kind, id: personId });
    if (againAt) {
      await ports.wake({ kind, id: personId }, msBetween(ports.clock.now(), againAt));
    }
    for (const { level, event, fields } of notes) ports.log(level, event, fields);
    const isWrong = visit.failed + visit.unknown + visit.lost + visit.refused + visit.held > 0;
    ports.log(isWrong ? 'warn' : 'info', 'visited', {
      personId,
      ...visit,
      ...(isWrong && { error }),
    });
  };
}
