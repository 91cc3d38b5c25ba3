/** The steps of a letter that an applicant can report, and who is asked for one. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { labelOf } from '#shared/exchange/fields/labels.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { WRITER_FIELDS } from './choices.ts';
import { EVENT_HELP } from './help.ts';

export type Step = ReturnType<typeof stepsAfter>[number];

/** A form for each of these letters that this step may follow. */
export function letterForms(letters: readonly Letter[], type: Step): Form[] {
  return letters
    .filter(({ status }) => stepsAfter(status).includes(type))
    .filter(({ contact }) => type !== 'letter-contact' || !isAnswered(contact))
    .map((letter) => letterForm(letter, type));
}

/** The writer is mailed already, or has said that they will not be. */
function isAnswered(contact: Letter['contact']): boolean {
  return contact?.state === 'mailed' || contact?.state === 'stopped';
}

function letterForm(letter: Letter, type: Step): Form {
  const fields = type === 'letter-contact' ? contactFields(letter) : (STEP_FIELDS[type] ?? []);
  return {
    key: `${type}.${letter.id}`,
    type,
    title: type === 'letter-contact' ? CONTACT_TITLE : EVENT_WORDS[type].button,
    says: EVENT_HELP[type],
    fields,
    hidden: { letterId: letter.id },
    values: {
      erasLetterId: letter.erasLetterId ?? '',
      address: letter.writer.address ?? '',
      seen: letter.seen ?? '',
    },
    button: EVENT_WORDS[type].button,
  };
}

const CONTACT_TITLE = 'The writer agreed in person: mail them the details';

const STEP_FIELDS: Readonly<Partial<Record<Step, readonly Field[]>>> = {
  'letter-requested': [
    {
      name: 'erasLetterId',
      label: labelOf('erasLetterId'),
      kind: 'line',
      hint: 'It stands on the Letter Request Form. You may leave it empty.',
    },
  ],
};

/** Nobody is mailed of whom the applicant has not said that they agreed. */
function contactFields({ writer }: Letter): Field[] {
  return [
    {
      name: 'agreedInPerson',
      label: `${writer.name} agreed in person to write this letter, and may be mailed`,
      kind: 'tick',
      required: true,
    },
    { name: 'address', label: labelOf('address'), kind: 'address', required: true },
    {
      name: 'seen',
      label: labelOf('seen'),
      kind: 'line',
      hint: 'One line that reminds them whom it is about, for example: 12 drainages, my talk on TIPS. No patient data.',
    },
  ];
}

/** Who is asked for a letter. */
export function writerFields(): Field[] {
  return [
    { name: 'writer.name', label: labelOf('writer.name'), kind: 'line', required: true },
    {
      name: 'writer.address',
      label: labelOf('writer.address'),
      kind: 'address',
      hint: 'If you know it.',
    },
    {
      name: 'writer.specialty',
      label: labelOf('writer.specialty'),
      kind: 'choice',
      choices: WRITER_FIELDS,
      required: true,
    },
  ];
}
