/** Who may read a cohort's calendar feed. */
import type { LinkKeys } from '#shared/base/links/jws.ts';
import { type Link, signLink } from '#shared/base/links/link.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Advisor, roleAt, WORKERS } from '#shared/people/advisor/advisor.ts';

/** Longer than a season; then the advisor makes another. */
const FEED_DAYS = 550;

/** The feed's address: one advisor's own, until their role there ends or they sign out everywhere. */
export function signFeed(
  keys: LinkKeys,
  { id: personId, linkEpoch: epoch }: Pick<Advisor, 'id' | 'linkEpoch'>,
  cohortId: string,
  now: Instant,
): Promise<string> {
  return signLink(
    keys,
    { personId, purpose: 'cohort-feed', epoch, about: cohortId },
    now,
    FEED_DAYS,
  );
}

/** The cohort that this link of theirs may read; undefined once it may not. */
export function cohortOfFeed(
  advisor: Advisor,
  { purpose, epoch, about: cohortId }: Link,
): string | undefined {
  return purpose === 'cohort-feed' &&
    cohortId !== undefined &&
    advisor.linkEpoch === epoch &&
    advisor.cohortIds.includes(cohortId) &&
    WORKERS.includes(roleAt(advisor, cohortId))
    ? cohortId
    : undefined;
}
