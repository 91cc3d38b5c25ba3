/** The download link of an export: signed, for one advisor, until the file is deleted. */
import * as z from 'zod';
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { readClaims, signClaims } from '#shared/base/links/jws.ts';
import { type Instant, msOf, SECOND_MS } from '#shared/base/time/instant.ts';
import type { Export } from './export-item.ts';

type Named = Pick<Export, 'id' | 'by' | 'expiresAt'>;

const claimsSchema = z.strictObject({
  purpose: z.literal('export'),
  sub: z.string(),
  by: z.string(),
  exp: z.int(),
});

export function signExport(keys: LinkKeys, { id, by, expiresAt }: Named): Promise<string> {
  const exp = Math.floor(msOf(expiresAt) / SECOND_MS);
  return signClaims(keys, { purpose: 'export', sub: id, by, exp });
}

/** True while this token downloads this export for its requester. */
export async function opensExport(
  keys: LinkKeys,
  { id, by }: Named,
  token: string,
  now: Instant,
): Promise<boolean> {
  const claims = claimsSchema.safeParse(await readClaims(keys, token));
  if (!claims.success) return false;
  return claims.data.sub === id && claims.data.by === by && msOf(now) < claims.data.exp * SECOND_MS;
}
