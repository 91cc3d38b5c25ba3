/**
 * A new email address for a plan: asked for by a link that was just emailed to the old one, proved at the new one, and
 * taken back by the old one within a week.
 */
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withNotice, withRequest } from '../mailing/requested.ts';
import type { Applicant } from '../person/applicant.ts';

export const MOVE_DAYS = 2;
export const MOVE_BACK_DAYS = 7;

/** The same for every address, since anyone's can be typed. */
const BOUNDS = { free: 3, afterward: 'none' } as const;

/** With the new address asked to confirm; the same object where that must wait. */
export function askedToMove(applicant: Applicant, to: string, id: string, at: Instant): Applicant {
  const { facts, moving } = applicant;
  // Nobody takes away the old address's week by moving on.
  if (to === facts.profile.address || (moving?.isBack && isOpen(moving, at))) return applicant;
  const asked = withRequest(applicant, { id, stream: 'confirm', at, to }, BOUNDS);
  return asked === applicant ? applicant : { ...asked, moving: { id, to, since: at } };
}

/** What a link about a change of address may still do. */
export function moveOf(
  { moving, linkEpoch }: Applicant,
  { about, epoch }: { readonly about?: string; readonly epoch: number },
  now: Instant,
): Applicant['moving'] {
  if (!moving || moving.id !== about || !isOpen(moving, now)) return undefined;
  // Ending the links ends a change that is under way, but not the old address's right.
  return moving.isBack || epoch === linkEpoch ? moving : undefined;
}

/** @param applicant with their links ended; an undo would bring the old address back */
export function movedTo(
  { undo: _, moving: __, ...applicant }: Applicant,
  { to, isBack }: NonNullable<Applicant['moving']>,
  id: string,
  at: Instant,
): Applicant {
  const { facts, revision, linkEpoch, reach } = applicant;
  const from = facts.profile.address;
  const moved: Applicant = {
    ...applicant,
    facts: { ...facts, profile: { ...facts.profile, address: to } },
    revision: revision + 1,
    reach: reach === 'unsubscribed' ? reach : 'ok',
    ...(!isBack && { moving: { id, to: from, since: at, isBack: true } }),
  };
  const told = isBack ? moved : withNotice(moved, 'address-changed', String(linkEpoch), at, from);
  return withRequest(told, { id, stream: 'link', at }, { free: 20, afterward: 'hourly' });
}

function isOpen({ since, isBack }: NonNullable<Applicant['moving']>, now: Instant): boolean {
  return now < plusMs(since, (isBack ? MOVE_BACK_DAYS : MOVE_DAYS) * DAY_MS);
}
