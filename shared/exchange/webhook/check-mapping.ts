/** What is wrong with a mapping before its form is ever answered, each as a sentence that names question and field. */
import { fieldNamesOf } from '../fields/event-fields.ts';
import { isOfRotation, readForm } from '../fields/read-form.ts';
import { ABOUT_FIELDS, IGNORED, type Mapping } from './mapping.ts';
import type { NewSender } from './sender.ts';

/** Empty when every answer of the form can become an update that this sender may send. */
export function checkMapping(
  sender: Pick<NewSender, 'product' | 'eventTypes' | 'mapping'>,
): string[] {
  const { product, mapping } = sender;
  if (product === 'standard') {
    return mapping ? ['A sender of the standard kind sends fields itself: it has no mapping.'] : [];
  }
  if (!mapping) return ['A form needs a mapping from its questions to fields.'];
  const twice = [
    ...doubled(mapping.questions.map(({ question }) => question)).map(
      (question) => `The question “${question}” is mapped twice.`,
    ),
    ...doubled(fieldsOf(mapping)).map((field) => `The field ${field} is given twice.`),
  ];
  return [...twice, ...wrongApplicant(mapping), ...wrongTypes(mapping, sender.eventTypes)];
}

function fieldsOf({ always, questions }: Mapping): string[] {
  return [...always, ...questions].map(({ field }) => field).filter((field) => field !== IGNORED);
}

function doubled(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function wrongApplicant(mapping: Mapping): string[] {
  const named = fieldsOf(mapping).filter((field) => field.startsWith('applicant.'));
  if (named.length === 1) return [];
  return ['Exactly one question says who is meant: applicant.address or applicant.id.'];
}

function wrongTypes(mapping: Mapping, allowed: readonly string[]): string[] {
  const types = valuesOf(mapping, 'type');
  if (types.length === 0) {
    return [
      'Nothing says what happened. Give “type” always, or map a question to it with its choices.',
    ];
  }
  const foreign = types.filter((type) => !allowed.includes(type));
  if (foreign.length > 0) {
    return foreign.map((type) => `This sender may not report “${type}”.`);
  }
  const known = new Set(types.flatMap((type) => fieldNamesOf(type) ?? []));
  const strangers = fieldsOf(mapping)
    .filter((field) => !ABOUT.has(field) && !known.has(field))
    .map((field) => `The field ${field} does not belong to ${types.join(' or ')}.`);
  return [...strangers, ...types.flatMap((type) => wrongFields(mapping, type))];
}

const ABOUT: ReadonlySet<string> = new Set([...ABOUT_FIELDS, 'type', 'rotationId']);

/** The values that the mapping itself gives a field: always, or by its choices. */
function valuesOf({ always, questions }: Mapping, field: string): string[] {
  return [
    ...always.filter((each) => each.field === field).map(({ value }) => value),
    ...questions
      .filter((each) => each.field === field)
      .flatMap(({ choices = [] }) => choices.map(({ value }) => value)),
  ];
}

/** The fields that our own form of this type would find missing or refuse. */
function wrongFields(mapping: Mapping, type: string): string[] {
  const given = new Set(fieldsOf(mapping));
  const missing = isOfRotation(type) ? missingPlace(type, given) : [];
  const own = (fieldNamesOf(type) ?? []).filter((name) => name !== 'letterId');
  const absent = faultsOf(
    type,
    own.filter((name) => given.has(name)).map((name) => [name, '?']),
  )
    .filter(({ field }) => own.includes(field) && !given.has(field))
    .map(({ field }) => `${type} needs the field ${field}, and no question gives it.`);
  const wrong = own.flatMap((field) =>
    valuesOf(mapping, field)
      .filter((value) => faultsOf(type, [[field, value]]).some((error) => error.field === field))
      .map((value) => `“${value}” is not a value of ${field}.`),
  );
  return [...missing, ...absent, ...wrong];
}

function missingPlace(type: string, given: ReadonlySet<string>): string[] {
  const needsLetter = fieldNamesOf(type)?.includes('letterId') ?? false;
  return [
    ...(given.has('rotation.host') || given.has('rotationId')
      ? []
      : [`${type} needs the rotation: map a question to rotation.host.`]),
    ...(!needsLetter || given.has('letter.writer') || given.has('letterId')
      ? []
      : [`${type} needs the letter: map a question to letter.writer.`]),
  ];
}

/** The faults that our own form finds; a group of dates is complete when it has both days. */
function faultsOf(type: string, fields: [string, string][]): { field: string }[] {
  const envelope: [string, string][] = [
    ['update', 'check'],
    ['revision', '0'],
    ['type', type],
  ];
  const letter: [string, string][] = fieldNamesOf(type)?.includes('letterId')
    ? [['letterId', 'l1']]
    : [];
  const read = readForm([...envelope, ...letter, ...fields], isOfRotation(type) ? 'r1' : undefined);
  return read.ok ? [] : [...read.failure.errors];
}
