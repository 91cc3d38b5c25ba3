/** Whom a link lets stop the emails, and what was asked of it. */
import type { Context } from 'hono';
import { readLink } from '#shared/base/links/link.ts';
import type { ItemOf } from '#shared/store/items.ts';
import type { WebDeps } from './web-deps.ts';

/** Each purpose names one kind of person. */
const KIND_OF = {
  unsubscribe: 'applicant',
  'letters-stop': 'writer',
  'brief-stop': 'advisor',
} as const;
type StopPurpose = keyof typeof KIND_OF;

export interface StopLink<Purpose extends StopPurpose> {
  readonly person: ItemOf<(typeof KIND_OF)[Purpose]>;
  /** An old mail may always stop the emails; only a current link may start them again. */
  readonly mayResume: boolean;
}

/** Undefined for a link of another purpose, of nobody, or that is not ours. */
export async function openStopLink<Purpose extends StopPurpose>(
  { store, linkKeys, clock }: WebDeps,
  token: string,
  purpose: Purpose,
): Promise<StopLink<Purpose> | undefined> {
  const reading = await readLink(linkKeys, token, clock.now());
  if (reading.state === 'foreign' || reading.link.purpose !== purpose) return undefined;
  const person = await store.read(KIND_OF[purpose], reading.link.personId);
  if (!person) return undefined;
  return {
    person,
    mayResume: reading.state === 'valid' && reading.link.epoch === person.linkEpoch,
  };
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
