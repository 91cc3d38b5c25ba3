/** The deployment's own secrets, from Secrets Manager. Read once in each process: a changed key takes effect in the next one. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { LinkKeys } from '#shared/base/links/jws.ts';

const SECRET_CHARACTERS_MIN = 32;

const keySchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/),
  secret: z.string().min(SECRET_CHARACTERS_MIN),
});
const linkKeySchema = keySchema.extend({ previous: z.array(keySchema).max(5).default([]) });

/** Limited in attempts and time: a cold start waits for it. */
export function secretsClient(): SecretsManagerClient {
  return new SecretsManagerClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
  });
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

/** Keys the hashes of addresses. */
export async function readPepper(client: SecretsManagerClient, id: string): Promise<string> {
  const pepper = await readText(client, id);
  if (pepper.length < SECRET_CHARACTERS_MIN) {
    throw new Error(`The pepper is shorter than ${SECRET_CHARACTERS_MIN} characters.`);
  }
  return pepper;
}

/** Senders' secrets are derived from it. */
export async function readWebhookKey(client: SecretsManagerClient, id: string): Promise<string> {
  const key = await readText(client, id);
  if (key.length < SECRET_CHARACTERS_MIN) {
    throw new Error(`The webhook key is shorter than ${SECRET_CHARACTERS_MIN} characters.`);
  }
  return key;
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

function inBytes({ id, secret }: z.infer<typeof keySchema>): LinkKeys['current'] {
  return { id, secret: new TextEncoder().encode(secret) };
}
