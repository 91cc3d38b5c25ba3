/** Whose invitation a link is, or the page that refuses it. */
import type { Context } from 'hono';
import { readLink } from '#shared/base/links/link.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { mayInvite } from '#shared/people/applicant/sharing.ts';
import { foreignLinkPage } from '#shared/views/pages/message-pages.ts';
import type { WebDeps } from './web-deps.ts';

export interface Invitation {
  readonly advisor: Advisor;
  readonly cohort: Cohort;
}

/** While its advisor still advises that cohort and has not ended their links. */
export async function openInvitation(deps: WebDeps, c: Context): Promise<Invitation | Response> {
  const found = await invitationOf(deps, c.req.param('token') ?? '');
  return found ?? c.html(foreignLinkPage(), 404);
}

export async function invitationOf(
  { linkKeys, clock, store }: WebDeps,
  token: string,
): Promise<Invitation | undefined> {
  const reading = await readLink(linkKeys, token, clock.now());
  if (reading.state !== 'valid' || reading.link.purpose !== 'invite') return undefined;
  const { personId, epoch, about: cohortId = '' } = reading.link;
  const advisor = await store.read('advisor', personId);
  if (!mayInvite(advisor, cohortId) || advisor.linkEpoch !== epoch) return undefined;
  const cohort = await store.read('cohort', cohortId);
  return cohort && { advisor, cohort };
}
