/** One-time sign-in links. Nothing is stored for a link: its use shows as a session whose id derives from it. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { SIGN_IN_MINUTES } from '#shared/base/limits.ts';
import { signInLinkPath } from '#shared/base/links/advisor-paths.ts';
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { readClaims, signClaims } from '#shared/base/links/jws.ts';
import { oneTimePath } from '#shared/base/links/urls.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Instant, MINUTE_MS, msOf, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';

export const signerKindSchema = z.enum(['applicant', 'advisor']);
export type SignerKind = z.infer<typeof signerKindSchema>;

export interface SignInLink {
  readonly personKind: SignerKind;
  readonly personId: string;
  /** Must equal the person's `linkEpoch`. */
  readonly epoch: number;
  /** The request that it answers, which makes the link unique. */
  readonly causeId: string;
}

const claimsSchema = z.strictObject({
  purpose: z.literal('sign-in'),
  kind: signerKindSchema,
  sub: idSchema,
  epoch: z.int().min(0),
  jti: idSchema,
  exp: z.int().min(0),
});

/** A link that opens for `SIGN_IN_MINUTES` from `now`. */
export function signSignIn(keys: LinkKeys, link: SignInLink, now: Instant): Promise<string> {
  return signClaims(keys, {
    purpose: 'sign-in',
    kind: link.personKind,
    sub: link.personId,
    epoch: link.epoch,
    jti: link.causeId,
    exp: Math.floor(msOf(plusMs(now, SIGN_IN_MINUTES * MINUTE_MS)) / SECOND_MS),
  });
}

/** Undefined for a token that is not ours, for another kind of person, or too old. */
export async function readSignIn(
  keys: LinkKeys,
  personKind: SignerKind,
  token: string,
  now: Instant,
): Promise<SignInLink | undefined> {
  const claims = claimsSchema.safeParse(await readClaims(keys, token));
  if (!claims.success) return undefined;
  const { kind, sub, epoch, jti, exp } = claims.data;
  if (kind !== personKind || msOf(now) >= exp * SECOND_MS) return undefined;
  return { personKind, personId: sub, epoch, causeId: jti };
}

export async function signInUrl(
  keys: LinkKeys,
  link: SignInLink,
  baseUrl: string,
  now: Instant,
): Promise<string> {
  const token = await signSignIn(keys, link, now);
  const path = link.personKind === 'advisor' ? signInLinkPath(token) : oneTimePath(token);
  return new URL(path, baseUrl).href;
}

/** The id of the session that this link opens, so that it can open only one. */
export function sessionIdOf({ personKind, personId, causeId }: SignInLink): string {
  const named = [personKind, personId, causeId].join(' ');
  return `s${createHash('sha256').update(named).digest('hex').slice(0, 40)}`;
}
