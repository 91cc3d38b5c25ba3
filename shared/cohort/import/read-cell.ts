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
import type { Entry } from '#shared/world/vocabulary.ts';
import { COLUMNS, type Field } from '../table/columns.ts';

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
  zone: (text) => zoneNamed(text) ?? text,
  matchYear: numberIn,
  visaWaitDays: numberIn,
  entry: entryIn,
  schoolInVslo: yesOrNo,
  ecfmgCertified: yesOrNo,
  enrollment: word,
  pathway: word,
  specialty: word,
  mode: word,
  route: word,
  status: word,
  closedReason: word,
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
  return failure(
    isOurs ? `${issue.message}.` : `is not valid. This column takes ${COLUMNS[field].takes}.`,
  );
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

function numberIn(text: string): unknown {
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

function yesOrNo(text: string): unknown {
  if (/^(yes|y|true|1)$/i.test(text)) return true;
  return /^(no|n|false|0)$/i.test(text) ? false : text;
}

/** A “yes” is one to an old column "Needs visa"; of the other words the common ones are known. */
function entryIn(text: string): unknown {
  if (yesOrNo(text) === true) return 'visa';
  const plain = word(text);
  return ENTRY_NAMES.get(plain) ?? plain;
}

const ENTRY_NAMES: ReadonlyMap<string, Entry> = new Map([
  ['us-citizen', 'citizen'],
  ['permanent-resident', 'citizen'],
  ['green-card', 'citizen'],
  ['us-citizen-or-permanent-resident', 'citizen'],
  ['in-the-us', 'in-us'],
  ['in-the-us-with-a-status', 'in-us'],
  ['visa-needed', 'visa'],
  ['esta', 'waiver'],
  ['visa-waiver', 'waiver'],
  ['visa-waiver-(esta)', 'waiver'],
]);

/** `Hands On`, `hands_on` → `hands-on` */
function word(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_]+/g, '-');
}
