/** A new link for whoever holds letters, mailed by the next sweep to the address that its applicants named. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import type { WebDeps } from '../web-deps.ts';

/** Nothing for a stranger, or while a link is on its way or has left within the hour. */
export async function askForLetters(deps: WebDeps, writerId: string): Promise<void> {
  const now = deps.clock.now();
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const writer = await deps.store.read('writer', writerId);
    const isEnough =
      writer?.causes.some(({ stream }) => stream === 'link') ||
      writer?.mails.some(
        ({ stream, claimedAt }) => stream === 'link' && claimedAt > plusMs(now, -HOUR_MS),
      );
    if (!writer || isEnough) return;
    const cause = { id: deps.newId(), stream: 'link' as const, at: now };
    const asked = { ...writer, causes: [...writer.causes, cause], dueAt: now };
    if ((await deps.store.write(asked)).written) return;
  }
  throw new Error('A new link could not be asked for: too many writers at once.');
}
