/** A new link for whoever holds letters, mailed by the next sweep to the address that its applicants named. */
import { withRequest } from '#shared/people/mailing/requested.ts';
import { change } from '../../change.ts';
import type { WebDeps } from '../web-deps.ts';

/** Nothing for a stranger, or while a link is on its way or has left within the hour. */
export async function askForLetters(deps: WebDeps, writerId: string): Promise<void> {
  await change(deps, 'writer', writerId, (writer, now) => {
    if (!writer) return {};
    const cause = { id: deps.newId(), stream: 'link', at: now } as const;
    return { write: withRequest(writer, cause, { perHour: 1, perDay: 24 }) };
  });
}
