/**
 * Whom the oracle wants told that a date of their season moved, and how often: everybody who can be emailed, once. Who could
 * not be emailed meanwhile may be told later, and need not be.
 */
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { isQuiet, quietEnds } from './due.ts';
import { isReachable, type Watched } from './watched.ts';

/** Beside the ids of such causes, which begin with it. */
const MOVED = 'moved';

/** A date of the person's season is another one from now on. */
export function dateMoved(person: Watched, at: Instant): void {
  person.causes.set(MOVED, at);
  person.mayTell = true;
}

/** Another zone or other hours are another promise: what was not owed by the old ones is counted from here. */
export function countMovedFrom({ causes }: Watched, at: Instant): void {
  for (const cause of causes.keys()) if (cause.startsWith(MOVED)) causes.set(cause, at);
}

/** Who cannot be emailed when the change comes to them is not owed it. */
export function excuseUnreachable(person: Watched): void {
  if (!isReachable(person)) person.causes.delete(MOVED);
}

/** True where an email of moved dates leaves though none has moved since the last; the same email again is another matter. */
export function isToldAgain(person: Watched, causeIds: readonly string[]): boolean {
  const isSame = causeIds.some((id) => person.gone.has(id));
  const isAgain = !person.mayTell && !isSame;
  person.mayTell = false;
  person.causes.delete(MOVED);
  return isAgain;
}

/** A cause is answered at the next sweep; nobody is woken for a date. */
export function answeredBy(
  { wishes }: Watched,
  isAsked: boolean,
  since: Instant,
  delayMs: number,
): Instant {
  const withinMs = HOUR_MS + delayMs;
  if (isAsked) return plusMs(since, withinMs);
  const by = plusMs(isQuiet(wishes, since) ? quietEnds(wishes, since) : since, withinMs);
  return isQuiet(wishes, by) ? plusMs(quietEnds(wishes, by), withinMs) : by;
}
