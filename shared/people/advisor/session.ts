/** Who is signed in on one browser, until when. The browser has a secret, the store only its hash. */
import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { SESSION_HOURS } from '#shared/base/limits.ts';
import { idSchema } from '#shared/base/text.ts';
import { HOUR_MS, type Instant, instantSchema, plusMs } from '#shared/base/time/instant.ts';
import { type SignInLink, sessionIdOf, signerKindSchema } from './sign-in-link.ts';

export const sessionSchema = z.strictObject({
  kind: z.literal('session'),
  id: idSchema,
  version: z.int().min(0),
  personKind: signerKindSchema,
  personId: idSchema,
  /** The person's `linkEpoch` at sign-in: raising that ends every session. */
  epoch: z.int().min(0),
  secretHash: z.string(),
  startedAt: instantSchema,
  /** Invalid from then on; the store deletes it. */
  expiresAt: instantSchema,
  endedAt: instantSchema.exactOptional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** @param secret 32 random bytes as text, new for this session */
export function newSession(link: SignInLink, secret: string, now: Instant): Session {
  return {
    kind: 'session',
    id: sessionIdOf(link),
    version: 0,
    personKind: link.personKind,
    personId: link.personId,
    epoch: link.epoch,
    secretHash: hashOf(secret),
    startedAt: now,
    expiresAt: plusMs(now, SESSION_HOURS * HOUR_MS),
  };
}

export function cookieOf({ id }: Session, secret: string): string {
  return `${id}.${secret}`;
}

/** Undefined for anything that `cookieOf` did not make. */
export function readCookie(cookie: string | undefined): { id: string; secret: string } | undefined {
  const [, id, secret] = /^([A-Za-z0-9]{1,64})\.([A-Za-z0-9_-]{20,100})$/.exec(cookie ?? '') ?? [];
  return id && secret ? { id, secret } : undefined;
}

/** True while the session is valid and the secret is its own. The caller compares the person's epoch. */
export function isOpenTo(session: Session, secret: string, now: Instant): boolean {
  const isTheirs = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(session.secretHash));
  return isTheirs && !session.endedAt && now < session.expiresAt;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
