/** Signs and reads JWTs with one fixed algorithm. Whether a token has expired is for the caller to judge. */
import { type CompactJWSHeaderParameters, CompactSign, compactVerify, errors } from 'jose';

const ALGORITHM = 'HS256';
/** Our tokens have about 250 characters; anything longer is not read at all. */
export const TOKEN_CHARACTERS_MAX = 1024;

export interface LinkKey {
  /** Short and public: every link contains it, so that a rotated key can still be found. */
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
}

/** `current` signs; `previous` keys still verify what they signed. */
export interface LinkKeys {
  readonly current: LinkKey;
  readonly previous: readonly LinkKey[];
}

export function signClaims(keys: LinkKeys, claims: Record<string, unknown>): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: ALGORITHM, kid: keys.current.id })
    .sign(keys.current.secret);
}

/** The verified payload; undefined for a token that is not ours. Never throws, whatever the token contains. */
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
