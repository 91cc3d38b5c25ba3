/** The deployment's own secrets, from Secrets Manager. Link keys are reread while a process lives, the others are read once. */
import { randomBytes } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { type LinkKey, type LinkKeys, PREVIOUS_KEYS_MAX, rotated } from '#shared/base/links/jws.ts';
import { type Clock, type Instant, instantSchema, msBetween } from '#shared/base/time/instant.ts';
import { systemClock } from './clock.ts';

const SECRET_CHARACTERS_MIN = 32;

const keySchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/),
  secret: z.string().min(SECRET_CHARACTERS_MIN),
  until: instantSchema.exactOptional(),
});
const linkKeySchema = keySchema.extend({
  previous: z.array(keySchema).max(PREVIOUS_KEYS_MAX).default([]),
});

/** Limited in attempts and time: a cold start waits for it. */
export function secretsClient(): SecretsManagerClient {
  return new SecretsManagerClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
  });
}

/** A rotated key is noticed within this time, or at once when a link signed with it arrives. */
const KEYS_READ_AGAIN_MS = 5 * 60_000;
/** A forged link can name any key, so unknown keys cause a read at most this often. */
const UNKNOWN_KEY_MS = 10_000;

/** `readLinkKeys`, refreshed over time. */
export async function followLinkKeys(
  client: SecretsManagerClient,
  id: string,
  clock: Clock = systemClock,
): Promise<LinkKeys> {
  let keys = await readLinkKeys(client, id);
  let readAt = clock.now();
  return {
    ...keys,
    async latest(unknownId) {
      const age = msBetween(readAt, clock.now());
      if (age >= (unknownId === undefined ? KEYS_READ_AGAIN_MS : UNKNOWN_KEY_MS)) {
        readAt = clock.now();
        keys = await readLinkKeys(client, id);
      }
      return keys;
    },
  };
}

/** @returns the id of the key that signs from now on */
export async function rotateLinkKey(
  client: SecretsManagerClient,
  id: string,
  until: Instant,
): Promise<string> {
  const secret = randomBytes(SECRET_CHARACTERS_MIN).toString('base64url');
  const made = inBytes({ id: `k${randomBytes(4).toString('hex')}`, secret });
  const { current, previous } = rotated(await readLinkKeys(client, id), made, until);
  const text = JSON.stringify({ ...inText(current), previous: previous.map(inText) });
  await client.send(new PutSecretValueCommand({ SecretId: id, SecretString: text }));
  return current.id;
}

/** The key that signs links, and those that still open older ones. Its errors never quote the secret. */
export async function readLinkKeys(client: SecretsManagerClient, id: string): Promise<LinkKeys> {
  const parsed = linkKeySchema.safeParse(asJson(await readText(client, id)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `The secret with the link key must be JSON such as {"id":"k2","secret":"…","previous":[]}: ${issue?.path.join('.')} ${issue?.code}.`,
    );
  }
  const { previous, ...current } = parsed.data;
  return { current: inBytes(current), previous: previous.map(inBytes) };
}

export async function readPepper(client: SecretsManagerClient, id: string): Promise<string> {
  return longEnough('pepper', await readText(client, id));
}

export async function readWebhookKey(client: SecretsManagerClient, id: string): Promise<string> {
  return longEnough('webhook key', await readText(client, id));
}

function longEnough(what: string, secret: string): string {
  if (secret.length >= SECRET_CHARACTERS_MIN) return secret;
  throw new Error(`The ${what} is shorter than ${SECRET_CHARACTERS_MIN} characters.`);
}

async function readText(client: SecretsManagerClient, id: string): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }));
  if (SecretString === undefined) throw new Error('A secret holds no text.');
  return SecretString;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inBytes({ secret, ...key }: z.infer<typeof keySchema>): LinkKey {
  return { ...key, secret: new TextEncoder().encode(secret) };
}

function inText({ secret, ...key }: LinkKey): z.infer<typeof keySchema> {
  return { ...key, secret: new TextDecoder().decode(secret) };
}
