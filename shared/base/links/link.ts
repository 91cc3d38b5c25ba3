/** Signed links: who may open which page, until when. The signature is checked first, so that only our own links can be expired. */
import * as z from 'zod';
import { idSchema } from '../text.ts';
import { DAY_MS, type Instant, instantOfMs, msOf, SECOND_MS } from '../time/instant.ts';
import { type LinkKeys, readClaims, signClaims } from './jws.ts';

/** A link opens this and nothing else. */
const linkPurposeSchema = z.enum([
  'answer',
  'unsubscribe',
  'undo',
  'calendar',
  'cohort-feed',
  'letters',
  'letters-stop',
  'brief-stop',
  'keep',
  'invite',
  'move',
]);
export type LinkPurpose = z.infer<typeof linkPurposeSchema>;

export interface Link {
  readonly personId: string;
  readonly purpose: LinkPurpose;
  /** Must equal the person's `linkEpoch`; raising that revokes every earlier link. */
  readonly epoch: number;
  /** The update that an `undo` link undoes, the cohort of an invitation or a calendar, the sign-up that is confirmed, or the change of address. */
  readonly about?: string;
}

type LinkReading =
  | { readonly state: 'valid'; readonly link: Link; readonly signedAt: Instant }
  /** Signed by us, but too old. */
  | { readonly state: 'expired'; readonly link: Link }
  /** Not ours, damaged, or signed with a key that we no longer keep. */
  | { readonly state: 'foreign' };

const claimsSchema = z.strictObject({
  sub: idSchema,
  purpose: linkPurposeSchema,
  epoch: z.int().min(0),
  about: idSchema.exactOptional(),
  /** Seconds since 1970, as in any JWT. */
  exp: z.int().min(0),
  iat: z.int().min(0),
});

/** @param days how long the link works from `now` on */
export async function signLink(
  keys: LinkKeys,
  link: Link,
  now: Instant,
  days: number,
): Promise<string> {
  const { purpose, epoch, about, personId } = link;
  return signClaims(keys, {
    purpose,
    epoch,
    ...(about && { about }),
    sub: personId,
    exp: Math.floor((msOf(now) + days * DAY_MS) / SECOND_MS),
    iat: Math.floor(msOf(now) / SECOND_MS),
  });
}

/** Never throws, whatever the token contains. */
export async function readLink(keys: LinkKeys, token: string, now: Instant): Promise<LinkReading> {
  const claims = claimsSchema.safeParse(await readClaims(keys, token));
  if (!claims.success) return { state: 'foreign' };
  const { sub, purpose, epoch, about, exp, iat } = claims.data;
  const link = { personId: sub, purpose, epoch, ...(about && { about }) };
  if (msOf(now) >= exp * SECOND_MS) return { state: 'expired', link };
  return { state: 'valid', link, signedAt: instantOfMs(iat * SECOND_MS) };
}
