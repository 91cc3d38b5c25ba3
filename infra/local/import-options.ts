/** The options of `npm run import`: what a sheet's questions are answered with, and how each question says so. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { withoutColumns } from '#shared/cohort/import/answer.ts';
import type { Checked } from '#shared/cohort/import/check.ts';
import { type Import, importSchema } from '#shared/cohort/import/import-item.ts';
import { problemWords, type Question } from '#shared/cohort/import/problem.ts';
import { unreadWords } from '#shared/cohort/import/unread.ts';
import type { AskedOf } from './commands/run.ts';

/** The import as the options have it; refused where they name what is not in the file. */
export function readAsTold(
  item: Import,
  { ignore, moved, second }: AskedOf<'import'>,
  header: readonly string[],
): Result<Import, string[]> {
  const answers = importSchema.shape.answers.safeParse(
    Object.fromEntries([
      ...moved.map((each): [string, string] => {
        const [key = '', id = 'moved'] = each.split('=');
        return [key, id];
      }),
      ...second.map((key): [string, string] => [key, 'second']),
    ]),
  );
  if (!answers.success) return failure(['--moved or --second names no line that was asked about.']);
  const columns = ignore.map((name) => ({
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
  return success(withoutColumns({ ...item, answers: answers.data ?? {} }, leftOut));
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
      : candidates.map(({ id, text }) => `--moved ${key}=${id} (${text})`);
  return `Say which with ${[...same, `--second ${key}`].join(' or ')}.`;
}

/** As a shell takes it. */
function quoted(column: string): string {
  return `'${column.replaceAll("'", `'\\''`)}'`;
}
