/** The dates of the season and of documents, and the reader's own calendar. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { type Paper, papersAt } from '#shared/agenda/papers-at.ts';
import { type Html, html } from '#shared/base/html.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay, phraseDistance, phraseInstant } from '#shared/base/time/phrase.ts';
import type { FeedAct } from '#shared/people/mailing/entry.ts';
import { lastValidDay, latestOf, validityAt } from '#shared/plan/documents/judge.ts';
import type { HeldDocument } from '#shared/plan/facts/document.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import { certaintyWords } from '#shared/world/provenance.ts';
import { SEASON_EVENTS } from '#shared/world/season/events.ts';
import { instantOfSeasonDate, type SeasonDate, seasonBanner } from '#shared/world/season/season.ts';
import {
  banner,
  bullets,
  button,
  columns,
  firstOf,
  fold,
  link,
  list,
  section,
} from '../components.ts';
import { type PageView, personPage } from './person-page.ts';
import { type Pin, seasonLanes } from './plan/season-lanes.ts';
import { phraseDates } from './rotation-words.ts';
import { paperStatus, sourceWords, status } from './status.ts';

export function calendarPage(view: PageView): string {
  const dates = html`${ownDates(view)}
${seasonSection(view)}`;
  const beside = html`${feedSection(view)}
${documentsSection(view)}`;
  const body = columns(dates, beside, true);
  return personPage(view, { title: 'Your calendar', here: 'Calendar', body });
}

function feedSection({ feedUrl, hasFullTitles, paths }: PageView): Html {
  return section(
    'feed',
    'In your own calendar',
    feedUrl ? feedOn(feedUrl, paths.calendar, hasFullTitles) : feedOff(paths.calendar),
  );
}

function feedOff(action: string): Html {
  return html`<p>Your calendar app can show the dates of this plan and keep them up to date. It uses a secret address.
Anyone who has the address can see your dates, but nothing else.</p>
${press(action, 'renew', 'Create a calendar address')}`;
}

function feedOn(feedUrl: string, action: string, hasFullTitles = false): Html {
  return html`<p>In your calendar app, choose “Subscribe by URL” or “From the internet” and paste this address.
It shows deadlines, season dates, and rotations, and marks estimates.</p>
<p><label for="feed">Secret calendar address</label><input id="feed" type="text" readonly value="${feedUrl}"></p>
<p class="line"><a class="button" href="${feedUrl.replace(/^https?:/, 'webcal:')}">Subscribe in my calendar</a>${link(feedUrl, 'Open the calendar file')}</p>
${fold(
  'Titles, a new address, or turning it off',
  html`${titles(action, hasFullTitles)}
<p class="quiet">Anyone who has the address can see your dates. If someone else gets it, create a new one. The old one stops working at once.</p>
${press(action, 'renew', 'Create a new address')}
<p class="quiet">Or remove these dates from every calendar:</p>
${press(action, 'stop', 'Turn off the calendar')}`,
)}`;
}

function titles(action: string, isFull: boolean): Html {
  return isFull
    ? html`<p>The calendar shows full titles, including visa and health steps.</p>
${press(action, 'discreet', 'Show short titles')}`
    : html`<p>Visa and health steps appear as “one step for your rotation”, because others may see your calendar.</p>
${press(action, 'full', 'Show full titles')}`;
}

function press(action: string, act: FeedAct, label: string): Html {
  return button({ action, label, hidden: { act }, isPlain: act !== 'renew' });
}

const NEEDED: Readonly<Record<Pin['what'], string>> = {
  visa: 'visa or ESTA',
  papers: 'papers',
  letter: 'letter',
};

interface Line {
  readonly day: Day;
  readonly until: Day;
  readonly what: Html;
  readonly isLate: boolean;
  readonly isEstimated?: boolean;
}

/** The days of the plan's own rotations and of what each still needs, the next one first. Empty where no day is ahead. */
export function ownDates({ applicant: { facts }, world, now, paths }: PageView): Html | '' {
  const { lanes, today } = seasonLanes(facts, world, now);
  const lines = lanes.flatMap(({ rotationId, name, dates, pins }): Line[] => {
    const own = html`<a href="${paths.rotation(rotationId)}">${name}</a>`;
    const needs = pins.map((pin) => {
      const { what, day } = pin;
      return { ...pin, until: day, what: html`${own}: ${NEEDED[what]}` };
    });
    const { start, end } = dates ?? {};
    return start && end ? [...needs, { day: start, until: end, what: own, isLate: false }] : needs;
  });
  const ahead = lines
    .filter(({ until, isLate }) => isLate || until >= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (ahead.length === 0) return '';
  const shown = ahead.map((line) => ownLine(line, today));
  return section('dates', 'Your dates', firstOf(shown, { phone: 4, desk: 12 }));
}

function ownLine({ day, until, what, isLate, isEstimated = false }: Line, today: Day): Html {
  const days = day === until ? phraseDay(day) : phraseDates({ start: day, end: until });
  const when = `${days}, ${phraseDistance(today, day)}${isEstimated ? ' (estimated)' : ''}`;
  return html`${what}<br>${isLate ? status('late', when) : html`<span class="hint">${when}</span>`}`;
}

function seasonSection(view: PageView): Html {
  const { applicant, world, now } = view;
  const { matchYear, zone } = applicant.facts.profile;
  const season = world.season(matchYear);
  const notice = seasonBanner(season);
  const today = dayIn(zone, now);
  const dates = Object.values(season.dates).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const dated = (date: SeasonDate) =>
    html`${label(date)}<br><span class="hint">${when(date, zone)}, ${phraseDistance(today, date.day)} (${certaintyWords(date.certainty, 'applicant')})</span>`;
  const past = dates.filter(({ day }) => day < today);
  const coming = dates.filter(({ day }) => day >= today);
  return section(
    'season',
    `The ${matchYear} season`,
    html`${notice ? banner('banner', notice) : ''}
<p class="quiet">You apply in ${matchYear - 1} through ERAS, the residency application service, and match in March ${matchYear}.</p>
${coming.length > 0 ? firstOf(coming.map(dated), { phone: 4, desk: 20 }) : html`<p>Every date of this season has passed.</p>`}
${past.length > 0 ? fold(`Past dates (${past.length})`, list(past.map(dated))) : ''}
${fold('Where these dates come from', bullets(dates.map((date) => html`${label(date)}: ${sourceWords(date)}`)), 'source')}`,
  );
}

function when(date: SeasonDate, zone: string): string {
  return date.timeEt ? phraseInstant(instantOfSeasonDate(date), zone) : phraseDay(date.day);
}

function label({ event }: SeasonDate): string {
  return capital(SEASON_EVENTS[event].label);
}

type Use = Paper & { readonly rotation: Rotation };

interface Row {
  readonly kind: DocumentKind;
  readonly validUntil: Day;
  /** Where the applicant keeps it; we store no documents. */
  readonly keptAt?: string;
  readonly uses: readonly Use[];
}

export function documentsSection(view: PageView): Html | string {
  const { facts } = view.applicant;
  const at = agendaAt(facts, view.world, view.now);
  const uses = facts.rotations.flatMap((rotation) =>
    papersAt(rotation, at).map((paper): Use => ({ ...paper, rotation })),
  );
  const rows = rowsOf(facts.documents, uses);
  const counts = [...Map.groupBy(uses, ({ rotation }) => rotation)].map(([rotation, of]) =>
    countOf(rotation, of, view),
  );
  if (rows.length + counts.length === 0) return '';
  return section(
    'documents',
    'Documents',
    html`${list(counts)}
${expiries(rows, view)}`,
  );
}

function countOf(rotation: Rotation, of: readonly Use[], { paths }: PageView): Html {
  const done = of.filter(({ standing }) => standing.word === 'cleared').length;
  return html`<a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a>: ${done} of ${of.length} done`;
}

function expiries(rows: readonly Row[], view: PageView): Html | '' {
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({
      kind,
      validUntil,
      keptAt,
      uses,
    }) => html`<strong>${DOCUMENT_FACTS[kind].label}</strong>, valid until ${phraseDay(validUntil)}
${keptAt ? html`<br><span class="quiet">${keptAt}</span>` : ''}
${uses.length > 0 ? uses.map((use) => useOf(use, view)) : html`<br><span class="quiet">no rotation yet</span>`}`,
  );
  return html`<p class="quiet">Each must be valid through the last day of a rotation. The first to expire comes first.</p>
${list(lines)}`;
}

function useOf(use: Use, { applicant, now, paths }: PageView): Html {
  const today = dayIn(applicant.facts.profile.zone, now);
  const { rotation } = use;
  return html`<div>${paperStatus(use, today)}, <a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a></div>`;
}

/** Documents with a known last valid day, the earliest first. */
function rowsOf(documents: readonly HeldDocument[], uses: readonly Use[]): Row[] {
  const kinds = new Set([
    ...documents.map(({ kind }) => kind),
    ...uses.map(({ standing }) => standing.kind),
  ]);
  return [...kinds]
    .flatMap((kind): Row[] => {
      const ofKind = uses.filter(({ standing }) => standing.kind === kind);
      const held = latestOf(documents, kind);
      const byDefault = held && lastValidDay(held, validityAt(kind, undefined));
      const [first] = [
        ...ofKind.flatMap(({ standing }) => standing.validUntil ?? []),
        ...(byDefault ? [byDefault] : []),
      ].toSorted();
      const keptAt = held?.keptAt;
      return first ? [{ kind, validUntil: first, ...(keptAt && { keptAt }), uses: ofKind }] : [];
    })
    .toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
}
