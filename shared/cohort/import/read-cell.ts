/** Reads one cell as a value of its field. */

import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { unguarded } from '#shared/base/csv.ts';
import { LETTERS_PER_ROTATION_MAX, OWN_LETTERS_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import { zoneNamed } from '#shared/base/time/cities.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema, readMoment } from '#shared/base/time/instant.ts';
import { readDocument, readPaper } from '#shared/plan/documents/stated-document.ts';
import {
  DOCUMENTS_MAX,
  heldDocumentSchema,
  statedDocumentSchema,
} from '#shared/plan/facts/document.ts';
import { profileSchema } from '#shared/plan/facts/facts.ts';
import { statedLetterSchema } from '#shared/plan/facts/letter.ts';
import { closedReasonSchema, hostSchema, rotationPlanSchema } from '#shared/plan/facts/rotation.ts';
import { STATUS_NAMES } from '#shared/plan/facts/stage-names.ts';
import { readLetter } from '#shared/plan/letters/stated-letter.ts';
import { hostNamed } from '#shared/world/hosts/hosts.ts';
import { choicesFor } from '../table/choices.ts';
import { COLUMNS, type Field } from '../table/columns.ts';
import { closedReasonIn, entryIn, everyday, statusIn, word, yesOrNo } from './cell-words.ts';

const statusSchema = z.enum(STATUS_NAMES);

const SCHEMAS = {
  ...profileSchema.shape,
  name: withoutContact(profileSchema.shape.name),
  rotationId: idSchema,
  host: oneHost(withoutContact(hostSchema.shape.name)),
  institutionId: idSchema,
  programCode: hostSchema.shape.programCode,
  specialty: rotationPlanSchema.shape.specialty,
  mode: rotationPlanSchema.shape.mode,
  route: rotationPlanSchema.shape.route,
  country: rotationPlanSchema.shape.country,
  start: daySchema,
  end: daySchema,
  windowClosesOn: daySchema,
  status: statusSchema,
  offerExpiresOn: daySchema,
  closedReason: closedReasonSchema,
  since: instantSchema,
  addedOn: daySchema,
  documents: eachOnce(z.array(statedDocumentSchema).max(DOCUMENTS_MAX)),
  letters: z.array(statedLetterSchema).max(LETTERS_PER_ROTATION_MAX),
  erasSubmittedOn: daySchema,
  papers: z.array(heldDocumentSchema).max(DOCUMENTS_MAX),
  ownLetters: z.array(statedLetterSchema).max(OWN_LETTERS_MAX),
} as const satisfies Record<Field, z.ZodType>;

/** How a cell's text is converted before its schema checks it. All other fields are plain text. */
const PREPARED: Partial<Record<Field, (text: string) => unknown>> = {
  address: addressIn,
  zone: (text) => zoneNamed(text) ?? text,
  matchYear: (text) => numberIn(text.replace(/^match\s+/i, '').replace(/^\d\d$/, '20$&')),
  visaWaitDays: (text) => numberIn(text.replace(/ days?$/i, '')),
  entry: entryIn,
  schoolInVslo: yesOrNo,
  ecfmgCertified: yesOrNo,
  enrollment: everyday,
  pathway: everyday,
  specialty: everyday,
  mode: everyday,
  route: word,
  status: statusIn,
  closedReason: (text) => closedReasonIn(text) ?? word(text),
  country: (text) => text.toUpperCase(),
  since: readMoment,
  documents: linesBy(readDocument),
  letters: linesBy(readLetter),
  papers: linesBy(readPaper),
  ownLetters: linesBy(readLetter),
};

export type Cells = { [Name in Field]?: z.infer<(typeof SCHEMAS)[Name]> };

/** Undefined for a “no” to an old column "Needs visa", which does not say how the person will enter. */
export function readCell(field: Field, text: string): Result<Cells[Field], string> {
  const plain = unguarded(text);
  if (field === 'entry' && yesOrNo(plain) === false) return success(undefined);
  const value = PREPARED[field]?.(plain) ?? plain;
  const parsed = SCHEMAS[field].safeParse(value);
  if (parsed.success) return success(parsed.data);
  const strange = Array.isArray(value) && value.find((each) => typeof each === 'string');
  if (strange)
    return failure(`“${strange}” is not valid here. This column takes ${COLUMNS[field].takes}.`);
  const [issue] = parsed.error.issues;
  const isOurs = issue?.code === 'custom' || issue?.code === 'invalid_format';
  const why = isOurs
    ? `${issue.message}.`
    : `is not valid. This column takes ${COLUMNS[field].takes}.`;
  return failure(QUOTED.test(plain) ? `“${plain}” ${why}` : why);
}

/** Short enough for a sentence, and nothing unseen. */
const QUOTED = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,60}$/u;

/** “Not known yet”, as people write it, or as a spreadsheet shows a value that was not found. */
export function isOpenYet(text: string): boolean {
  return OPEN_YET.test(text);
}
const OPEN_YET =
  /^(?:\?+|-+|–|—|n\/a|#n\/a|t\.?b\.?[adc]\.?|unknown|not (?:yet )?known(?: yet)?|to be (?:announced|confirmed|determined|decided))$/i;

/** As mail programs and web pages copy it: `Ana Reyes <ana@example.org>`, `mailto:ana@example.org`, or with what nobody sees. */
function addressIn(text: string): string {
  const seen = text.replaceAll(/[\p{Cf}\u00a0]/gu, '').trim();
  const [, within] = /^[^<>]*<([^<>]+)>$/.exec(seen) ?? [];
  return (within ?? seen).replace(/^mailto:/i, '');
}

/** One value per line. An unreadable line is kept as text, so that the refusal can quote it. */
function linesBy<Thing>(read: (line: string) => Thing | undefined) {
  return (text: string): (Thing | string)[] =>
    text
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => read(line) ?? line);
}

function eachOnce<Thing extends { readonly kind: string }>(schema: z.ZodType<Thing[]>) {
  return schema.refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, {
    error: 'lists a document twice',
  });
}

/** Otherwise a second host would become part of the first one's name. */
function oneHost(schema: z.ZodType<string>) {
  return schema.refine(
    (name) => {
      const named = name
        .split(/[;|]|\s\/\s|\s(?:and|&)\s/i)
        .map((part) => hostNamed(part).host?.id);
      return new Set(named.filter((id) => id !== undefined)).size < 2;
    },
    { error: 'names two hosts: give each a line of its own, or numbered columns such as Host 2' },
  );
}

/** Also with the decimals that a spreadsheet adds, `60.0` or `60,0`; three zeros are thousands. */
function numberIn(typed: string): unknown {
  const text = typed.replace(/[.,]0{1,2}$/, '');
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** Whether its sender can say once, for the whole column, what a text means: few values, a day, or a time zone. */
export function mayBeExplained(field: Field, text: string): boolean {
  const { type } = COLUMNS[field];
  const isKnown = field === 'zone' || type === 'day' || type === 'moment';
  return QUOTED.test(text) && (isKnown || choicesFor(field).length > 0);
}
