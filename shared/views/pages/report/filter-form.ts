/** The filters as a form. It needs no script, and the resulting address can be bookmarked. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import {
  FILTER_NAMES,
  type FilterName,
  type ReportQuery,
  SORTS,
  takesSeveral,
  valuesOf,
} from '#shared/cohort/report/filters.ts';
import { type Report, SORT_WORDS } from '#shared/cohort/report/report.ts';
import { FILTER_CHOICES, FILTER_WORDS } from './filter-words.ts';

/** Most used first. */
const CHOSEN: readonly FilterName[] = [
  'risk',
  'code',
  'case',
  'due',
  'step',
  'waiting',
  'starts',
  'img',
  'pathway',
  'entry',
  'reached',
  'lost',
];
const TYPED: readonly FilterName[] = ['site', 'writer', 'advisor', 'season'];

export function filterForm({ cohort, query }: Report): Html {
  return html`<details class="form screen"><summary>Filter and sort</summary>
<form method="get" action="${cohortPath(cohort.id)}#people">
<div class="fields">
${CHOSEN.map((name) => choice(name, query))}
${TYPED.map((name) => typed(name, query))}
<div class="field"><label for="filter-sort">Order</label><select id="filter-sort" name="sort">
${SORTS.map((sort) => option(sort, SORT_WORDS[sort], query.sort))}</select></div>
</div>
${CARRIED.map((name) => carried(name, query))}
<button>Show</button>
</form></details>`;
}

/** Set by a chart's bar; the form keeps them. */
const CARRIED = FILTER_NAMES.filter((name) => ![...CHOSEN, ...TYPED].includes(name));

function carried(name: FilterName, { filters }: ReportQuery): Html | string {
  const value = filters[name];
  return value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`;
}

/** A list to choose one of, or boxes where several values may be chosen. */
function choice(name: FilterName, { filters }: ReportQuery): Html {
  const id = `filter-${name}`;
  const chosen = valuesOf(name, filters);
  if (takesSeveral(name)) {
    return html`<fieldset class="field"><legend>${FILTER_WORDS[name]}</legend>${(
      FILTER_CHOICES[name] ?? []
    ).map(
      ({ value, label }) =>
        html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) ? html` checked` : ''}> ${label}</label>
`,
    )}</fieldset>
`;
  }
  return html`<div class="field"><label for="${id}">${FILTER_WORDS[name]}</label><select id="${id}" name="${name}">
${option('', 'all', filters[name] ?? '')}
${(FILTER_CHOICES[name] ?? []).map(({ value, label }) => option(value, label, filters[name] ?? ''))}</select></div>
`;
}

function typed(name: FilterName, { filters }: ReportQuery): Html {
  const values = valuesOf(name, filters);
  const shown = [...(values.length > 0 ? values : ['']), ''];
  return html`<fieldset class="field"><legend>${FILTER_WORDS[name]} <span class="optional">(as written in the list)</span></legend>
${shown.map((value, n) => {
  const label = `${FILTER_WORDS[name]}${n > 0 ? ', or another' : ''}`;
  return html`<input name="${name}" type="text" maxlength="120" value="${value}" aria-label="${label}"${n > 0 ? html` placeholder="or"` : ''}>
`;
})}</fieldset>
`;
}

function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`;
}
