/** The data folder's own keys, in a file that only its owner reads, beside the data: a copy of the data alone opens nothing. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type LinkKey, type LinkKeys, rotated } from '#shared/base/links/jws.ts';
import { type Instant, instantSchema } from '#shared/base/time/instant.ts';

export interface Secrets {
  readonly linkKeys: LinkKeys;
  readonly pepper: string;
  readonly webhookKey: string;
}

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

const secretSchema = z.string().min(KEY_BYTES);
const keySchema = z.strictObject({
  id: z.string(),
  secret: secretSchema,
  until: instantSchema.exactOptional(),
});
const fileSchema = z.strictObject({
  linkKey: keySchema,
  previous: z.array(keySchema),
  pepper: secretSchema,
  webhookKey: secretSchema,
});
type KeyFile = z.infer<typeof fileSchema>;

/** Made at the first start. */
export function secretsIn(dataFolder: string): Secrets {
  const file = keyFileIn(dataFolder);
  if (!existsSync(file)) create(file, newKeys());
  chmodSync(file, OWNER_ONLY);
  return secretsOf(readKeys(file), latestIn(file));
}

/** Keys that no file holds. */
export function newSecrets(): Secrets {
  return secretsOf(newKeys());
}

/** @returns the id of the key that signs from now on; a running server follows */
export function rotateLinkKeyIn(dataFolder: string, until: Instant): string {
  const file = keyFileIn(dataFolder);
  const kept = readKeys(file);
  const { current, previous } = rotated(linkKeysOf(kept), inBytes(newKey()), until);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  write(unfinished, { ...kept, linkKey: inText(current), previous: previous.map(inText) });
  renameSync(unfinished, file);
  return current.id;
}

export function keyFileIn(dataFolder: string): string {
  return join(dataFolder, 'keys.json');
}

/** Whole or not at all, and never over another process's: both then use the one that was first. */
function create(file: string, keys: KeyFile): void {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}`;
  write(unfinished, keys);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function write(file: string, keys: KeyFile): void {
  writeFileSync(file, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: OWNER_ONLY, flag: 'wx' });
}

/** Its errors never quote a key. */
function readKeys(file: string): KeyFile {
  const parsed = fileSchema.safeParse(jsonIn(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${file} does not hold this folder's keys: ${issue?.path.join('.')} ${issue?.code}.`,
  );
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads the file again when it was written again. */
function latestIn(file: string): NonNullable<LinkKeys['latest']> {
  let readAt = Number.NaN;
  let keys: LinkKeys;
  return async () => {
    const { mtimeMs } = statSync(file);
    if (mtimeMs !== readAt) {
      keys = linkKeysOf(readKeys(file));
      readAt = mtimeMs;
    }
    return keys;
  };
}

function newKeys(): KeyFile {
  return { linkKey: newKey(), previous: [], pepper: randomText(), webhookKey: randomText() };
}

function newKey(): KeyFile['linkKey'] {
  return { id: `k${randomBytes(4).toString('hex')}`, secret: randomText() };
}

function randomText(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

function secretsOf({ pepper, webhookKey, ...keys }: KeyFile, latest?: LinkKeys['latest']): Secrets {
  return { linkKeys: { ...linkKeysOf(keys), ...(latest && { latest }) }, pepper, webhookKey };
}

function linkKeysOf({ linkKey, previous }: Pick<KeyFile, 'linkKey' | 'previous'>): LinkKeys {
  return { current: inBytes(linkKey), previous: previous.map(inBytes) };
}

function inBytes({ secret, ...key }: KeyFile['linkKey']): LinkKey {
  return { ...key, secret: Buffer.from(secret, 'base64url') };
}

function inText({ secret, ...key }: LinkKey): KeyFile['linkKey'] {
  return { ...key, secret: Buffer.from(secret).toString('base64url') };
}
