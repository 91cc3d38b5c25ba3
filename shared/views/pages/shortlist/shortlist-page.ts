/** `/shortlist`: the questions and, once answered, two lists, whole plans, and what-ifs. */
import { type Html, html } from '#shared/base/html.ts';
import { GUIDE_PATH, PROGRAMS_PATH, START_PATH } from '#shared/base/links/urls.ts';
import type { Result } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Field, Problem } from '#shared/exchange/fields/field.ts';
import type { Line } from '#shared/shortlist/line.ts';
import type { WhatIf } from '#shared/shortlist/outcome.ts';
import { ENGLISH_TESTS, type OfScores } from '#shared/shortlist/own-score.ts';
import type { ShortlistAnswer } from '#shared/shortlist/propose.ts';
import { GRADUATE_NOTE } from '#shared/shortlist/shortlist.ts';
import { banner, bullets, fold, input, section } from '../../components.ts';
import { fieldMarkup, problemSummary } from '../../forms/form.ts';
import { page } from '../layout.ts';
import { figuresOf } from '../programs/entry-page.ts';
import { compareSection } from './compare-section.ts';
import { listSection, type RowExtras, researchSection } from './list-section.ts';
import { planSections, whatIfTable } from './plan-sections.ts';
import { FIRST_ASKED, fieldGroups } from './query-fields.ts';
import { PAGE_FIELDS, SHORTLIST_FORM } from './read-query.ts';

interface ShortlistView extends RowExtras {
  readonly today: Day;
  /** This page's own path, which the form requests. */
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problem?: Problem;
  readonly result?: ShortlistAnswer;
  /** Which page of each list, from 1. */
  readonly pages: { readonly rotations: number; readonly applications: number };
  /** What-ifs for the reader's own plan; absent without a link to one. */
  readonly own?: readonly WhatIf[];
  /** What the reader's own scores are beside published figures, where some were just typed. */
  readonly compared?: Result<readonly string[], OfScores>;
  readonly typed?: OfScores | undefined;
  /** Places side by side, or what to tick instead. */
  readonly places?: Result<readonly Line[], string> | undefined;
}

export function shortlistPage(view: ShortlistView): string {
  const { problem, result, path, values } = view;
  const groups = fieldGroups(view.today);
  const form = { key: SHORTLIST_FORM, fields: groups.flatMap(([, fields]) => fields) };
  const asks = html`<form method="get" action="${path}" id="form-${SHORTLIST_FORM}">
${groups.map(([title, fields], index) => {
  const inside = fields.map((field) => fieldMarkup(form, field, values[field.name] ?? '', problem));
  return index === 0 || problem
    ? html`<fieldset><legend>${title}</legend>${inside}</fieldset>`
    : html`<details class="form"><summary>${title}</summary><fieldset><legend class="unseen">${title}</legend>${inside}</fieldset></details>`;
})}
<button>Show my list</button>
</form>`;
  return page(
    problem ? 'We cannot make your list yet' : 'Where to rotate and apply',
    html`<h1>Where to rotate and where to apply</h1>
${
  result
    ? ''
    : html`<p>Four answers are enough. The list says where you can apply, what fits, what it costs, and by when, with its sources and what to ask.
You need no account, and nothing is stored.</p>`
}
${problemSummary(problem, [form])}
${
  result
    ? html`<details class="form"><summary>${answeredWords(view, form.fields)} Change your answers</summary>${asks}</details>`
    : html`<section aria-label="Questions">${asks}</section>`
}
${result ? answer(view, result) : ''}
${view.own && view.own.length > 0 ? ownPlan(view.own) : ''}
<p>${view.keep ? '' : html`<a class="target" href="${START_PATH}">Start my own plan</a> · `}<a class="target" href="${PROGRAMS_PATH}">All programs
and hosts</a> · <a class="target" href="${GUIDE_PATH}">The rules behind this</a></p>`,
  );
}

/** `Match 2028 · Integrated IR residency · Enrolled.`: what the list answers, in one line. */
function answeredWords({ values }: ShortlistView, fields: readonly Field[]): string {
  const given = FIRST_ASKED.flatMap((name) => {
    const value = values[name];
    const choices = fields.find((field) => field.name === name)?.choices;
    return value ? (choices?.find((choice) => choice.value === value)?.label ?? value) : [];
  });
  return `Match ${given.join(' · ')}.`;
}

function ownPlan(own: readonly WhatIf[]): Html {
  return fold(
    'If one thing changes in your plan',
    html`<p>Your plan does not change. Costs are those you entered.</p>
${own.map((each) => fold(each.title, whatIfTable(each)))}`,
  );
}

function answer(
  view: ShortlistView,
  { list, proposals }: NonNullable<ShortlistView['result']>,
): Html {
  const isGraduate = list.notes.includes(GRADUATE_NOTE);
  return html`${compareSection(view.places, view)}${listSection({
    id: 'rotations',
    title: isGraduate ? 'Where a graduate can rotate or observe' : 'Where to rotate',
    note: isGraduate ? GRADUATE_NOTE : undefined,
    list: list.rotations,
    page: view.pages.rotations,
    href: (page) => pageHref(view, 'rotations', page),
    extras: view,
    compare: view,
  })}
${list.moves.length > 0 && section('moves', 'What one answer would change', bullets(list.moves))}
${researchSection(list.research, view)}
${planSections(proposals, view.keep)}
${listSection({
  id: 'applications',
  title: 'Where to apply',
  list: list.applications,
  page: view.pages.applications,
  href: (page) => pageHref(view, 'applications', page),
  isFolded: view.pages.applications === 1,
})}
${figuresSection(view)}
${fold('What this order is', bullets(list.notes.filter((note) => note !== GRADUATE_NOTE)))}`;
}

const SCORES = {
  score: 'Your Step 2 CK score',
  toefl: 'TOEFL iBT score',
  'toefl-speaking': 'TOEFL iBT speaking score',
  ielts: 'IELTS Academic score',
  oet: 'OET score, the lowest of the four parts',
  'oet-writing': 'OET writing score',
  duolingo: 'Duolingo English Test score',
} as const satisfies Required<OfScores>;

/** Scores are sent by POST, so that no address, history, or log holds one. */
function figuresSection({ path, values, compared, typed = {} }: ShortlistView): Html {
  const wrong: OfScores = compared && !compared.ok ? compared.failure : {};
  const score = (name: keyof OfScores) =>
    input({
      id: name,
      name,
      label: SCORES[name],
      isOptional: true,
      max: 10,
      value: compared?.ok ? '' : typed[name],
      error: wrong[name],
    });
  const english = ENGLISH_TESTS.map(score);
  const isOpen = ENGLISH_TESTS.some((test) => typed[test]);
  return section(
    'figures',
    'The whole country, and you',
    html`${figuresOf('integrated-ir')}${figuresOf('dr')}
${compared?.ok ? banner('done', html`<p>Your scores beside what is published. Nothing was stored.</p>${bullets(compared.value)}`) : ''}
${fold(
  'Compare your own scores',
  html`<form method="post" action="${path}?${new URLSearchParams(values)}#figures"><p class="hint">Compared on this page only. Scores are stored nowhere, and no list changes.</p>
${score('score')}${fold('English tests, for hosts that state a minimum', html`${english}`, 'form', isOpen)}<button>Compare</button></form>`,
  undefined,
  compared !== undefined,
)}`,
  );
}

function pageHref({ path, values }: ShortlistView, id: keyof typeof PAGE_FIELDS, page: number) {
  const query = new URLSearchParams({ ...values, [PAGE_FIELDS[id]]: String(page) });
  return `${path}?${query}#${id}`;
}
