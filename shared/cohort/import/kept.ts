/** Cells that differ from what a plan already has: its owner keeps that up to date, so an import shows them and changes nothing. */
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { COLUMNS, type Field } from '../table/columns.ts';
import type { Cells } from './read-cell.ts';

/** What is not imported from a rotation's line; undefined if nothing differs. */
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
  return sentence('The rotation is already on the plan', [
    ...differing(plain, cells),
    ...unsaid('documents', cells.documents, checklist, ({ kind, status }) => [kind, status]),
    ...unsaid('letters', cells.letters, letters, ({ writer, status }) => [writer.name, status]),
  ]);
}

/** The same for the fields that a plan begins with. */
export function keptOfPlan(facts: Facts, cells: Cells): string | undefined {
  const { documents, letters = [], erasSubmittedOn } = facts;
  return sentence('The plan has started', [
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

function sentence(where: string, kept: readonly string[]): string | undefined {
  if (kept.length === 0) return undefined;
  return `Not imported from this line: ${kept.join(', ')}. ${where}, and its owner keeps it up to date.`;
}

function differing(known: Partial<Record<Field, string | undefined>>, cells: Cells): string[] {
  return (Object.keys(known) as Field[]).flatMap((field) => {
    const said = cells[field];
    return said === undefined || said === known[field] ? [] : [shown(field, String(said))];
  });
}

/** @param keyOf its name and its status */
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
