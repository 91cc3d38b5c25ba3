/** Refuses text that looks like patient data before it is stored: better a harmless note refused. It cannot prove a text safe. */
import { NOTE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { lineOf } from '#shared/base/text.ts';

/** The kind of a procedure: "TACE", "percutaneous nephrostomy, ultrasound-guided". */
const PROCEDURE_CHARACTERS_MAX = 60;

interface Sign {
  readonly pattern: RegExp;
  /** After the field's label: "Procedure looks like …". */
  readonly message: string;
  /** Common in notes to oneself: whom to call, and when. */
  readonly isOfOwn?: true;
}

const WITHOUT = 'enter what was done, and nothing about the patient';

/** In the order in which they are reported. */
const SIGNS: readonly Sign[] = [
  {
    pattern:
      /\b(?:mrn|medical record|record (?:no|number)|patient (?:id|no|number)|accession|ssn)\b/i,
    message: `names a patient’s record: ${WITHOUT}`,
  },
  {
    pattern: /\b(?:dob|d\.o\.b|date of birth|birth ?date|born)\b/i,
    message: `names a birthday: ${WITHOUT}`,
  },
  {
    pattern: /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b/,
    message: `contains a date that could be a birthday: ${WITHOUT}`,
    isOfOwn: true,
  },
  // Six digits in a row, even grouped, are a record or phone number; no procedure has them.
  {
    pattern: /\d(?:[ -]?\d){5,}/,
    message: `contains a number that looks like a record number: ${WITHOUT}`,
    isOfOwn: true,
  },
  {
    pattern: /\b(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|señora?|sra?|mme|mlle)\b\.?\s+\p{Lu}/iu,
    message: `names a person: ${WITHOUT}`,
    isOfOwn: true,
  },
  {
    pattern:
      /\b(?:patient|pt)\b\.?:?\s+(?!(?:was|is|had|has|care|with|and|in|on|who)\b)\p{Lu}\p{Ll}+/u,
    message: `names a patient: ${WITHOUT}`,
  },
  {
    pattern:
      /\b\d{1,3}\s*-?\s*(?:y\/?o|yo|yrs?|years?)\b|\b(?:aged?|age:)\s*\d{1,3}\b|\b\d{2,3}\s?M\b|\b(?:[3-9]\d|1\d\d)\s?F\b/i,
    message: `contains someone’s age: ${WITHOUT}`,
  },
  {
    pattern: /@|\b(?:room|bed)\s*(?:no\.?\s*)?\d+/i,
    message: `contains a room, a bed, or an address: ${WITHOUT}`,
  },
];

/** Why a text looks like patient data, to follow the field's label; undefined if it does not. */
export function patientDataIn(text: string, signs = SIGNS): string | undefined {
  // Longer text is refused for its length: some patterns would take seconds to read a whole form.
  const judged = text.slice(0, NOTE_CHARACTERS_MAX);
  return signs.find(({ pattern }) => pattern.test(judged))?.message;
}

export const procedureSchema = withoutPatients(PROCEDURE_CHARACTERS_MAX);

/** A few sentences about one's own work. */
export const noteSchema = withoutPatients(NOTE_CHARACTERS_MAX);

/** What people write for themselves. */
export const ownTextSchema = withoutPatients(
  NOTE_CHARACTERS_MAX,
  SIGNS.filter(({ isOfOwn }) => !isOfOwn),
);

function withoutPatients(charactersMax: number, signs = SIGNS) {
  return lineOf(charactersMax).superRefine((text, context) => {
    const message = patientDataIn(text, signs);
    if (message) context.addIssue({ code: 'custom', message });
  });
}
