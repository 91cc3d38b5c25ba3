/** Two or three places side by side: what decides between them. */

import { type Html, html } from '#shared/base/html.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { capital } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { type Line, leadsTo, perWeekWords, tierWords } from '#shared/shortlist/line.ts';
import type { PlaceFact } from '#shared/shortlist/place-facts.ts';
import type { ShortlistList } from '#shared/shortlist/shortlist.ts';
import { phraseAsOf } from '#shared/world/provenance.ts';
import { type Body, banner, bullets, link, section, table, withLinks } from '../../components.ts';
import { answerStatus, applyByWords, costWords, type RowExtras } from './list-section.ts';
import { COMPARE_FIELD } from './read-query.ts';

const COMPARED_MAX = 3;

/** The places ticked in the address, or what to tick instead. */
export function placesCompared(
  { lines, failing }: ShortlistList,
  values: Readonly<Record<string, string>>,
): Result<readonly Line[], string> | undefined {
  const ids = Object.keys(values).flatMap((name) =>
    name.startsWith(COMPARE_FIELD) ? [name.slice(COMPARE_FIELD.length)] : [],
  );
  if (ids.length === 0) return undefined;
  const places = [...lines, ...failing];
  const unknown = ids.find((id) => !places.some((line) => line.id === id));
  if (unknown) return failure(`No place on this list is named “${unknown}”.`);
  return ids.length === 1 || ids.length > COMPARED_MAX
    ? failure(
        `You chose ${ids.length === 1 ? 'one place' : `${ids.length} places`}. Choose two or three to compare.`,
      )
    : success(places.filter(({ id }) => ids.includes(id)));
}

export function compareSection(
  compared: Result<readonly Line[], string> | undefined,
  { keep, reported }: RowExtras,
): Html | '' {
  if (!compared) return '';
  if (!compared.ok) return html`<div id="compare">${banner('problem', compared.failure)}</div>`;
  const lines = compared.value;
  const row = (title: string, cell: (line: Line) => Body | undefined): Body[] => [
    title,
    ...lines.map((line) => cell(line) ?? 'Not known'),
  ];
  const factRow = (title: string, ...ids: readonly PlaceFact['id'][]) =>
    row(title, ({ facts }) => bullets(facts.filter(({ id }) => ids.includes(id)).map(agedWords)));
  return section(
    'compare',
    'Side by side',
    html`<div class="compare">${table(
      '',
      ['What decides', ...lines.map(({ name }) => name)],
      [
        row('Can you apply?', ({ canApply, why }) => html`${answerStatus(canApply)} ${why}`),
        row('What it brings', leadsTo),
        factRow('Fit', 'ir-open', 'integrated-ir', 'esir', 'region', 'img'),
        row('Tier', ({ stay }) => stay && capital(tierWords(stay))),
        row('Cost', ({ stay }) => stay && `${costWords(stay)}. ${capital(perWeekWords(stay))}.`),
        row('Time', ({ stay }) => stay && timeWords(stay)),
        row('Visa', ({ gates }) =>
          bullets(gates.flatMap(({ rule, text }) => (rule === 'host-visa' ? [text] : []))),
        ),
        factRow('Letters', 'letters'),
        factRow('Teaching', 'teaching'),
        ...(reported
          ? [
              row(
                'Rotators of your school',
                ({ stay }) =>
                  bullets(stay ? reported(stay.rotation) : []) || 'Nothing reported yet',
              ),
            ]
          : []),
        row('Find out first', ({ asks }) => bullets(asks) || 'Nothing'),
        row('Source', ({ gates }) =>
          bullets([...new Set(gates.map(({ source }) => source))].map((each) => withLinks(each))),
        ),
        row(
          'Next',
          ({ path, stay }) =>
            html`${link(path, 'All we know')} ${stay && keep ? keep(stay.rotation) : ''}`,
        ),
      ],
    )}</div>`,
  );
}

function agedWords({ text, asOf, isOld }: PlaceFact): string {
  return asOf ? `${text} (as of ${phraseAsOf(asOf)}${isOld ? ': ask again' : ''})` : text;
}

function timeWords({ rotation: { dates }, applyBy }: NonNullable<Line['stay']>): string {
  if (!dates) return 'Name your months to see days.';
  return [`${phraseDay(dates.start)} to ${phraseDay(dates.end)}`, ...applyByWords(applyBy)].join(
    '; ',
  );
}
