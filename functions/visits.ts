/** Visits as a queue asks for them, and what a visit is made of in every host. */
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { msBetween } from '#shared/base/time/instant.ts';
import { type Advisor, roleAt } from '#shared/people/advisor/advisor.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { hasAdvisor } from '#shared/people/applicant/pending.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { visitMessageSchema, type Who } from '#shared/people/person/person.ts';
import type { Email, Mailer } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';
import { briefStopUrl, emailLinks, writerLinks } from '#shared/views/email/email-links.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import type { Log } from './adapters/log.ts';
import type { Present } from './compose.ts';
import type { EraseDeps } from './erase.ts';
import { type NudgeDeps, nudge } from './nudge.ts';

interface VisitPorts extends Present, EraseDeps {
  readonly mailer: Mailer;
  readonly linkKeys: LinkKeys;
  readonly baseUrl: string;
}

/** What a visit needs: the ports, and emails with their signed links. */
export function visitDeps(ports: VisitPorts): NudgeDeps {
  const { store, linkKeys, baseUrl, worldFor } = ports;
  return {
    ...ports,
    render: async (planned, applicant, now) => {
      const urls = await emailLinks(linkKeys, applicant, baseUrl, now);
      const email = renderEmail(planned, applicant, urls, worldFor(applicant.cohortId), now);
      const author = applicant.causes.find(({ id }) => id === planned.causeId)?.message?.from;
      const replyTo = await advisorOf(store, applicant, author);
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

/**
 * The author of the message, else the owner of the open case, else a lead of the cohort, else anybody who advises it.
 * Undefined where nobody does: then the operator's mailbox gets it.
 * @param author the advisor's name in a message
 */
export async function advisorOf(
  store: Pick<Store, 'read'>,
  applicant: Pick<Applicant, 'cohortId' | 'casework'>,
  author?: string,
): Promise<Email['replyTo']> {
  const { cohortId } = applicant;
  if (!hasAdvisor(applicant)) return undefined;
  const ids = (await store.read('cohort', cohortId))?.advisorIds ?? [];
  const all = await Promise.all(ids.map((id) => store.read('advisor', id)));
  const advising = all.flatMap((each) =>
    each?.cohortIds.includes(cohortId) && roleAt(each, cohortId) !== 'auditor' ? [each] : [],
  );
  const owner = openCaseOf(applicant.casework)?.owner;
  const isBest: ((each: Advisor) => boolean)[] = [
    ({ profile }) => profile.name === author,
    ({ id }) => id === owner,
    (each) => roleAt(each, cohortId) === 'lead',
    () => true,
  ];
  for (const is of isBest) {
    const found = advising.find(is);
    if (found) return { name: found.profile.name, address: found.profile.address };
  }
  return undefined;
}
