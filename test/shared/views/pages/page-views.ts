/** A page's view of a story, with ids that count up. */

import { pagePaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { PageView } from '#shared/views/pages/person-page.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import type { Story } from '../../plan/moves/stories.ts';

export function viewOfStory(
  { facts }: Pick<Story, 'facts'>,
  now: Instant,
  of: Partial<Applicant> = {},
  world: World = PUBLISHED_WORLD,
): PageView {
  let made = 0;
  return {
    applicant: { ...newApplicant({ id: 'alice', cohortId: 'c1', facts }, now), ...of },
    world,
    now,
    paths: pagePaths('AAA'),
    unsubscribe: '/u/UUU',
    newId: () => {
      made += 1;
      return `n${made}`;
    },
  };
}
