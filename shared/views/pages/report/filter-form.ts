/** The filters as a form. It needs no script, and the resulting address can be bookmarked. */
import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import {
  FILTER_NAMES,
  type FilterName,
  type ReportQuery,
  SORTS,
  takesSeveral,
  valuesOf,
} from '#shared/cohort/report/filters.ts';
import { type Report, SORT_WORDS } from '#shared/cohort/report/report.ts';
import { fold, hiddenFields, select } from '../../components.ts';
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
  const carried = CARRIED.flatMap((name) => {
    const value = query.filters[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const sorts = SORTS.map((sort) => [sort, SORT_WORDS[sort]] as const);
  return fold(
    'Filter and sort',
    html`<form method="get" action="${cohortPaths(cohort.id).report}#people">
<div class="fields">
${CHOSEN.map((name) => choice(name, query))}
${TYPED.map((name) => typed(name, query))}
${select({ id: 'filter-sort', label: 'Order', name: 'sort', chosen: query.sort }, sorts)}
</div>
${hiddenFields(Object.fromEntries(carried))}
<button>Show</button>
</form>`,
    'form',
  );
}

/** Set by a chart's bar; the form keeps them. */
const CARRIED = FILTER_NAMES.filter((name) => ![...CHOSEN, ...TYPED].includes(name));

/** A list to choose one of, or boxes where several values may be chosen. */
function choice(name: FilterName, { filters }: ReportQuery): Html {
  const label = FILTER_WORDS[name];
  const choices = FILTER_CHOICES[name] ?? [];
  if (takesSeveral(name)) {
    const chosen = valuesOf(name, filters);
    const boxes = choices.map(
      ({ value, label: words }) =>
        html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}> ${words}</label>
`,
    );
    return html`<fieldset class="field"><legend>${label}</legend>${boxes}</fieldset>
`;
  }
  return select({ id: `filter-${name}`, label, name, chosen: filters[name] ?? '' }, [
    ['', 'all'],
    ...choices.map((each) => [each.value, each.label] as const),
  ]);
}

function typed(name: FilterName, { filters }: ReportQuery): Html {
  const values = valuesOf(name, filters);
  const shown = [...(values.length > 0 ? values : ['']), ''];
  return html`<fieldset class="field"><legend>${FILTER_WORDS[name]} <span class="optional">(as written in the list)</span></legend>
${shown.map((value, n) => {
  const label = `${FILTER_WORDS[name]}${n > 0 ? ', or another' : ''}`;
  return html`<input name="${name}" type="text" maxlength="120" value="${value}" aria-label="${label}"${n > 0 && html` placeholder="or"`}>
`;
})}</fieldset>
`;
}
