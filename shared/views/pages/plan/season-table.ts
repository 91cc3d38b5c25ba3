/** The season: its picture, and its dates with their certainty and sources. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, phraseInstant } from '#shared/base/time/phrase.ts';
import { SEASON_EVENTS } from '#shared/world/season/events.ts';
import { instantOfSeasonDate, type SeasonDate, seasonBanner } from '#shared/world/season/season.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import { banner, bullets, fold, section, table } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { sourceWords } from '../when.ts';

export function seasonTable(view: PageView): Html {
  const { applicant, world, now } = view;
  const { matchYear, zone } = applicant.facts.profile;
  const season = world.season(matchYear);
  const notice = seasonBanner(season);
  const today = dayIn(zone, now);
  const dates = Object.values(season.dates).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const row = (date: SeasonDate) => [
    label(date),
    html`${when(date, zone)}<br><span class="quiet">${phraseDistance(today, date.day)}</span>`,
    certaintyWords(date.certainty, 'applicant'),
  ];
  const dated = (caption: string, of: SeasonDate[]) =>
    table(caption, ['What', 'When', 'Certainty'], of.map(row));
  const past = dates.filter(({ day }) => day < today);
  const coming = dates.filter(({ day }) => day >= today);
  return section(
    'season',
    `The ${matchYear} season`,
    html`${notice ? banner('banner', notice) : ''}
<p class="quiet">You apply in ${matchYear - 1} through ERAS, the residency application service, and match in March ${matchYear}.</p>
${coming.length > 0 ? dated('Upcoming dates', coming) : html`<p>Every date of this season has passed.</p>`}
${fold('Where these dates come from', bullets(dates.map((date) => html`${label(date)}: ${sourceWords(date)}`)), 'source')}
${past.length > 0 ? fold(`Past dates (${past.length})`, dated('Past dates', past)) : ''}`,
  );
}

function when(date: SeasonDate, zone: string): string {
  return date.timeEt ? phraseInstant(instantOfSeasonDate(date), zone) : phraseDay(date.day);
}

function label({ event }: SeasonDate): string {
  return capital(SEASON_EVENTS[event].label);
}
