/** Data tables that ship with the product: JSON arrays, one row per line, checked when the module loads. */
import type * as z from 'zod';

/** Throws an Error with the file, line, and field of every problem. `check` finds those of the table as a whole. */
export function parseRows<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  rows: unknown,
  check: (rows: z.output<Schema>[]) => string[] = () => [],
): z.output<Schema>[] {
  if (!Array.isArray(rows)) throw new Error(`${file}: is not an array of rows`);
  const { sound, malformed } = soundRows(rows, schema);
  refuse(file, malformed);
  refuse(file, check(sound));
  return sound;
}

/** The rows that fit the schema, and what is wrong with the others, each with its place. */
export function soundRows<Schema extends z.ZodType>(
  rows: readonly unknown[],
  schema: Schema,
  placeOf: (index: number) => string = lineOf,
) {
  const parsed = rows.map((row) => schema.safeParse(row, { reportInput: true }));
  return {
    sound: parsed.flatMap((row) => (row.success ? [row.data] : [])),
    malformed: parsed.flatMap((row, index) =>
      row.success ? [] : problemsOf(row.error.issues).map((each) => `${placeOf(index)}: ${each}`),
    ),
  };
}

/** A row's place in its file: the opening bracket takes line 1. */
export function lineOf(index: number): string {
  return `line ${index + 2}`;
}

/** A problem for every row that repeats an earlier row's key. */
export function repeats<Row>(
  rows: readonly Row[],
  field: string,
  keyOf: (row: Row) => string,
  placeOf: (index: number) => string = lineOf,
): string[] {
  const keys = rows.map(keyOf);
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    return first < index ? [`${placeOf(index)}: ${field} ${key} is also on ${placeOf(first)}`] : [];
  });
}

function refuse(file: string, problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => `${file} ${problem}`).join('\n'));
  }
}

/** `rotations.0.dates.end is before the start`; @param whole what has no field of its own */
export function problemsOf(issues: readonly z.core.$ZodIssue[], whole = 'the row'): string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${pathOf([...issue.path, key], whole)} is not a known field`);
    }
    return [`${pathOf(issue.path, whole)} ${reasonOf(issue)}`];
  });
}

function pathOf(path: readonly PropertyKey[], whole: string): string {
  return path.length === 0 ? whole : path.map(String).join('.');
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `is not of type ${issue.expected}`;
    case 'invalid_value':
      return `is not ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'custom':
    case 'invalid_format':
      return issue.message;
    default:
      // Our own messages go on from the field: “is …”.
      return issue.message.startsWith('is ') ? issue.message : `is invalid: ${issue.message}`;
  }
}
