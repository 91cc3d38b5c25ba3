/** How a command ends: its answer on the output, or why not on the error output and exit code 1. */
import type { Result } from '#shared/base/result.ts';
import { heedReaderGone } from './reader-gone.ts';

export function tell(answered: Result<string, string>): void {
  heedReaderGone();
  if (answered.ok) {
    console.log(answered.value);
    return;
  }
  console.error(answered.failure);
  process.exitCode = 1;
}
