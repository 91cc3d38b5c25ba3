/** The address of a person's calendar feed: the same at every look, until it is renewed. */

import { signLink } from '#shared/base/links/link.ts';
import { feedPath } from '#shared/base/links/urls.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { WebDeps } from './web-deps.ts';

/** A calendar reads its feed through a whole season, 18 months, and the summer after it. */
export const FEED_DAYS = 730;

/** Undefined while the feed is off. */
export async function feedUrlOf(
  { linkKeys, baseUrl }: Pick<WebDeps, 'linkKeys' | 'baseUrl'>,
  { id: personId, feed }: Pick<Applicant, 'id' | 'feed'>,
): Promise<string | undefined> {
  if (!feed?.since) return undefined;
  const link = { personId, purpose: 'calendar', epoch: feed.epoch } as const;
  const token = await signLink(linkKeys, link, feed.since, FEED_DAYS);
  return new URL(feedPath(token), baseUrl).href;
}
