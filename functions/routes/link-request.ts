/** A request for a link counts against the person who asks, and never locks out a browser that opened one before. */
import type { Context } from 'hono';
import { takeOne } from '#shared/people/applicant/requester-tally.ts';
import {
  LINK_BOUNDS,
  OWN_LINK_BOUNDS,
  type RequestBounds,
} from '#shared/people/mailing/requested.ts';
import type { PersonKind } from '#shared/people/person/person.ts';
import { change } from '../change.ts';
import { opensOneOf } from './known-browser.ts';
import { requesterOf } from './requester.ts';
import type { WebDeps } from './web-deps.ts';

type RequestDeps = Omit<WebDeps, 'weigh' | 'wake' | 'undoKeys'>;

/** How many links these people may be sent by this request; undefined where the requester has asked for too many. */
export async function linkBounds(
  deps: RequestDeps,
  c: Context,
  people: readonly { readonly kind: PersonKind; readonly id: string }[],
): Promise<RequestBounds | undefined> {
  if (await opensOneOf(deps, c, people)) return OWN_LINK_BOUNDS;
  const requester = requesterOf(deps, c);
  const isCounted = await change(deps, 'sign-ups', 'links', (tally, now) => {
    const counted = takeOne('links', tally, requester, now);
    return counted ? { write: counted, answer: true } : { answer: false };
  });
  if (isCounted) return LINK_BOUNDS;
  deps.log('warn', 'links-refused', {});
  return undefined;
}
