/** A whole file judged before a word of it is written: every line that is wrong, or everybody as they will be. */

import { IMPORT_FOUND_AT_ONCE } from '#shared/base/limits.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { type Applied, applyPerson, type ImportTerms } from './apply-person.ts';
import type { Mapping } from './mapping.ts';
import type { FieldProblem, Problem } from './problem.ts';
import type { CsvTable } from './read-csv.ts';
import { columnOf, type PersonLines, readPeople } from './read-people.ts';

export interface Checked {
  readonly people: readonly PersonLines[];
  /** By line; nothing is written while there is one. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly outcomes: Readonly<Record<Applied['outcome'], number>>;
}

/** Finds the person of an address in this cohort, and the id of one who is new. */
export type FindPerson = (
  address: string,
) => Promise<{ readonly known: Applicant | undefined; readonly newId: string }>;

export async function checkImport(
  table: CsvTable,
  mapping: Mapping,
  terms: ImportTerms,
  find: FindPerson,
): Promise<Checked> {
  const { people, problems } = readPeople(table, mapping);
  const placed = ({ line, field, says }: FieldProblem): Problem => ({
    line,
    ...(field && columnOf(mapping, field)),
    says,
  });
  const wrong = [...problems];
  const notices: Problem[] = [];
  const outcomes = { added: 0, changed: 0, same: 0 };
  for (let first = 0; first < people.length; first += IMPORT_FOUND_AT_ONCE) {
    const some = people.slice(first, first + IMPORT_FOUND_AT_ONCE);
    const found = await Promise.all(
      some.map(async (person) => [person, await find(person.address)] as const),
    );
    for (const [person, { known, newId }] of found) {
      const applied = applyPerson(known, person, newId, terms);
      if (!applied.ok) {
        wrong.push(...applied.failure.map(placed));
        continue;
      }
      outcomes[applied.value.outcome] += 1;
      notices.push(...applied.value.notices.map(placed));
    }
  }
  return { people, problems: wrong.toSorted((a, b) => a.line - b.line), notices, outcomes };
}
