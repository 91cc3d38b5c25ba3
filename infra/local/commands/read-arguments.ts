/** Reads what was typed after a command's name as one of its forms and its values, or says what is wrong. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import {
  absentOf,
  argumentsOf,
  type Command,
  type Form,
  type ParsedCall,
  wordsOf,
} from './arguments.ts';

type Typed = Readonly<Record<string, string | boolean | readonly string[]>>;

export function readArguments<Of extends Command>(
  command: Of,
  args: readonly string[],
): Result<ParsedCall<Of>, string> {
  const typed = typedIn(command, args);
  if (!typed.ok) return typed;
  const [words, options] = typed.value;
  const found = formFor(command, words, options);
  if (!found.ok) return found;
  const [name, form] = found.value;
  const operands = operandsOf(form, words.slice(wordsOf(name, form).length));
  if (!operands.ok) return operands;
  const stray = Object.keys(options).find((option) => !(option in (form.options ?? {})));
  if (stray) return failure(`--${stray} does not apply ${form.means ? `to ${name}` : 'here'}.`);
  const values = valuesOf(form, { ...options, ...operands.value });
  return values.ok ? success({ form: name, ...values.value } as unknown as ParsedCall<Of>) : values;
}

/** The words and the options, each with a value exactly where it takes one. */
function typedIn(
  { forms }: Command,
  args: readonly string[],
): Result<[words: readonly string[], options: Typed], string> {
  const known = Object.assign(
    {},
    ...Object.values(forms).map(({ options }) => options),
  ) as NonNullable<Form['options']>;
  const types = Object.entries(known).map(
    ([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }] as const,
  );
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options: Record<string, string | boolean | string[]> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = known[name];
    if (!option || !rawName.startsWith('--')) return failure(`${rawName} is not an option.`);
    if (!option.value && value !== undefined) return failure(`--${name} takes no value.`);
    const isSwallowed = inlineValue === false && value?.startsWith('--');
    if (option.value && (value === undefined || isSwallowed)) {
      return failure(`--${name} needs a value: --${name} ${option.value}.`);
    }
    if (option.many && value !== undefined) {
      options[name] = [...((options[name] as string[] | undefined) ?? []), value];
      continue;
    }
    if (name in options) return failure(`--${name} is given twice.`);
    options[name] = value ?? true;
  }
  return success([positionals, options]);
}

/** Among the forms that share the most of these words, the one whose operands and options are all given, else the first. */
function formFor(
  { forms }: Command,
  words: readonly string[],
  options: Typed,
): Result<[name: string, form: Form], string> {
  const matching = Object.entries(forms)
    .map(([name, form]) => ({ found: [name, form] as [string, Form], own: wordsOf(name, form) }))
    .filter(({ own }) => own.every((word, at) => word === words[at]))
    .toSorted((a, b) => b.own.length - a.own.length);
  const closest = matching.filter(({ own }) => own.length === matching[0]?.own.length);
  const whole = closest.find(({ found: [, form], own }) => {
    const count = own.length + Object.keys(form.operands ?? {}).length;
    const needed = Object.entries(form.options ?? {}).filter(([, option]) => !absentOf(option).may);
    return words.length === count && needed.every(([name]) => name in options);
  });
  const form = whole ?? closest[0];
  if (form) return success(form.found);
  const choices = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(
    new Set(Object.entries(forms).flatMap((each) => wordsOf(...each)[0] ?? [])),
  );
  return failure(words[0] ? `“${words[0]}” must be ${choices}.` : `Choose ${choices}.`);
}

function operandsOf(form: Form, words: readonly string[]): Result<Typed, string> {
  const names = Object.keys(form.operands ?? {});
  const extra = words[names.length];
  if (extra !== undefined) return failure(`“${extra}” is one argument too many.`);
  return success(Object.fromEntries(words.map((word, at) => [names[at] ?? '', word])));
}

function valuesOf(form: Form, typed: Typed): Result<object, string> {
  const all = argumentsOf(form);
  const shape = Object.entries(all).map(([name, { schema }]) => [name, schema] as const);
  const read = z.object(Object.fromEntries(shape)).safeParse(typed);
  if (read.success) return success(read.data);
  const [issue] = read.error.issues;
  const name = String(issue?.path[0]);
  const label = form.operands && name in form.operands ? all[name]?.value : `--${name}`;
  return failure(`${label} ${name in typed ? whyNot(issue) : 'is missing'}.`);
}

function whyNot(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code !== 'invalid_value') return issue?.message ?? 'is wrong';
  const choices = issue.values.map(String);
  return `must be ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(choices)}`;
}
