/** A page's view of a story, with ids that count up. */
import { type Applicant, newApplicant } from '../../../shared/applicant/applicant.ts';
import { pagePaths } from '../../../shared/links/urls.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { PageView } from '../../../shared/web/page-view.ts';
import { PUBLISHED_WORLD, type World } from '../../../shared/world.ts';
import type { Story } from '../rotation/stories.ts';

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
