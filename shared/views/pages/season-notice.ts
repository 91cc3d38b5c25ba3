/** Where a season has no published dates, every page of its people says so. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { missingSeason } from '#shared/world/season/season.ts';
import type { PageView } from './page-view.ts';

/** Nothing where the season has dates of its own. */
export function seasonNotice({
  applicant,
  world,
  paths,
}: Pick<PageView, 'applicant' | 'world' | 'paths'>): Html | string {
  const says = missingSeason(world.season(applicant.facts.profile.matchYear));
  return says
    ? html`<div class="banner"><p>${says} <a href="${paths.plan}#season">The season’s dates</a></p></div>`
    : '';
}
