/** Whom a link lets stop the mails, and what was asked of it. */
import type { Context } from 'hono';
import type { Applicant } from '../../shared/applicant/applicant.ts';
import { readLink } from '../../shared/links/link.ts';
import type { WebDeps } from './web-deps.ts';

export interface StopLink {
  readonly applicant: Applicant;
  /** An old mail may always stop the mails; only a current link may start them again. */
  readonly mayResume: boolean;
}

/** Whom an unsubscribe link names. Stopping works for ever; having mails again needs a link that is valid. */
export async function openStopLink(deps: WebDeps, token: string): Promise<StopLink | undefined> {
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== 'unsubscribe') return undefined;
  const applicant = await deps.store.read('applicant', reading.link.personId);
  const mayResume = reading.state === 'valid' && reading.link.epoch === applicant?.linkEpoch;
  return applicant && { applicant, mayResume };
}

/**
 * What was posted. Anything but our own resume button stops: mail systems post `List-Unsubscribe=One-Click`, as a form
 * or as multipart.
 */
export async function wishOf(c: Context): Promise<'stop' | 'resume'> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return 'stop';
  return new URLSearchParams(await c.req.text()).get('action') === 'resume' ? 'resume' : 'stop';
}
