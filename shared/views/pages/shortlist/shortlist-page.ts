/** `/shortlist`: the questions and, once answered, two lists, whole plans, and what-ifs. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { GUIDE_PATH, PROGRAMS_PATH, START_PATH } from '#shared/base/links/urls.ts';
import type { Result } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Field, Problem } from '#shared/exchange/fields/field.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { ShortlistAnswer } from '#shared/shortlist/answer.ts';
import type { WhatIf } from '#shared/shortlist/outcome.ts';
import { banner, bullets, fold, input, section } from '../../components.ts';
import { fieldMarkup, problemSummary } from '../../forms/form.ts';
import { page } from '../layout.ts';
import { figuresOf } from '../programs/figures.ts';
import { listSection, researchSection } from './list-section.ts';
import { planSections, whatIfTable } from './plan-sections.ts';
import { FIRST_ASKED, fieldGroups } from './query-fields.ts';
import { PAGE_FIELDS, SHORTLIST_FORM } from './read-query.ts';

interface ShortlistView {
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
  /** What the reader's own score is beside published figures, where one was just typed. */
  readonly compared?: Result<readonly string[], string>;
  /** A form that adds a rotation to the reader's plan; absent without a link to one. */
  keep?(rotation: Rotation): Html;
}

export function shortlistPage(view: ShortlistView): string {
  const { problem, result, path, values } = view;
  const groups = fieldGroups(view.today);
  const form = { key: SHORTLIST_FORM, fields: groups.flatMap(({ fields }) => fields) };
  const asks = html`<form method="get" action="${path}" id="form-${SHORTLIST_FORM}">
${groups.map(({ title, isOpen, fields }) => {
  const inside = fields.map((field) => fieldMarkup(form, field, values[field.name] ?? '', problem));
  return isOpen || problem
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
  return html`<section aria-labelledby="own"><h2 id="own">If one thing changes in your plan</h2>
<p>Your plan does not change. Costs are those you entered.</p>
${own.map((each) => html`<details><summary>${each.title}</summary>${whatIfTable('own', each)}</details>`)}</section>`;
}

function answer(
  view: ShortlistView,
  { list, proposals }: NonNullable<ShortlistView['result']>,
): Html {
  return html`${listSection({
    id: 'rotations',
    title: 'Where to rotate',
    list: list.rotations,
    page: view.pages.rotations,
    href: (page) => pageHref(view, 'rotations', page),
    keep: view.keep,
  })}
${
  list.moves.length > 0
    ? html`<section aria-labelledby="moves"><h2 id="moves">What one answer would change</h2><ul>${list.moves.map((move) => html`<li>${move}</li>`)}</ul></section>`
    : ''
}
${researchSection(list.research)}
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
${fold('What this order is', bullets(list.notes))}`;
}

/** A score is sent by POST, so that no address, history, or log holds it. */
function figuresSection({ path, values, compared }: ShortlistView): Html {
  const score = input({
    id: 'score',
    name: 'score',
    label: 'Your Step 2 CK score',
    hint: 'Compared on this page only. It is stored nowhere, and no list changes.',
    max: 10,
    error: compared?.ok === false ? compared.failure : undefined,
  });
  return section(
    'figures',
    'The whole country, and you',
    html`${figuresOf('integrated-ir')}${figuresOf('dr')}
${compared?.ok ? banner('done', html`<p>Your score beside published figures. Nothing was stored.</p>${bullets(compared.value)}`) : ''}
<form method="post" action="${path}?${new URLSearchParams(values)}#figures">${score}<button>Compare</button></form>`,
  );
}

function pageHref({ path, values }: ShortlistView, id: keyof typeof PAGE_FIELDS, page: number) {
  const query = new URLSearchParams({ ...values, [PAGE_FIELDS[id]]: String(page) });
  return `${path}?${query}#${id}`;
}
