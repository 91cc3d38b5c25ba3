/** The season: its picture, and its dates with their certainty and sources. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, phraseInstant } from '#shared/base/time/phrase.ts';
import { SEASON_EVENTS } from '#shared/world/season/events.ts';
import { instantOfSeasonDate, type SeasonDate, seasonBanner } from '#shared/world/season/season.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { PageView } from '../person-page.ts';
import { sourceWords } from '../when.ts';

export function seasonTable(view: PageView): Html {
  const { applicant, world, now } = view;
  const { matchYear, zone } = applicant.facts.profile;
  const season = world.season(matchYear);
  const banner = seasonBanner(season);
  const today = dayIn(zone, now);
  const dates = Object.values(season.dates).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const row = (date: SeasonDate) => html`<tr>
<th scope="row">${label(date)}</th>
<td>${when(date, zone)}<br><span class="quiet">${phraseDistance(today, date.day)}</span></td>
<td>${certaintyWords(date.certainty, 'applicant')}</td>
</tr>`;
  const past = dates.filter(({ day }) => day < today);
  const coming = dates.filter(({ day }) => day >= today);
  return html`<section aria-labelledby="season"><h2 id="season">The ${matchYear} season</h2>
${banner ? html`<div class="banner"><p>${banner}</p></div>` : ''}
<p class="quiet">You apply in ${matchYear - 1} through ERAS, the residency application service, and match in March ${matchYear}.</p>
${
  coming.length > 0
    ? table('Upcoming dates', coming.map(row))
    : html`<p>Every date of this season has passed.</p>`
}
<details class="source"><summary>Where these dates come from</summary><ul>${dates.map(
    (date) => html`<li>${label(date)}: ${sourceWords(date)}</li>`,
  )}</ul></details>
${past.length > 0 ? html`<details><summary>Past dates (${past.length})</summary>${table('Past dates', past.map(row))}</details>` : ''}
</section>`;
}

function table(caption: string, rows: readonly Html[]): Html {
  return html`<table><caption>${caption}</caption>
<thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col">Certainty</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function when(date: SeasonDate, zone: string): string {
  return date.timeEt ? phraseInstant(instantOfSeasonDate(date), zone) : phraseDay(date.day);
}

function label({ event }: SeasonDate): string {
  return capital(SEASON_EVENTS[event].label);
}
