/** `/advisors/facts`: proposals that wait for a second advisor, and the form to propose one. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { FACTS_PATH, factDropPath, factReviewPath } from '#shared/base/links/advisor-paths.ts';
import { hostPath, programPath } from '#shared/base/links/urls.ts';
import type { Field, Problem } from '#shared/exchange/fields/field.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import {
  type EnteredFact,
  FACT_NAMES,
  FACT_QUESTIONS,
  isOfProgram,
} from '#shared/world/corrections/entered/fact.ts';
import { isWaiting } from '#shared/world/corrections/entered/judge-fact.ts';
import { isSeenBy } from '#shared/world/corrections/unconfirmed.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import { fieldMarkup, problemSummary } from '../../forms/form.ts';
import { advisorPage } from './frame.ts';

export const FACT_FORM = 'fact';

interface FactsView {
  readonly facts: readonly EnteredFact[];
  /** What the form's fields hold. */
  readonly values: Readonly<Record<string, string>>;
  readonly formId: string;
  readonly problem?: Problem;
}

export function factsPage(advisor: Advisor, view: FactsView): string {
  const { facts, problem } = view;
  const waiting = facts.filter(isWaiting);
  const taken = facts.filter((fact) => !isWaiting(fact));
  const mayChange = advisor.role !== 'auditor';
  return advisorPage(
    'Facts about programs',
    advisor,
    [{ label: 'Facts', path: FACTS_PATH }],
    html`<h1>Facts about programs</h1>
<p>A fact from one advisor counts once a second advisor has checked the source. If the two share a cohort, it counts for their own cohorts;
if not, it counts for everyone. An operator of this service can also confirm it for everyone.</p>
${problemSummary(problem, [{ key: FACT_FORM, fields: FIELDS }])}
<section aria-labelledby="waiting"><h2 id="waiting">Waiting for a second advisor (${waiting.length})</h2>
${
  waiting.length === 0
    ? html`<p>Nothing is waiting.</p>`
    : html`<ul class="list">${waiting.map(
        (fact) => html`<li>${factMarkup(fact)}${mayChange ? buttons(fact, advisor) : ''}</li>
`,
      )}</ul>`
}</section>
${mayChange ? proposing(view) : ''}
<section aria-labelledby="taken"><h2 id="taken">Accepted (${taken.length})</h2>
<ul class="list">${taken.map(
      (fact) => html`<li>${factMarkup(fact)}${takenMarkup(fact, advisor, mayChange)}</li>
`,
    )}</ul></section>`,
  );
}

function factMarkup({ statement }: EnteredFact): Html {
  const { subject, name, answer, count, source, checkedOn, certainty } = statement;
  const path = isOfProgram(name) ? programPath(subject) : hostPath(subject);
  return html`<a class="target" href="${path}">${subject}</a>: ${FACT_QUESTIONS[name]} <strong>${
    count ? `${count.img} of ${count.residents} (${count.year})` : answer
  }</strong><br><span class="hint">${certaintyWords(certainty, 'advisor')}: ${phraseSource({ source, checkedOn })}</span>`;
}

/** Accepted by a colleague, it still waits for an advisor who shares no cohort with its author. */
function takenMarkup(fact: EnteredFact, advisor: Advisor, mayChange: boolean): Html | '' {
  const { id, unconfirmed, proposedBy } = fact;
  if (!unconfirmed) return '';
  const isColleague =
    proposedBy === advisor.id || advisor.cohortIds.some((each) => isSeenBy(fact, each));
  return html`<p class="hint">Entered by ${unconfirmed.by}, not yet confirmed: it counts for their own cohorts only.</p>${
    mayChange && !isColleague ? takeInForm(id) : ''
  }`;
}

function takeInForm(id: string): Html {
  return html`<form method="post" action="${factReviewPath(id)}"><button>I checked the source: accept it</button></form>`;
}

function buttons({ id, proposedBy }: EnteredFact, advisor: Advisor): Html {
  return html`${
    proposedBy === advisor.id
      ? html`<p class="hint">You proposed this. Another advisor has to check it.</p>`
      : takeInForm(id)
  }<form method="post" action="${factDropPath(id)}"><button class="plain">Remove the proposal</button></form>`;
}

function proposing({ values, formId, problem }: FactsView): Html {
  const form = { key: FACT_FORM, fields: FIELDS };
  return html`<section aria-labelledby="propose"><h2 id="propose">Propose a fact</h2>
<form method="post" action="${FACTS_PATH}" novalidate><input type="hidden" name="id" value="${formId}">
${FIELDS.map((field) => fieldMarkup(form, field, values[field.name] ?? '', problem))}
<button>Propose this fact</button></form></section>`;
}

const FIELDS: readonly Field[] = [
  {
    name: 'subject',
    label: 'Host or program',
    kind: 'line',
    required: true,
    hint: 'The last part of its page’s address in the directory, such as yale or 4160800001.',
  },
  {
    name: 'name',
    label: 'Which question',
    kind: 'choice',
    required: true,
    choices: FACT_NAMES.map((name) => ({ value: name, label: FACT_QUESTIONS[name] })),
  },
  {
    name: 'answer',
    label: 'Answer',
    kind: 'choice',
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
    hint: 'For IMG residents, leave this empty and enter the counts below.',
    none: 'Counted below',
  },
  {
    name: 'count.img',
    label: 'Residents who graduated outside the US',
    kind: 'number',
    least: 0,
    most: 500,
  },
  { name: 'count.residents', label: 'All residents', kind: 'number', least: 1, most: 500 },
  { name: 'count.year', label: 'Year', kind: 'number', least: 2000, most: 2100 },
  {
    name: 'source',
    label: 'Source',
    kind: 'line',
    required: true,
    hint: 'The page’s address, or who said it and how. Do not enter private contact details.',
  },
  { name: 'checkedOn', label: 'The day you read or heard it', kind: 'day', required: true },
  {
    name: 'certainty',
    label: 'Who said it?',
    kind: 'choice',
    required: true,
    choices: [
      { value: 'official', label: 'The program or host itself' },
      { value: 'secondary', label: 'Someone else' },
    ],
  },
];
