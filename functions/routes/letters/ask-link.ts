/** A new link for whoever holds letters, mailed by the next sweep to the address that its applicants named. */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import { withRequest } from '#shared/people/mailing/requested.ts';
import type { WebDeps } from '../web-deps.ts';

/** Nothing for a stranger, or while a link is on its way or has left within the hour. */
export async function askForLetters(deps: WebDeps, writerId: string): Promise<void> {
  const now = deps.clock.now();
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const writer = await deps.store.read('writer', writerId);
    if (!writer) return;
    const cause = { id: deps.newId(), stream: 'link', at: now } as const;
    const asked = withRequest(writer, cause, { perHour: 1, perDay: 24 });
    if (asked === writer) return;
    if ((await deps.store.write(asked)).written) return;
  }
  throw new Error('A new link could not be asked for: too many writers at once.');
}
