/** What the sender decides about an import before it is written: the columns, and the answers to questions. */
import { FIELDS, type Field } from '../table/columns.ts';
import type { Checked } from './check.ts';
import type { Import } from './import-item.ts';
import { columnsOf, type Mapping } from './mapping.ts';
import { meaningSchema } from './unclear.ts';
import { ORDERS } from './written-days.ts';

/** With another mapping: columns that it reads are no longer ignored, and questions are asked again. */
export function readAs(
  { answers: _, meanings: __, order: ___, ...item }: Import,
  mapping: Mapping,
): Import {
  const ignored = (item.ignored ?? []).filter((column) => !columnsOf(mapping).has(column));
  return { ...item, mapping, ignored };
}

export function withoutColumns(item: Import, columns: readonly string[]): Import {
  const kept = FIELDS.flatMap((field): [Field, NonNullable<Mapping[Field]>][] => {
    const source = item.mapping[field];
    const isLeftOut = source && 'column' in source && columns.includes(source.column);
    return source && !isLeftOut ? [[field, source]] : [];
  });
  const ignored = [...new Set([...(item.ignored ?? []), ...columns])];
  return { ...item, mapping: Object.fromEntries(kept), ignored };
}

/** @param said by form field: `column.3` is `leave-out` or one of our fields, `answer.7` is `second` or an id, `value.3.Pending` is what that text means, `order` is of month and day */
export function answered(
  item: Import,
  header: readonly string[],
  { unread, unclear, questions }: Pick<Checked, 'unread' | 'unclear' | 'questions'>,
  said: ReadonlyMap<string, string>,
): Import {
  const mapping = { ...item.mapping };
  const leftOut: string[] = [];
  for (const { column } of unread) {
    const as = said.get(`column.${header.indexOf(column)}`);
    const field = FIELDS.find((each) => each === as);
    if (as === 'leave-out') leftOut.push(column);
    if (field && !mapping[field]) mapping[field] = { column };
  }
  const answers = { ...item.answers };
  for (const { key, candidates } of questions) {
    const answer = said.get(`answer.${key}`);
    if (answer === 'second' || candidates.some(({ id }) => id === answer)) {
      answers[key] = answer as string;
    }
  }
  const all = said.get('answer.all');
  if (all === 'second' || all === 'moved') answers.all = all;
  const order = ORDERS.find((each) => each === said.get('order')) ?? item.order;
  const meanings = [
    ...(item.meanings ?? []),
    ...unclear.flatMap(({ column, text }) => {
      const as = said.get(valueName(header, { column, text }))?.trim();
      return meaningSchema.safeParse({ column, text, as }).data ?? [];
    }),
  ];
  return withoutColumns({ ...item, mapping, answers, meanings, ...(order && { order }) }, leftOut);
}

/** The form field of what a text means. */
export function valueName(
  header: readonly string[],
  { column, text }: { readonly column: string; readonly text: string },
): string {
  return `value.${header.indexOf(column)}.${text}`;
}
