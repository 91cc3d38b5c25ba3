/** What commands over one file share: their arguments, the file's text within its bound, and the answer's way out. */
import { readFileSync, statSync } from 'node:fs';
import { systemClock } from '#functions/adapters/clock.ts';
import { readEnv } from '#functions/adapters/env.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { heedReaderGone } from './reader-gone.ts';

export interface FileCommand {
  readonly usage: string;
  /** Options it knows, such as `--json`; one with a value is given as `--season=2027`. */
  readonly options: readonly string[];
  readonly bytesMax: number;
  answer(of: {
    readonly path: string;
    readonly text: string;
    readonly options: readonly string[];
    readonly now: Instant;
  }): Result<string, string>;
}

/** Runs it on the process's arguments. Bad input is file, field and reason, and exit code 1. */
export function runFileCommand(command: FileCommand): void {
  heedReaderGone();
  const answered = answerTo(command, process.argv.slice(2));
  if (answered.ok) {
    process.stdout.write(answered.value);
    return;
  }
  console.error(answered.failure);
  process.exitCode = 1;
}

function answerTo(command: FileCommand, args: readonly string[]): Result<string, string> {
  const options = args.filter((arg) => arg.startsWith('-'));
  const [path, ...others] = args.filter((arg) => !arg.startsWith('-'));
  const unknown = options.find(
    (option) => !command.options.includes(option.split('=')[0] ?? option),
  );
  if (unknown) return failure(`${unknown} is not an option. ${command.usage}`);
  if (!path || others.length > 0) return failure(command.usage);
  const env = readEnv();
  if (!env.ok) return env;
  const text = textOf(path, command.bytesMax);
  if (!text.ok) return text;
  const now = env.value.startAt ?? systemClock.now();
  return command.answer({ path, text: text.value, options, now });
}

function textOf(path: string, bytesMax: number): Result<string, string> {
  try {
    if (statSync(path).size > bytesMax) {
      return failure(`${path}: is larger than ${bytesMax / 1_000_000} MB`);
    }
    return success(readFileSync(path, 'utf8'));
  } catch {
    return failure(`${path}: cannot be read`);
  }
}
