/** The steps of a letter that an applicant can report. */

import type { Form } from '#shared/exchange/fields/field.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { stepsAfter } from '#shared/plan/moves/letters.ts';
import { eventForm } from './event-form.ts';

export type Step = ReturnType<typeof stepsAfter>[number];

/** A form for each letter that can take this step now. */
export function letterForms(letters: readonly Letter[], type: Step): Form[] {
  return letters
    .filter(({ status }) => stepsAfter(status).includes(type))
    .filter(({ contact }) => type !== 'letter-contact' || !isAnswered(contact))
    .map((letter) => letterForm(letter, type));
}

/** The writer already gets emails, or has stopped them. */
function isAnswered(contact: Letter['contact']): boolean {
  return contact?.state === 'mailed' || contact?.state === 'stopped';
}

function letterForm(letter: Letter, type: Step): Form {
  return eventForm(type, {
    key: `${type}.${letter.id}`,
    hidden: { letterId: letter.id },
    values: {
      erasLetterId: letter.erasLetterId ?? '',
      address: letter.writer.address ?? '',
      seen: letter.seen ?? '',
    },
    // We email only writers who agreed, according to the applicant.
    changes: {
      agreedInPerson: {
        label: `${letter.writer.name} agreed in person to write this letter and to get emails about it`,
      },
      seen: { kind: 'line' },
    },
  });
}
