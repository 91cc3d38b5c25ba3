/** The only reader of the environment. Refuses each invalid value with a sentence that names the variable and an example. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Day, daySchema, isDay } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, instantOfMs, msOf, startOfDay } from '#shared/base/time/instant.ts';
import { AWS_VARIABLES, type AwsVariable } from './aws-variables.ts';
import { smtpServerOf } from './smtp-server.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export interface Env {
  readonly port: number;
  /** An absolute path. */
  readonly dataFolder: string;
  /** Where a virtual clock starts when none is stored. */
  readonly startAt?: Instant;
  /** The same as a day, which starts later in zones west of Eastern time. */
  readonly startOn?: Day;
  readonly smtpUrl?: string;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  /** The sender's address: AWAY_FROM, or `rotations@` the host of AWAY_URL. */
  readonly from?: string;
  /** The mailbox for replies from people without an advisor: AWAY_REPLY_TO, or AWAY_FROM. */
  readonly replyTo?: string;
  /** The header in which the proxy names the requester's address. */
  readonly proxyHeader?: string;
}

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535);

const startSchema = z.union([
  daySchema.transform((day: Day) => startOfDay(day, EASTERN)),
  z.iso
    .datetime({ offset: true })
    .refine((text) => isDay(text.slice(0, 10)) && daySchema.safeParse(text.slice(0, 10)).success)
    .transform((text) => instantOfMs(msOf(text as Instant))),
]);

const smtpSchema = z.string().refine(namesEmailServer);

const publicUrlSchema = z
  .string()
  .refine((text) => isBareOrigin(text))
  .transform((text) => new URL(text).origin);

const SENTENCES = {
  PORT: 'PORT must be a port number from 1 to 65535, such as PORT=8090.',
  AWAY_DATA: 'AWAY_DATA must name a folder, such as AWAY_DATA=./data.',
  AWAY_NOW:
    'AWAY_NOW must be a day or a moment, such as AWAY_NOW=2026-11-23 or AWAY_NOW=2026-11-23T15:00:00Z.',
  AWAY_SMTP_URL:
    'AWAY_SMTP_URL must be the URL of a mail server, such as AWAY_SMTP_URL=smtps://user:password@mail.example.org:465.',
  AWAY_URL:
    'AWAY_URL must be the https address that readers open, without a path, such as AWAY_URL=https://rotations.example.org.',
  AWAY_FROM: 'AWAY_FROM must be one email address, such as AWAY_FROM=rotations@example.org.',
  AWAY_PROXY:
    'AWAY_PROXY must name the header in which your proxy puts the requester’s address, such as AWAY_PROXY=X-Forwarded-For.',
  AWAY_REPLY_TO:
    'AWAY_REPLY_TO must be a mailbox that someone reads, such as AWAY_REPLY_TO=office@example.org.',
} as const;
export type Setting = keyof typeof SENTENCES;

const envSchema = z.object({
  PORT: portSchema.default(8090),
  AWAY_DATA: z.string().default(resolve(PROJECT, '.away')),
  AWAY_NOW: startSchema.optional(),
  AWAY_SMTP_URL: smtpSchema.optional(),
  AWAY_URL: publicUrlSchema.optional(),
  AWAY_FROM: z.email().optional(),
  AWAY_PROXY: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)
    .optional(),
  AWAY_REPLY_TO: z.email().optional(),
});

/** Reads the settings of `npm start` and the commands. A variable that is set to nothing counts as unset. */
export function readEnv(
  env: Record<string, string | undefined> = process.env,
): Result<Env, string> {
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = envSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) return failure(SENTENCES[parsed.error.issues[0]?.path[0] as Setting]);
  const { AWAY_SMTP_URL: smtpUrl, AWAY_URL: publicUrl, AWAY_NOW: startAt, ...read } = parsed.data;
  if (publicUrl && !smtpUrl && !isDeployedNamed(env)) {
    return failure(
      'AWAY_URL is for real email: set AWAY_SMTP_URL too, or unset AWAY_URL for the demo.',
    );
  }
  if (smtpUrl && !publicUrl) return failure(`With AWAY_SMTP_URL, ${SENTENCES.AWAY_URL}`);
  if (smtpUrl && startAt) {
    return failure(
      'AWAY_NOW starts a virtual clock, and AWAY_SMTP_URL sends real email: unset one of them.',
    );
  }
  const from = read.AWAY_FROM ?? (publicUrl && `rotations@${new URL(publicUrl).hostname}`);
  if (smtpUrl && !z.email().safeParse(from).success) {
    return failure(`AWAY_URL gives no valid sender’s address. ${SENTENCES.AWAY_FROM}`);
  }
  const replyTo = read.AWAY_REPLY_TO ?? read.AWAY_FROM;
  if (smtpUrl && !replyTo) return failure(`With AWAY_SMTP_URL, ${SENTENCES.AWAY_REPLY_TO}`);
  const startOn = daySchema.safeParse(env.AWAY_NOW);
  return success({
    port: read.PORT,
    dataFolder: resolve(read.AWAY_DATA),
    ...(startAt && { startAt }),
    ...(startOn.success && { startOn: startOn.data }),
    ...(smtpUrl && { smtpUrl }),
    ...(publicUrl && { publicUrl }),
    ...(from && { from }),
    ...(replyTo && { replyTo }),
    ...(read.AWAY_PROXY && { proxyHeader: read.AWAY_PROXY }),
  });
}

/** Pages are at the root of their host, so an address with a path would email links that lead nowhere. */
function isBareOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.pathname === '/' && !/[?#@\s\p{Cc}]/u.test(text);
}

function namesEmailServer(text: string): boolean {
  try {
    smtpServerOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The variables that a deployed function names, checked at startup. Throws a sentence about the first fault, without the value. */
export function readAwsEnv<Name extends AwsVariable>(
  names: readonly Name[],
  env: Record<string, string | undefined> = process.env,
): Readonly<Record<Name, string>> {
  const entries = names.map((name) => {
    const [schema, what, example] = AWS_VARIABLES[name];
    const parsed = schema.safeParse(env[name]?.trim());
    if (!parsed.success) {
      throw new Error(`${name} must be ${what}, such as ${name}=${example}.`);
    }
    return [name, parsed.data];
  });
  return Object.fromEntries(entries) as Readonly<Record<Name, string>>;
}

/** True when a command works on the deployed table that AWAY_TABLE names rather than on this machine's data folder. */
export function isDeployedNamed(env: Record<string, string | undefined> = process.env): boolean {
  return (env.AWAY_TABLE ?? '').trim() !== '';
}
