/** Claims as a signed token of one fixed algorithm, and back. Time is the caller's to judge. */
import { type CompactJWSHeaderParameters, CompactSign, compactVerify, errors } from 'jose';

const ALGORITHM = 'HS256';
/** Ours are about 250 characters; a longer one is not read at all. */
export const TOKEN_CHARACTERS_MAX = 1024;

export interface LinkKey {
  /** Short and public: it stands in every link, so that a rotated key is still found. */
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
}

/** `current` signs; `previous` still open what they signed. */
export interface LinkKeys {
  readonly current: LinkKey;
  readonly previous: readonly LinkKey[];
}

/** A compact JWS under the current key, whose id stands in the header so that an older key still opens older links. */
export function signClaims(keys: LinkKeys, claims: Record<string, unknown>): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALGORITHM, kid: keys.current.id })
    .sign(keys.current.secret);
}

/** What the token says, its signature checked; undefined for one that is not ours. Never throws for what a token can hold. */
export async function readClaims(keys: LinkKeys, token: string): Promise<unknown> {
  if (token.length > TOKEN_CHARACTERS_MAX) return undefined;
  try {
    const { payload } = await compactVerify(token, (header) => secretOf(keys, header), {
      algorithms: [ALGORITHM],
    });
    return JSON.parse(new TextDecoder().decode(payload));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function secretOf(keys: LinkKeys, { kid }: CompactJWSHeaderParameters): Uint8Array {
  const key = [keys.current, ...keys.previous].find(({ id }) => id === kid);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key.secret;
}
