/** A plan file as its pages, `npm run plan`, and its next email word it on a day. */
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';
import { factsOf, fileOf, withProfile, withRotation } from './judged.ts';

const URLS = emailUrls('https://example.org', { answer: 'T', unsubscribe: 'U' });

export const noon = (day: Day): Instant => `${day}T17:00:00.000Z`;

export function said(file: object, day: Day) {
  const facts = factsOf(file, noon(day));
  const view = viewOfStory({ facts }, noon(day));
  const [next] = forecast(view.applicant, PUBLISHED_WORLD, noon(day), 1);
  const report = planReport(facts, PUBLISHED_WORLD, noon(day));
  return {
    page: planPage(view),
    rotations: facts.rotations.map((each) => rotationPage(view, each)),
    command: planText(facts, report, new Map()),
    email: next && renderEmail(next.email, next.applicant, URLS, PUBLISHED_WORLD, next.at).text,
    rules: facts.rotations.flatMap((each) =>
      hostRules(each, facts, PUBLISHED_WORLD, 'applicant').map(({ state, ids }) => ({
        state,
        ids,
      })),
    ),
  };
}

export const BASE = fileOf('late-starter-not-told');
export const EMPTY = { ...BASE, rotations: [] };
export const ACCEPTED = withProfile(
  withRotation(BASE, {
    host: { name: 'Yale', institutionId: 'yale-international-electives' },
    status: 'collecting',
    dates: { start: '2027-03-15', end: '2027-04-09' },
    since: '2026-11-01',
  }),
  { entry: 'waiver' },
);

/** The list of rotations. */
export function boardOf(page: string): string {
  return page.slice(page.indexOf('class="board"'), page.indexOf('class="whole"'));
}
