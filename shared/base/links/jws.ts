/** Signs and reads JWTs with one fixed algorithm. Whether a token has expired is for the caller to judge. */
import { type CompactJWSHeaderParameters, CompactSign, compactVerify, errors } from 'jose';
import { type Instant, msOf, SECOND_MS } from '../time/instant.ts';

const ALGORITHM = 'HS256';
/** Our tokens have about 250 characters; anything longer is not read at all. */
export const TOKEN_CHARACTERS_MAX = 1024;
/** A link signed this many rotations ago can still stop emails. */
export const PREVIOUS_KEYS_MAX = 5;

export interface LinkKey {
  /** Short and public: every link contains it, so that a rotated key can still be found. */
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
  /** When everything that a rotated-out key signed ends, if not before. */
  readonly until?: Instant;
}

/** `current` signs; `previous` keys still verify what they signed. */
export interface LinkKeys {
  readonly current: LinkKey;
  readonly previous: readonly LinkKey[];
  /** The current keys, for a process that outlives a rotation. `unknownId`: a token's key that has not been read yet. */
  latest?(unknownId?: string): Promise<LinkKeys>;
}

/** A new key signs from now on. @param until when links of the older keys end at the latest */
export function rotated(
  { current, previous }: LinkKeys,
  made: LinkKey,
  until: Instant,
): Pick<LinkKeys, 'current' | 'previous'> {
  const older = [current, ...previous].slice(0, PREVIOUS_KEYS_MAX);
  const ends = (key: LinkKey) => (key.until && key.until < until ? key.until : until);
  return { current: made, previous: older.map((key) => ({ ...key, until: ends(key) })) };
}

export async function signClaims(keys: LinkKeys, claims: Record<string, unknown>): Promise<string> {
  const { current } = (await keys.latest?.()) ?? keys;
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALGORITHM, kid: current.id })
    .sign(current.secret);
}

/** The verified payload, its `exp` no later than its key's end; undefined for a token that is not ours. Never throws. */
export async function readClaims(keys: LinkKeys, token: string): Promise<unknown> {
  if (token.length > TOKEN_CHARACTERS_MAX || !token.split('.').every(isCanonical)) return undefined;
  let key: LinkKey | undefined;
  try {
    const { payload } = await compactVerify(
      token,
      async (header) => {
        key = await keyOf(keys, header);
        return key.secret;
      },
      { algorithms: [ALGORITHM] },
    );
    return endingBy(JSON.parse(new TextDecoder().decode(payload)), key?.until);
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Decoders ignore what is not base64url, and the spare bits of the last character: many texts would be the same token. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function endingBy(claims: { exp?: number }, until: Instant | undefined): unknown {
  if (!until || claims.exp === undefined) return claims;
  return { ...claims, exp: Math.min(claims.exp, Math.floor(msOf(until) / SECOND_MS)) };
}

async function keyOf(keys: LinkKeys, { kid }: CompactJWSHeaderParameters): Promise<LinkKey> {
  const known = (among: LinkKeys) =>
    [among.current, ...among.previous].find(({ id }) => id === kid);
  const key = known((await keys.latest?.()) ?? keys) ?? (await knownNow(keys, kid, known));
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}

async function knownNow(
  { latest }: LinkKeys,
  kid: string | undefined,
  known: (among: LinkKeys) => LinkKey | undefined,
): Promise<LinkKey | undefined> {
  const keys = kid === undefined ? undefined : await latest?.(kid);
  return keys && known(keys);
}
