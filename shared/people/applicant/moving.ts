/** A plan's new address: proved at the new mailbox, and reversible from the old one for a week in which nothing else can take the plan away. */
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { withNotice, withRequest } from '../mailing/requested.ts';
import type { Applicant } from '../person/applicant.ts';
import { isSelfBegun } from './sharing.ts';

export const MOVE_DAYS = 2;
export const MOVE_BACK_DAYS = 7;

/** The same for every address, since anyone's can be typed. */
const BOUNDS = { free: 3, afterward: 'none' } as const;

/** `fresh`: by a link of the last hour, which only the old mailbox can have. `isProved`: the case says how the advisor knows them. */
export type AskedBy = 'fresh' | 'link' | { readonly vouchedBy: string; readonly isProved: boolean };

/** With the new address asked to confirm; the same object where that must wait. */
export function askedToMove(
  applicant: Applicant,
  to: string,
  by: AskedBy,
  id: string,
  at: Instant,
): Applicant {
  if (whyNotTo(to, applicant, at) || !mayMove(applicant, by)) return applicant;
  const asked = withRequest(applicant, { id, stream: 'confirm', at, to }, BOUNDS);
  if (asked === applicant) return applicant;
  const waits = by !== 'fresh' && ({ waits: true } as const);
  const vouched = typeof by === 'object' && { vouchedBy: by.vouchedBy };
  return { ...asked, moving: { id, to, since: at, ...waits, ...vouched } };
}

/** Why no address, or not this one, can be asked now: shown to anyone who asks, since it says nothing about other addresses. */
export function whyNotTo(
  to: string,
  { facts, moving }: Pick<Applicant, 'facts' | 'moving'>,
  now: Instant,
): 'isPresentAddress' | 'movedThisWeek' | undefined {
  if (to === facts.profile.address) return 'isPresentAddress';
  // Moving on does not shorten the old address's week.
  return moving?.isBack && isOpen(moving, now) ? 'movedThisWeek' : undefined;
}

/** A mailbox that complained could not object by email: it says yes by a link of its own, or the school that made the plan proves whose it is. */
export function mayMove(
  { reach, ...plan }: Pick<Applicant, 'reach' | 'cohortId' | 'shared'>,
  by: AskedBy,
): boolean {
  if (reach !== 'complained' || by === 'fresh') return true;
  return by !== 'link' && by.isProved && !isSelfBegun(plan);
}

/** When the week is over in which what takes the plan away must wait. */
export function waitsUntil(
  { moving }: Pick<Applicant, 'moving'>,
  now: Instant,
): Instant | undefined {
  return moving?.isBack && moving.waits && isOpen(moving, now) ? endOfMove(moving) : undefined;
}

/** The old address, while it may object and gets copies. */
export function readAlong({ moving }: Pick<Applicant, 'moving'>, now: Instant): string | undefined {
  return moving?.both && isOpen(moving, now) ? moving.to : undefined;
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
  { to, isBack, waits, vouchedBy }: NonNullable<Applicant['moving']>,
  id: string,
  at: Instant,
): Applicant {
  const { facts, revision, linkEpoch, reach } = applicant;
  const from = facts.profile.address;
  const moved: Applicant = {
    ...applicant,
    // What was emailed about the move may count as unsent: it is not tried again with the links of another one.
    causes: applicant.causes.filter(
      ({ stream, notice }) => stream !== 'confirm' && notice !== 'address-changed',
    ),
    facts: { ...facts, profile: { ...facts.profile, address: to } },
    revision: revision + 1,
    reach: reach === 'unsubscribed' ? reach : 'ok',
    ...(!isBack && {
      moving: {
        id,
        to: from,
        since: at,
        isBack: true,
        ...(waits && { waits }),
        // Nobody reads a mailbox that is gone.
        ...(waits && reach === 'ok' && { both: true }),
        ...(vouchedBy && { vouchedBy }),
      },
    }),
  };
  const told =
    isBack || reach === 'complained'
      ? moved
      : withNotice(moved, 'address-changed', String(linkEpoch), at, { to: from });
  return withRequest(told, { id, stream: 'link', at }, { free: 20, afterward: 'hourly' });
}

function isOpen(moving: NonNullable<Applicant['moving']>, now: Instant): boolean {
  return now < endOfMove(moving);
}

function endOfMove({ since, isBack }: NonNullable<Applicant['moving']>): Instant {
  return plusMs(since, (isBack ? MOVE_BACK_DAYS : MOVE_DAYS) * DAY_MS);
}
