/** The applicant's letters: the letter plan, letters from outside the rotations, and the packet for writers. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { OWN_LETTERS_MAX } from '#shared/base/limits.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { ENTERED_ITEMS, type EnteredItem, PACKET_TITLES } from '#shared/plan/facts/packet.ts';
import { lettersOf } from '#shared/plan/letters/placed.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { eventForm, fieldsOf } from '../../forms/event-form.ts';
import { foldedForm, problemSummary } from '../../forms/form.ts';
import { letterForms } from '../../forms/rotation-forms.ts';
import { page } from '../layout.ts';
import { navigationOf, type PageView, receipt, tiesOf, undoForm } from '../person-page.ts';
import { letterLine, letterPlanWords } from './letter-lines.ts';

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
    foldedForm(form, tiesOf(view, action), form.key === opened, problem);
  const recorded = receipt(view, action);
  const letters = lettersOf(facts);
  return page(
    problem ? 'Nothing was changed' : 'Your letters',
    html`<h1>Your letters of recommendation (LoR)</h1>
${problemSummary(problem, forms)}
${recorded}
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
${recorded === '' ? undoForm(view, action) : ''}
`,
    navigationOf(view, 'Letters'),
  );
}

/** In the order of a letter's steps. */
function ownLetterForms({ letters = [] }: Facts): Form[] {
  const types = new Set(letters.flatMap(({ status }) => stepsAfter(status)));
  return [...types].flatMap((type) => letterForms(letters, type));
}

/** Undefined once there are as many as a program accepts. */
function askOwnForm({ letters = [] }: Facts): Form | undefined {
  if (letters.length >= OWN_LETTERS_MAX) return undefined;
  return eventForm('letter-asked', {
    title: 'I asked someone outside my rotations',
    values: { 'writer.specialty': 'research' },
  });
}

function packetForms({ packet = {} }: Facts): Form[] {
  return ENTERED_ITEMS.map((item) => ({
    key: `packet-entered.${item}`,
    type: 'packet-entered',
    title: `${PACKET_TITLES[item]}${packet[item] ? '' : ' (nothing yet)'}`,
    text: HINTS[item],
    fields: fieldsOf(
      'packet-entered',
      { url: { hint: 'A link that anyone can open, starting with https://.' } },
      ['item'],
    ),
    hidden: { item },
    values: { text: packet[item]?.text ?? '', url: packet[item]?.url ?? '' },
    button: 'Save',
  }));
}

const HINTS: Readonly<Record<EnteredItem, string>> = {
  cv: 'Paste the main points, or add a link. Leave both fields empty to remove it.',
  'personal-statement': 'An early draft is fine. Leave both fields empty to remove it.',
  'img-note':
    'What this writer should know: that you are an IMG, your graduation year, your visa, dates you cannot move. Leave both fields empty to remove it.',
};
