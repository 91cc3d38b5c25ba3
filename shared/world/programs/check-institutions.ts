/** What must hold between the fields of a host: nothing is read that its page does not say. */
import { lineOf, repeats } from '#shared/base/rows.ts';
import { type Institution, READ_FIELDS, STATED_FIELDS } from './institution.ts';

/** One sentence a problem, each beginning with its line; none when the table is sound. */
export function checkInstitutions(rows: readonly Institution[]): string[] {
  return [
    ...repeats(rows, 'id', ({ id }) => id),
    ...rows.flatMap((row, index) => problemsOf(row).map((says) => `${lineOf(index)}: ${says}`)),
  ];
}

function problemsOf(row: Institution): string[] {
  const stated = STATED_FIELDS.flatMap((field) => row[field] ?? []);
  return READ_FIELDS.flatMap((field) => {
    const words = row.readFrom?.[field] ?? [];
    const isPresent = row[field] !== undefined;
    const isWeak = row.weakFields?.includes(field) ?? false;
    return [
      ...(isPresent && words.length === 0 ? [`readFrom.${field} is missing`] : []),
      ...(!isPresent && words.length > 0
        ? [`${field} is missing, but readFrom has its words`]
        : []),
      ...(!isPresent && isWeak ? [`weakFields names ${field}, which is missing`] : []),
      ...words
        .filter((word) => !stated.some((text) => text.includes(word)))
        .map((word) => `readFrom.${field} quotes "${word}", which no stated field says`),
    ];
  });
}
