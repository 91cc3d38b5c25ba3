/** Every page of an applicant says so if the season has no published dates. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { missingSeason } from '#shared/world/season/season.ts';
import type { PageView } from './page-view.ts';

export function seasonNotice({
  applicant,
  world,
  paths,
}: Pick<PageView, 'applicant' | 'world' | 'paths'>): Html | string {
  const says = missingSeason(world.season(applicant.facts.profile.matchYear));
  return says
    ? html`<div class="banner"><p>${says} <a href="${paths.plan}#season">See the season’s dates</a></p></div>`
    : '';
}
