/** `/programs`: the search and a page of results. */
import { type Html, html } from '#shared/base/html.ts';
import { hostPath, PROGRAMS_PATH, programPath, SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Field, Problem } from '#shared/exchange/fields/field.ts';
import { esirOf, hintsFor } from '#shared/world/programs/decided.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { DIVISIONS, STATES } from '#shared/world/programs/regions.ts';
import type { DirectoryRow, SearchResult } from '#shared/world/search.ts';
import { fold, link, list, section } from '../../components.ts';
import { MODE_WORDS, ROUTE_WORDS } from '../../forms/choices.ts';
import { fieldMarkup, problemSummary } from '../../forms/form.ts';
import { page, pagesNav } from '../layout.ts';
import { monthName } from '../shortlist/query-fields.ts';

const SEARCH_FORM = 'search';
const ANY = 'Any';
const UNKNOWN_SHOWN_MAX = 5;

interface DirectoryView {
  readonly values: Readonly<Record<string, string>>;
  /** Names in the address that are not filters, shown because the reader expected fewer results. */
  readonly unknown: readonly string[];
  readonly result?: SearchResult;
  readonly problem?: Problem;
}

export function directoryPage({ values, unknown, result, problem }: DirectoryView): string {
  const form = { key: SEARCH_FORM, fields: FIELDS };
  const [text, ...more] = FIELDS.map((field) =>
    fieldMarkup(form, field, values[field.name] ?? '', problem),
  );
  const isNarrowed = FIELDS.slice(1).some(({ name }) => values[name]);
  return page(
    'Programs and hosts',
    html`<h1>Programs and hosts</h1>
<p>Integrated IR and DR residencies on the AAMC’s list, and hosts whose rules for visiting students are known. A search finds only what a source states.</p>
${problemSummary(problem, [form])}
<section aria-label="Search"><form method="get" action="${PROGRAMS_PATH}" id="form-${SEARCH_FORM}">
${text}
${fold('More filters', more, 'form', isNarrowed || !!problem)}
<button>Search</button></form></section>
${unknown.length > 0 ? html`<p>Ignored, because this search has no such filter: ${unknown.slice(0, UNKNOWN_SHOWN_MAX).join(', ')}.</p>` : ''}
${result ? found(result, values) : ''}
<p>${link(SHORTLIST_PATH, 'Rank them by what matters to you')}</p>`,
  );
}

function found(
  { rows, total, page: at, pages, unknown }: SearchResult,
  values: DirectoryView['values'],
): Html {
  const href = (page: number) =>
    `${PROGRAMS_PATH}?${new URLSearchParams({ ...values, page: String(page) })}`;
  return section(
    'found',
    `${total} found`,
    html`${unknown > 0 ? html`<p>${unknown} more may match, but some facts about them are unknown. Use fewer filters to see them.</p>` : ''}
${total === 0 && unknown === 0 ? html`<p>No match. Remove a filter, or enter less of the name.</p>` : ''}
${list(rows.map(rowMarkup))}
${pagesNav({ page: at, pages }, href)}`,
  );
}

function rowMarkup({ program, host }: DirectoryRow): Html {
  if (!program) return host ? entry(hostPath(host.id), host.name, offeringWords(host)) : html``;
  const { name, city, state, kind } = program;
  const esir = esirOf(program);
  const isHinted = hintsFor(program, 'esir').length > 0;
  return entry(programPath(program.code), name, [
    `${city}, ${state}`,
    kind === 'integrated-ir' ? 'integrated IR' : 'DR',
    ...(esir ? [`ESIR: ${esir.offered}`] : isHinted ? ['ESIR: a hint only'] : []),
    ...acceptsWords(host?.acceptsInternational),
  ]);
}

function entry(path: string, name: string, words: readonly string[]): Html {
  return html`${link(path, name)}<br><span class="hint">${words.join(' · ')}</span>`;
}

function offeringWords({ program, modes = [], acceptsInternational }: Institution): string[] {
  return [program, ...modes, ...acceptsWords(acceptsInternational)];
}

const ACCEPTS = {
  yes: 'accepts international students',
  'partner-schools': 'accepts students from partner schools only',
  no: 'accepts no international students',
} as const;

function acceptsWords(accepts: keyof typeof ACCEPTS | undefined): string[] {
  return accepts ? [ACCEPTS[accepts]] : [];
}

const FIELDS: readonly Field[] = [
  { name: 'text', label: 'Name, city, or ACGME code', kind: 'line' },
  choice('place', 'Where', [
    ...Object.entries(DIVISIONS).map(([value, { label }]) => [value, label] as const),
    ...STATES.map((state) => [state, state] as const),
  ]),
  choice('kind', 'Type', [
    ['integrated-ir', 'Integrated IR residency'],
    ['dr', 'DR residency'],
    ['host', 'Host without a residency on the list'],
  ]),
  choice('esir', 'ESIR', [
    ['yes', 'Offered'],
    ['no', 'Not offered'],
  ]),
  choice('visa', 'Visa for residents', [
    ['j1', 'J-1 sponsored'],
    ['h1b', 'H-1B sponsored'],
  ]),
  choice('international', 'International students', [
    ['yes', 'Accepted'],
    ['partner-schools', 'From partner schools only'],
    ['no', 'Not accepted'],
  ]),
  choice('route', 'How to apply', Object.entries(ROUTE_WORDS)),
  choice('mode', 'Your role there', Object.entries(MODE_WORDS)),
  choice(
    'month',
    'Open to international students in',
    Array.from({ length: 12 }, (_, index) => [
      String(index + 1),
      monthName(`x-${index + 1}`).replace(' x', ''),
    ]),
  ),
];

function choice(name: string, label: string, of: readonly (readonly [string, string])[]): Field {
  const choices = of.map(([value, words]) => ({ value, label: capital(words) }));
  return { name, label, kind: 'choice', choices, none: ANY };
}
