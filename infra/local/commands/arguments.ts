/** The parts of a command's row in the table: its forms, their operands in order, and their options; and those that several commands share. */
import * as z from 'zod';
import type { Setting as OwnSetting } from '#functions/adapters/env.ts';

type Setting = OwnSetting | 'AWAY_TABLE';

export const SETTINGS: Readonly<Record<Setting, string>> = {
  PORT: 'the port on 127.0.0.1 (default: 8090)',
  AWAY_DATA: 'the folder that holds the data (default: .away)',
  AWAY_NOW: 'the day or moment a new demo starts, and the “now” of a file, such as 2027-02-01',
  AWAY_SMTP_URL:
    'the mail server for real email, together with AWAY_URL: no demo, no clock page, no open outbox',
  AWAY_URL: 'the https address of your own proxy in front of the port',
  AWAY_FROM: 'the sender of that email (default: rotations@ the host of AWAY_URL)',
  AWAY_PROXY:
    'the header in which your proxy puts the requester’s address; without it, all requests count as one requester’s',
  AWAY_REPLY_TO:
    'the mailbox, read by someone, for replies from people without an advisor (default: AWAY_FROM; one of the two is required)',
  AWAY_TABLE: 'the table of a deployment to work on, instead of AWAY_DATA; see docs/deploying.md',
};

export interface Argument<Schema extends z.ZodType = z.ZodType> {
  /** The placeholder in the usage; an option without one is a flag. */
  readonly value?: string;
  /** It can be repeated. */
  readonly many?: true;
  /** Its errors continue the argument's name: `is not an id`. */
  readonly schema: Schema;
  readonly means: string;
}

type Arguments = Readonly<Record<string, Argument>>;

export interface Form {
  /** What it does, of a form that is chosen by typing its name, such as `dry-run`. */
  readonly means?: string;
  readonly operands?: Arguments;
  readonly options?: Arguments;
}

export interface Command {
  readonly does: string;
  /** Errors are about the first one if a call fits none. */
  readonly forms: Readonly<Record<string, Form>>;
  /** The environment variables it reads. */
  readonly settings: readonly Setting[];
  readonly seeAlso?: string;
}

/** A parsed call: the name of its form, and each argument by name. */
export type ParsedCall<Of extends Command> = {
  [Name in keyof Of['forms']]: { readonly form: Name } & ValuesOf<Of['forms'][Name]>;
}[keyof Of['forms']];

type ValuesOf<Of extends Form> = (Of extends { operands: infer Operands extends Arguments }
  ? Values<Operands>
  : unknown) &
  (Of extends { options: infer Options extends Arguments } ? Values<Options> : unknown);
type Values<Of extends Arguments> = z.infer<
  z.ZodObject<{ -readonly [Name in keyof Of]: Of[Name]['schema'] }>
>;

export function given<Schema extends z.ZodType>(
  value: string,
  schema: Schema,
  means: string,
): Argument<Schema> {
  return { value, schema, means };
}

export function givenOften<Schema extends z.ZodType>(value: string, schema: Schema, means: string) {
  return { value, many: true, schema: z.array(schema).default([]), means } as const;
}

export function flag(means: string): Argument<z.ZodDefault<z.ZodBoolean>> {
  return { schema: z.boolean().default(false), means };
}

/** The words that choose a form. */
export function wordsOf(name: string, { means }: Form): readonly string[] {
  return means ? name.split(' ') : [];
}

export function argumentsOf({ operands = {}, options = {} }: Form): Arguments {
  return { ...operands, ...options };
}

export const ON_DATA = ['AWAY_DATA', 'AWAY_TABLE'] as const;

export const json = flag('print JSON');

export function file(value: string, means: string): Argument<z.ZodString> {
  return given(value, z.string(), means);
}

export function wholeNumber(least: number, most: number) {
  const isWithin = (text: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most;
  const error = `is not a whole number from ${least} to ${most}`;
  return z.string().refine(isWithin, { error }).transform(Number);
}

/** The value of an argument that is left out, or that it is required. */
export function absentOf({ schema }: Argument): {
  readonly may: boolean;
  readonly value?: unknown;
} {
  const read = z.object({ it: schema }).safeParse({});
  return read.success ? { may: true, value: read.data.it } : { may: false };
}
