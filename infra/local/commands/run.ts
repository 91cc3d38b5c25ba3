/** Runs every command the same way: its help, what is wrong with the call, its answer or why there is none, and the exit code. */
import type { Result } from '#shared/base/result.ts';
import type { ParsedCall } from './arguments.ts';
import { readArguments } from './read-arguments.ts';
import { COMMANDS } from './table.ts';
import { helpOf, usageOf } from './usage.ts';

const REFUSED = 1;
const MISCALLED = 2;

type Commands = typeof COMMANDS;

/** A parsed call of that command; of one of its forms, where that is named. */
export type CallOf<
  Name extends keyof Commands,
  Form extends ParsedCall<Commands[Name]>['form'] = ParsedCall<Commands[Name]>['form'],
> = Extract<ParsedCall<Commands[Name]>, { form: Form }>;

/** @param act runs once the call is right; its answer goes to the output, its failure to the error output */
export async function runCommand<Name extends keyof Commands>(
  name: Name,
  act: (call: CallOf<Name>) => Result<string, string> | Promise<Result<string, string>>,
): Promise<void> {
  ignoreReaderGone();
  const command = COMMANDS[name];
  const args = process.argv.slice(2);
  if (args.includes('--help')) return print(process.stdout, helpOf(name, command));
  const call = readArguments(command, args);
  if (!call.ok) {
    print(process.stderr, `${call.failure}\n${usageOf(name, command)}`);
    process.exitCode = MISCALLED;
    return;
  }
  const answered = await act(call.value as CallOf<Name>);
  if (answered.ok) return print(process.stdout, answered.value);
  print(process.stderr, answered.failure);
  process.exitCode = REFUSED;
}

function print(to: NodeJS.WritableStream, text: string): void {
  if (text !== '') to.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** A reader that has seen enough, such as `head`, is not a failure: the command runs to its end, unread. */
function ignoreReaderGone(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isReaderGone(error)) throw error;
    });
  }
}

export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
