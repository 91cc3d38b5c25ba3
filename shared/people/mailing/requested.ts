/** Emails that a person requested, and notices of what a link did: sent at once, retried within a minute, and possibly twice. */
import { CAUSES_MAX } from '#shared/base/limits.ts';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  msBetween,
  plusMs,
  SECOND_MS,
  soonest,
} from '#shared/base/time/instant.ts';
import { type EmailRecord, type Stream, takesItsDay } from '../person/email-record.ts';
import { type Cause, isHarmed, type Notice, type Reach } from '../person/person.ts';

type Requested = 'sign-in' | 'link' | 'confirm';
const REQUESTED: readonly Stream[] = [
  'notice',
  ...(['sign-in', 'link', 'confirm'] satisfies Requested[]),
];

/** Waits grow with the age of the request: the first four attempts take two minutes, later ones are hourly. */
const FIRST_WAIT_MS = 30 * SECOND_MS;
const LONGEST_WAIT_MS = HOUR_MS;

interface Asker {
  readonly reach: Reach;
  readonly causes: readonly Cause[];
  readonly emails: readonly EmailRecord[];
  /** Set while an applicant has not confirmed the address. */
  readonly pending?: unknown;
}

export interface RequestBounds {
  /** How many in a day, at any time. */
  readonly free: number;
  /** After those, at most one an hour; or none, for an address that nobody confirmed. */
  readonly afterward: 'hourly' | 'none';
}

/** Someone else may keep asking in the owner's name: a link is then never more than an hour away. */
export const LINK_BOUNDS: RequestBounds = { free: 3, afterward: 'hourly' };

/** For a browser that has opened a link of this person: they may ask again and again. */
export const OWN_LINK_BOUNDS: RequestBounds = { free: 20, afterward: 'hourly' };

export function isRequested(stream: Stream): boolean {
  return REQUESTED.includes(stream);
}

export function requestToAnswer(person: Asker, now: Instant): Cause | undefined {
  return openRequests(person).find((cause) => {
    const tried = lastTry(cause, person.emails);
    return !tried || triedAgainAt(cause, tried) <= now;
  });
}

/** When an open request is tried again; undefined where none is open. */
export function nextRequestAt(person: Asker, now: Instant): Instant | undefined {
  const [first, ...others] = openRequests(person).map((cause) => {
    const tried = lastTry(cause, person.emails);
    return tried ? triedAgainAt(cause, tried) : plusMs(now, waitAfter(cause, now));
  });
  return first && soonest(first, ...others);
}

/** The same object while one is on its way to the same address or enough were sent. Anyone can enter an address, so limits protect its owner. */
export function withRequest<Person extends Asker & { readonly dueAt: Instant }>(
  person: Person,
  cause: Cause & { readonly stream: Requested },
  { free, afterward }: RequestBounds,
): Person {
  const { stream, at: now } = cause;
  const isSame = (each: Cause) => each.stream === stream;
  const others = person.causes.filter((each) => !isSame(each));
  const leftWithin = (ms: number) =>
    person.emails.filter(
      (email) =>
        email.stream === stream && takesItsDay(email) && email.claimedAt > plusMs(now, -ms),
    ).length;
  if (
    person.causes.some(
      (each) => isSame(each) && each.to === cause.to && isOnItsWay(each, person.emails, now),
    ) ||
    others.length >= CAUSES_MAX ||
    (leftWithin(DAY_MS) >= free && (afterward === 'none' || leftWithin(HOUR_MS) > 0))
  ) {
    return person;
  }
  return { ...person, causes: [...others, cause], dueAt: now };
}

/** With one more notice to the owner; the same object where this one is on its way or was emailed. */
export function withNotice<Person extends Asker & { readonly dueAt: Instant }>(
  person: Person,
  notice: Notice,
  of: string,
  at: Instant,
  more: Pick<Cause, 'to' | 'about'> = {},
): Person {
  const id = `${notice}-${of}`;
  const isKnown =
    person.causes.some((each) => each.id === id) || lastTry({ id }, person.emails) !== undefined;
  if (isKnown) return person;
  const cause: Cause = { id, stream: 'notice', notice, at, ...more };
  return { ...person, causes: [...person.causes, cause].slice(-CAUSES_MAX), dueAt: at };
}

export function withoutRequests<Person extends Asker>(person: Person): Person {
  return { ...person, causes: person.causes.filter(({ stream }) => !isRequested(stream)) };
}

/** An address that bounced or complained gets only the confirmation of another one. Unsubscribed people still get what they request. */
function openRequests({ reach, causes, pending }: Asker): Cause[] {
  return causes.filter(({ stream, to }) =>
    isHarmed(reach)
      ? stream === 'confirm' && to !== undefined
      : isRequested(stream) &&
        (to !== undefined || (stream === 'confirm') === (pending !== undefined)),
  );
}

function lastTry(
  { id }: Pick<Cause, 'id'>,
  emails: readonly EmailRecord[],
): EmailRecord | undefined {
  return emails.findLast(({ keys }) => keys.includes(id));
}

/** A missing address is retried only after a day, but a new request tries it at once. */
function triedAgainAt(cause: Cause, { claimedAt, cameBack }: EmailRecord): Instant {
  const isMissing = cameBack?.blames === 'address';
  return plusMs(claimedAt, isMissing ? DAY_MS : waitAfter(cause, claimedAt));
}

function waitAfter({ at }: Cause, tried: Instant): number {
  return Math.min(Math.max(msBetween(at, tried) / 2, FIRST_WAIT_MS), LONGEST_WAIT_MS);
}

/** Not tried yet, or tried just now without a result. */
function isOnItsWay(cause: Cause, emails: readonly EmailRecord[], now: Instant): boolean {
  const tried = lastTry(cause, emails);
  return !tried || (tried.status === 'claimed' && now < triedAgainAt(cause, tried));
}
