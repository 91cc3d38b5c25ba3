/** A new link for whoever holds letters, emailed to the address that its applicants named. */
import { withRequest } from '#shared/people/mailing/requested.ts';
import { askForEmail } from '../../ask-email.ts';
import type { WebDeps } from '../web-deps.ts';

/** Nothing for a stranger, or while a link is on its way or has left within the hour. */
export async function askForLetters(deps: WebDeps, writerId: string): Promise<void> {
  await askForEmail(deps, 'writer', writerId, (writer, at) =>
    withRequest(writer, { id: deps.newId(), stream: 'link', at }, { perHour: 1, perDay: 24 }),
  );
}
