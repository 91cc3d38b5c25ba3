/** What a command can be given: its forms, their operands in order, and their options. */
import * as z from 'zod';

export interface Argument<Schema extends z.ZodType = z.ZodType> {
  /** What stands for the value in the usage; an option without one is a flag. */
  readonly value?: string;
  /** It may be there several times. */
  readonly many?: true;
  /** Its errors go on after the argument's name: `is not an id`. */
  readonly schema: Schema;
  readonly says: string;
}

type Arguments = Readonly<Record<string, Argument>>;

/** One way to call a command. */
export interface Form {
  /** What is typed as it stands, such as `dry-run`. */
  readonly words?: readonly string[];
  readonly says?: string;
  readonly operands?: Arguments;
  readonly options?: Arguments;
}

export interface Command {
  readonly does: string;
  /** The first is the one that is meant where a call fits none. */
  readonly forms: Readonly<Record<string, Form>>;
  readonly seeAlso?: string;
}

/** What a call of the command came to: the name of its form, and each argument by its name. */
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
  says: string,
): Argument<Schema> {
  return { value, schema, says };
}

export function givenOften<Schema extends z.ZodType>(value: string, schema: Schema, says: string) {
  return { value, many: true, schema: z.array(schema).default([]), says } as const;
}

export function flag(says: string): Argument<z.ZodDefault<z.ZodBoolean>> {
  return { schema: z.boolean().default(false), says };
}

/** Every argument of a form by its name. */
export function argumentsOf({ operands = {}, options = {} }: Form): Arguments {
  return { ...operands, ...options };
}

/** What an argument is when it is not given, or that it must be. */
export function absentOf({ schema }: Argument): {
  readonly may: boolean;
  readonly value?: unknown;
} {
  const read = z.object({ it: schema }).safeParse({});
  return read.success ? { may: true, value: read.data.it } : { may: false };
}
