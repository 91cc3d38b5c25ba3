/** Signing in and out, for every kind of person who can. One write spends a link and makes its session. */
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { isDismissed } from '#shared/people/advisor/advisor.ts';
import {
  cookieOf,
  isOpenTo,
  newSession,
  readCookie,
  type Session,
} from '#shared/people/advisor/session.ts';
import {
  readSignIn,
  type SignerKind,
  type SignInLink,
  sessionIdOf,
} from '#shared/people/advisor/sign-in-link.ts';
import type { ItemOf } from '#shared/store/items.ts';
import { type ChangePorts, change } from './change.ts';

export interface SessionDeps extends ChangePorts {
  readonly linkKeys: LinkKeys;
  /** 32 random bytes as text. */
  newSecret(): string;
}

/** Why a link signs nobody in: used before; or too old, revoked, or foreign, which are not distinguished. */
export type NotSignedIn = 'spent' | 'closed';

/** Whether the link would sign someone in. Changes nothing: what a mail scanner opens stays unspent. */
export async function lookAtSignIn(
  deps: Omit<SessionDeps, 'newSecret'>,
  kind: SignerKind,
  token: string,
): Promise<Result<SignInLink, NotSignedIn>> {
  const link = await readSignIn(deps.linkKeys, kind, token, deps.clock.now());
  if (!link) return failure('closed');
  const person = await deps.store.read(kind, link.personId);
  if (person?.linkEpoch !== link.epoch || isDismissed(person)) return failure('closed');
  if (await deps.store.read('session', sessionIdOf(link))) return failure('spent');
  return success(link);
}

/** Spends the link. @returns what the browser is to keep */
export async function signIn(
  deps: SessionDeps,
  kind: SignerKind,
  token: string,
): Promise<Result<{ readonly personId: string; readonly cookie: string }, NotSignedIn>> {
  const seen = await lookAtSignIn(deps, kind, token);
  if (!seen.ok) return seen;
  const secret = deps.newSecret();
  const session = newSession(seen.value, secret, deps.clock.now());
  const { written } = await deps.store.write(session);
  return written
    ? success({ personId: session.personId, cookie: cookieOf(session, secret) })
    : failure('spent');
}

/** One tap on a link often arrives as two; a later one is someone who opens it again. */
export const SECOND_TAP_MS = 10 * SECOND_MS;

/** A second tap behind the first: the link's own session, on the browser that it was just made for, and on no other. */
export async function isSecondTap(
  deps: Pick<SessionDeps, 'store' | 'clock' | 'linkKeys'>,
  kind: SignerKind,
  token: string,
  cookie: string | undefined,
): Promise<boolean> {
  const now = deps.clock.now();
  const link = await readSignIn(deps.linkKeys, kind, token, now);
  const session = (await signedInBy(deps, kind, cookie))?.session;
  if (!link || session?.id !== sessionIdOf(link)) return false;
  return now < plusMs(session.startedAt, SECOND_TAP_MS);
}

interface SignedIn<Kind extends SignerKind> {
  readonly person: ItemOf<Kind>;
  readonly session: Session;
}

export async function signedInBy<Kind extends SignerKind>(
  deps: Pick<SessionDeps, 'store' | 'clock'>,
  kind: Kind,
  cookie: string | undefined,
): Promise<SignedIn<Kind> | undefined> {
  const held = await heldBy(deps, kind, cookie);
  return held && held.person.linkEpoch === held.session.epoch && !isDismissed(held.person)
    ? held
    : undefined;
}

/** True for a cookie that would sign an advisor in, had they not been dismissed. */
export async function isOfDismissed(
  deps: Pick<SessionDeps, 'store' | 'clock'>,
  cookie: string | undefined,
): Promise<boolean> {
  const held = await heldBy(deps, 'advisor', cookie);
  return held !== undefined && isDismissed(held.person);
}

async function heldBy<Kind extends SignerKind>(
  deps: Pick<SessionDeps, 'store' | 'clock'>,
  kind: Kind,
  cookie: string | undefined,
): Promise<SignedIn<Kind> | undefined> {
  const parts = readCookie(cookie);
  const session = parts && (await deps.store.read('session', parts.id));
  if (!session || session.personKind !== kind) return undefined;
  if (!isOpenTo(session, parts.secret, deps.clock.now())) return undefined;
  const person = await deps.store.read(kind, session.personId);
  return person && { person, session };
}

/** Ends one session; harmless if it has ended before. */
export async function signOut(ports: ChangePorts, { id }: Session): Promise<void> {
  await change(ports, 'session', id, (session, endedAt) =>
    session && !session.endedAt ? { write: { ...session, endedAt } } : {},
  );
}

/** Ends every session of an advisor, and every link that was emailed and not used. */
export async function signOutEverywhere(ports: ChangePorts, advisorId: string): Promise<void> {
  await change(ports, 'advisor', advisorId, (advisor) =>
    advisor ? { write: { ...advisor, linkEpoch: advisor.linkEpoch + 1 } } : {},
  );
}
