/** The applicant's letters: the letter plan, letters from outside the rotations, and the packet for writers. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import { foldedForm, problemSummary } from '../../forms/form.ts';
import { askOwnForm, ownLetterForms, packetForms } from '../../forms/letter-forms.ts';
import { page } from '../layout.ts';
import { type PageView, tiesOf } from '../page-view.ts';
import { letterPlanWords } from '../plan/letter-plan-words.ts';
import { receipt, undoForm } from '../receipt.ts';
import { letterLine } from './letter-line.ts';

/**
 * @param wanted the form the link asked for: shown open
 * @param problem the form that was refused, if any
 */
export function ownLettersPage(view: PageView, wanted?: string, problem?: Problem): string {
  const { facts } = view.applicant;
  const action = view.paths.rotation(OWN_LETTERS);
  const own = ownLetterForms(facts);
  const ask = askOwnForm(facts);
  const packet = packetForms(facts);
  const forms = [...own, ...(ask ? [ask] : []), ...packet];
  const opened = problem?.form ?? wanted;
  const folded = (form: Form): Html =>
    foldedForm(
      form,
      tiesOf(view, action),
      form.key === opened,
      problem?.form === form.key ? problem : undefined,
    );
  const told = receipt(view, action);
  const letters = lettersOf(facts);
  return page(
    problem ? 'Nothing was changed' : 'Your letters',
    html`<p><a class="target" href="${view.paths.plan}">Back to your plan</a></p>
<h1>Your letters of recommendation (LoR)</h1>
${
  problem
    ? problemSummary(
        problem,
        forms.find(({ key }) => key === problem.form),
      )
    : ''
}
${told}
<section aria-labelledby="plan"><h2 id="plan">The letter plan</h2>${letterPlanWords(view)}
${letters.length > 0 ? html`<ul class="list">${letters.map((placed) => html`<li>${letterLine(view, placed)}</li>`)}</ul>` : ''}</section>
<section aria-labelledby="own"><h2 id="own">From outside your rotations</h2>
<p>For example, from a research mentor or a former chief. Letters from a rotation are on that rotation’s page.</p>
${(facts.letters ?? []).map(
  (letter) =>
    html`<h3>${letter.writer.name}</h3>${own.filter(({ hidden }) => hidden.letterId === letter.id).map(folded)}`,
)}
${ask ? folded(ask) : ''}</section>
<section aria-labelledby="packet"><h2 id="packet">What your writers receive</h2>
<p>They open it with their own link and can print it. The case list comes from each rotation’s log. It holds nothing about patients and never the letter itself.</p>
${packet.map(folded)}
${letters.map(
  ({ letter }) =>
    html`<p><a class="target" href="${view.paths.packet(letter.id)}">See what ${letter.writer.name} sees</a></p>`,
)}</section>
${told === '' ? undoForm(view, action) : ''}
`,
  );
}
