/** The applicant's letters: the letter plan, letters from outside the rotations, and the packet for writers. */
import { type Html, html } from '#shared/base/html.ts';
import { OWN_LETTERS_MAX } from '#shared/base/limits.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { ENTERED_ITEMS, type EnteredItem, PACKET_TITLES } from '#shared/plan/facts/packet.ts';
import { lettersOf, modeOfLetter } from '#shared/plan/letters/placed.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { RESEARCH_NOTE } from '#shared/shortlist/research.ts';
import { columns, link, list, section } from '../../components.ts';
import { eventForm, formOfType } from '../../forms/form.ts';
import { letterForms } from '../../forms/rotation-forms.ts';
import { formsOn, type PageView, personPage, undoBelow } from '../person-page.ts';
import { letterLine, letterPlanWords } from './applicant-letters.ts';

/** `wanted`: the form the link asked for, shown open. `problem`: the form that was refused. */
export function ownLettersPage(view: PageView, wanted?: string, problem?: Problem): string {
  const { facts } = view.applicant;
  const action = view.paths.rotation(OWN_LETTERS);
  const own = ownLetterForms(facts);
  const forms = formsOn(view, action, problem);
  const folded = (form: Form): Html => forms.folded(form, form.key === wanted);
  const letters = lettersOf(facts);
  const isResearchOpen =
    facts.profile.enrollment === 'graduate' &&
    !letters.some(
      ({ letter, rotation }) => modeOfLetter(letter.writer.specialty, rotation) === 'research',
    );
  const body = columns(
    html`${section(
      'plan',
      'The letter plan',
      html`${letterPlanWords(view)}
${list(letters.map((placed) => letterLine(view, placed)))}`,
    )}
${section(
  'own',
  'From outside your rotations',
  html`<p>For example, from a research mentor or a former chief. Letters from a rotation or a research stay are on that rotation’s or stay’s page.</p>
${isResearchOpen ? html`<p>${RESEARCH_NOTE} ${link(view.paths.add, 'Add a research stay')}</p>` : ''}
${(facts.letters ?? []).map(
  ({ id, writer }) =>
    html`<h3>${writer.name}</h3>${own.filter(({ hidden }) => hidden.letterId === id).map(folded)}`,
)}
${askOwnForms(facts).map(folded)}`,
)}
${undoBelow(view, action)}`,
    section(
      'packet',
      'What your writers receive',
      html`<p>They open it with their own link and can print it. The case list comes from each rotation’s log.
It holds nothing about patients and never the letter itself.</p>
${packetForms(facts).map(folded)}
${list(letters.map(({ letter: { id, writer } }) => link(view.paths.packet(id), `See what ${writer.name} sees`)))}`,
    ),
  );
  const heading = 'Your letters of recommendation (LoR)';
  return personPage(view, { title: 'Your letters', heading, here: 'Letters', body }, forms);
}

/** In the order of a letter's steps. */
function ownLetterForms({ letters = [] }: Facts): Form[] {
  const types = new Set(letters.flatMap(({ status }) => stepsAfter(status)));
  return [...types].flatMap((type) => letterForms(letters, type));
}

/** None once there are as many as a program accepts. */
function askOwnForms({ letters = [] }: Facts): Form[] {
  if (letters.length >= OWN_LETTERS_MAX) return [];
  const title = 'I asked someone outside my rotations';
  return [eventForm('letter-asked', { title, values: { 'writer.specialty': 'research' } })];
}

function packetForms({ packet = {} }: Facts): Form[] {
  return ENTERED_ITEMS.map((item) =>
    formOfType('packet-entered', {
      title: `${PACKET_TITLES[item]}${packet[item] ? '' : ' (nothing yet)'}`,
      text: HINTS[item],
      changes: { url: { hint: 'A link that anyone can open, starting with https://.' } },
      hidden: { item },
      values: { text: packet[item]?.text ?? '', url: packet[item]?.url ?? '' },
      button: 'Save',
    }),
  );
}

const HINTS: Readonly<Record<EnteredItem, string>> = {
  cv: 'Paste the main points, or add a link. Leave both fields empty to remove it.',
  'personal-statement': 'An early draft is fine. Leave both fields empty to remove it.',
  'img-note':
    'What this writer should know: that you are an IMG, your graduation year, your visa, dates you cannot move. Leave both fields empty to remove it.',
};
