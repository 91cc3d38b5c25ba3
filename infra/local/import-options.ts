/** The options of `npm run import`: what a sheet's questions are answered with, and how each question says so. */
import { parseArgs } from 'node:util';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import { withoutColumns } from '#shared/cohort/import/answer.ts';
import type { Checked } from '#shared/cohort/import/check.ts';
import { type Import, importSchema } from '#shared/cohort/import/import-item.ts';
import { type Answers, problemWords, type Question } from '#shared/cohort/import/problem.ts';
import { unreadWords } from '#shared/cohort/import/unread.ts';

export interface Arguments {
  readonly path: string;
  readonly cohortId: string;
  readonly ignored: readonly string[];
  readonly answers: Answers;
}

export function argumentsOf(args: string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        cohort: { type: 'string' },
        ignore: { type: 'string', multiple: true },
        moved: { type: 'string', multiple: true },
        second: { type: 'string', multiple: true },
      },
    });
    const [path, ...others] = positionals;
    const cohort = idSchema.safeParse(values.cohort);
    const { ignore = [], moved = [], second = [] } = values;
    const said = Object.fromEntries([
      ...moved.map((each): [string, string] => {
        const [key = '', id = 'moved'] = each.split('=');
        return [key, id];
      }),
      ...second.map((key): [string, string] => [key, 'second']),
    ]);
    const answers = importSchema.shape.answers.safeParse(said);
    return path && others.length === 0 && cohort.success && answers.success
      ? { path, cohortId: cohort.data, ignored: ignore, answers: answers.data ?? {} }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The import as the options have it; refused where they name what is not in the file. */
export function readAsTold(
  item: Import,
  { ignored, answers }: Arguments,
  header: readonly string[],
): Result<Import, string[]> {
  const columns = ignored.map((name) => ({
    name,
    column: header.find((each) => each.toLowerCase() === name.trim().toLowerCase()),
  }));
  const strange = columns.filter(({ column }) => column === undefined);
  if (strange.length > 0) {
    return failure(
      strange.map(
        ({ name }) => `There is no column "${name}". The columns are: ${header.join(', ')}.`,
      ),
    );
  }
  const leftOut = columns.flatMap(({ column }) => column ?? []);
  return success(withoutColumns({ ...item, answers }, leftOut));
}

/** Every problem, and every question with the option that answers it. */
export function whatIsOpen({ problems, unread, questions }: Checked): string[] {
  return [
    ...problems.map(problemWords),
    ...unread.map(
      (each) =>
        `${unreadWords(each)} Rename it in the sheet, or leave it out with --ignore ${quoted(each.column)}.`,
    ),
    ...questions.map((question) => `${problemWords(question)} ${optionsOf(question)}`),
  ];
}

function optionsOf({ key, candidates }: Question): string {
  const same =
    candidates.length === 1
      ? [`--moved ${key}`]
      : candidates.map(({ id, says }) => `--moved ${key}=${id} (${says})`);
  return `Say which with ${[...same, `--second ${key}`].join(' or ')}.`;
}

/** As a shell takes it. */
function quoted(column: string): string {
  return `'${column.replaceAll("'", `'\\''`)}'`;
}
