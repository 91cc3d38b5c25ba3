/** The parts of a command's row in the table: its forms, their operands in order, and their options. */
import * as z from 'zod';
import type { Setting } from './settings.ts';

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

/** One way to call a command. */
export interface Form {
  /** Typed literally, such as `dry-run`. */
  readonly words?: readonly string[];
  readonly means?: string;
  readonly operands?: Arguments;
  readonly options?: Arguments;
}

export interface Command {
  readonly does: string;
  /** Errors are about the first where a call fits none. */
  readonly forms: Readonly<Record<string, Form>>;
  /** The environment variables it reads. */
  readonly settings: readonly Setting[];
  readonly seeAlso?: string;
}

/** A parsed call: the name of its form, and each argument by name. */
export type Asked<Of extends Command> = {
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

/** Every argument of a form by name. */
export function argumentsOf({ operands = {}, options = {} }: Form): Arguments {
  return { ...operands, ...options };
}

/** The value of an argument that is left out, or that it is required. */
export function absentOf({ schema }: Argument): {
  readonly may: boolean;
  readonly value?: unknown;
} {
  const read = z.object({ it: schema }).safeParse({});
  return read.success ? { may: true, value: read.data.it } : { may: false };
}
