/** Runs every command the same way: its help, what is wrong with the call, its answer or why there is none, and the exit code. */
import type { Result } from '#shared/base/result.ts';
import type { Asked } from './arguments.ts';
import { readArguments } from './read-arguments.ts';
import { COMMANDS } from './table.ts';
import { helpOf, usageOf } from './usage.ts';

const REFUSED = 1;
const MISCALLED = 2;

type Commands = typeof COMMANDS;

/** A parsed call of that command; of one of its forms, where that is named. */
export type AskedOf<
  Name extends keyof Commands,
  Form extends Asked<Commands[Name]>['form'] = Asked<Commands[Name]>['form'],
> = Extract<Asked<Commands[Name]>, { form: Form }>;

/** @param act runs once the call is right; its answer goes to the output, its failure to the error output */
export async function runCommand<Name extends keyof Commands>(
  name: Name,
  act: (asked: AskedOf<Name>) => Result<string, string> | Promise<Result<string, string>>,
): Promise<void> {
  ignoreReaderGone();
  const command = COMMANDS[name];
  const args = process.argv.slice(2);
  if (args.includes('--help')) return print(process.stdout, helpOf(name, command));
  const asked = readArguments(command, args);
  if (!asked.ok) {
    print(process.stderr, `${asked.failure}\n${usageOf(name, command)}`);
    process.exitCode = MISCALLED;
    return;
  }
  const answered = await act(asked.value as AskedOf<Name>);
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
