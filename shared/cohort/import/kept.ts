/** What a line says otherwise of things that are on the plan already, and their owner keeps up to date: shown, not taken. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { COLUMNS, type Field } from '../table/columns.ts';
import type { Cells } from './read-cell.ts';

/** What is not taken from a rotation's line; undefined where it says nothing new. */
export function keptOfRotation(known: Rotation, cells: Cells): string | undefined {
  const { specialty, mode, route, country, windowClosesOn, status, checklist, letters } = known;
  const plain = {
    specialty,
    mode,
    route,
    country,
    windowClosesOn,
    status,
    offerExpiresOn: known.offer?.expiresOn,
    closedReason: known.closed?.reason,
  };
  return sentence('rotation', [
    ...differing(plain, cells),
    ...unsaid('documents', cells.documents, checklist, ({ kind, status }) => [kind, status]),
    ...unsaid('letters', cells.letters, letters, ({ writer, status }) => [writer.name, status]),
  ]);
}

/** The same of what a plan begins with. */
export function keptOfPlan(facts: Facts, cells: Cells): string | undefined {
  const { documents, letters = [], erasSubmittedOn } = facts;
  return sentence('plan', [
    ...unsaid('papers', cells.papers, documents, ({ kind, issuedOn, expiresOn }) => [
      kind,
      `${issuedOn} ${expiresOn}`,
    ]),
    ...unsaid('ownLetters', cells.ownLetters, letters, ({ writer, status }) => [
      writer.name,
      status,
    ]),
    ...differing({ erasSubmittedOn }, cells),
  ]);
}

function sentence(what: string, kept: readonly string[]): string | undefined {
  if (kept.length === 0) return undefined;
  return `Not taken from this line: ${kept.join(', ')}. The ${what} is here already, and its owner keeps it up to date.`;
}

function differing(known: Partial<Record<Field, string | undefined>>, cells: Cells): string[] {
  return (Object.keys(known) as Field[]).flatMap((field) => {
    const said = cells[field];
    return said === undefined || said === known[field] ? [] : [shown(field, String(said))];
  });
}

/** @param keyOf its name, and how it stands */
function unsaid<Known>(
  field: Field,
  said: readonly Known[] | undefined = [],
  known: readonly Known[],
  keyOf: (thing: Known) => readonly [string, string],
): string[] {
  const keys = new Set(known.map((each) => keyOf(each).join()));
  const names = said.map(keyOf).flatMap((key) => (keys.has(key.join()) ? [] : [key[0]]));
  return names.length > 0 ? [shown(field, names.join('; '))] : [];
}

function shown(field: Field, words: string): string {
  return `${COLUMNS[field].header} (${words})`;
}
