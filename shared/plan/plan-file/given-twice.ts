/** What a plan file states twice, so that one of the two would be chosen in silence. */
import type { HeldDocument } from '#shared/plan/facts/document.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { PlanFile } from './plan-file.ts';

/** The first field that an object of a JSON text has twice: only the last would be read. */
export function fieldGivenTwice(json: string): string | undefined {
  const open: Set<string>[] = [];
  let before = '';
  for (const [token] of json.matchAll(STRING_OR_SIGN)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token === ':') {
      const key: string = JSON.parse(before);
      const fields = open.at(-1);
      if (fields?.has(key)) return key;
      fields?.add(key);
    }
    before = token;
  }
  return undefined;
}

/** Of a text that is JSON, so that each string ends, and a colon outside strings follows a key. */
const STRING_OR_SIGN = /"(?:[^"\\]|\\.)*"?|[{}:]/g;

/** @param read the same rotations, with the ids that the file leaves to us */
export function givenTwice(
  { rotations, documents }: PlanFile,
  read: readonly Pick<Rotation, 'id' | 'letters'>[],
): string[] {
  const ids = read.flatMap(({ id, letters }, index) => [
    [`rotations.${index}.id`, id] as const,
    ...letters.map((letter, at) => [`rotations.${index}.letters.${at}.id`, letter.id] as const),
  ]);
  const erasIds = read.flatMap(({ letters }, index) =>
    letters.flatMap(({ erasLetterId }, at) =>
      erasLetterId
        ? [[`rotations.${index}.letters.${at}.erasLetterId`, erasLetterId] as const]
        : [],
    ),
  );
  return [
    ...[...repeated(ids), ...repeated(erasIds)].map(
      ([field, id]) => `${field} ${id} is used twice`,
    ),
    ...rotations.flatMap(({ checklist, steps = [] }, index) =>
      [
        ...repeated(checklist.map(({ kind }) => ['checklist', kind])),
        ...repeated(steps.map(({ step }) => ['steps', step])),
      ].map(([field, name]) => `rotations.${index}.${field} ${name} is given twice`),
    ),
    ...documents.flatMap((document, index) => {
      const { kind, expiresOn } = document;
      const first = documents.findIndex((each) => each.expiresOn && isSameIssue(each, document));
      return !expiresOn || documents[first]?.expiresOn === expiresOn
        ? []
        : [`documents.${index} and documents.${first} are one ${kind} with two last days`];
    }),
  ];
}

function repeated<Field extends string>(named: readonly (readonly [Field, string])[]) {
  const names = named.map(([, name]) => name);
  return named.filter(([, name], index) => names.indexOf(name) !== index);
}

/** Several documents of one kind may lack a day of issue. */
function isSameIssue(one: HeldDocument, other: HeldDocument): boolean {
  const isOne = one.issuedOn !== undefined && one.issuedOn === other.issuedOn;
  return one === other || (isOne && one.kind === other.kind);
}
