/** `npm run import`: a cohort from a sheet. Every bad row is named, and nothing is imported halfway. */
import { basename } from 'node:path';
import { breathe } from '#functions/adapters/breathe.ts';
import { newId } from '#functions/adapters/ids.ts';
import type { ImportDeps } from '#functions/import-person.ts';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { runImport } from '#functions/run-import.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { counted } from '#shared/base/sentence.ts';
import { readAs, withoutColumns } from '#shared/cohort/import/answer.ts';
import { countsWords } from '#shared/cohort/import/apply-person.ts';
import { type Checked, isReady } from '#shared/cohort/import/check.ts';
import { type Import, importSchema } from '#shared/cohort/import/import-item.ts';
import { bare } from '#shared/cohort/import/mapping.ts';
import { problemWords, type Question } from '#shared/cohort/import/problem.ts';
import {
  IMPORT_MEANINGS_MAX,
  MEANINGS_FULL,
  type Meaning,
  meaningSchema,
  unclearWords,
} from '#shared/cohort/import/unclear.ts';
import { unreadWords } from '#shared/cohort/import/unread.ts';
import { ORDERS } from '#shared/cohort/import/written-days.ts';
import { COLUMNS, FIELDS, type Field } from '#shared/cohort/table/columns.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { onData } from './command-data.ts';
import { type CallOf, runCommand } from './commands/run.ts';
import { bytesOf } from './input-file.ts';

const PROGRESS_MS = 1000;
/** Four rotations for each of ten thousand people. */
const BYTES_MAX = 20_000_000;

await runCommand('import', (call) => {
  const { file, cohort } = call;
  const bytes = bytesOf(file, BYTES_MAX);
  if (!bytes.ok) return bytes;
  return onData('refuse', async ({ store, clock, worldFor, pepper }) => {
    if (!(await store.read('cohort', cohort))) {
      return failure(
        `There is no cohort ${cohort}. Create it with its first advisor: npm run advisor -- ADDRESS --cohort ${cohort} --role lead`,
      );
    }
    const deps = { store, clock, worldFor: await worldFor(), pepper: await pepper(), breathe };
    return importInto(deps, call, bytes.value);
  });
});

async function importInto(
  deps: ImportDeps,
  call: CallOf<'import'>,
  bytes: Uint8Array,
): Promise<Result<string, string>> {
  const { store } = deps;
  const { file: path, cohort: cohortId } = call;
  const of = { id: newId(), cohortId, by: 'operator', fileName: basename(path).slice(-100) };
  const kept = await keepFile(deps, of, bytes);
  if (!kept.ok) return refused(path, kept.failure.map(problemWords));
  const table = await tableOf(store, kept.value);
  const mapped = withColumns(kept.value, call, table.header);
  if (!mapped.ok) return refused(path, mapped.failure);
  const answered = withAnswers(mapped.value, call, table.header);
  if (!answered.ok) return refused(path, answered.failure);
  const checked = await judge(deps, answered.value, table);
  if (!isReady(checked)) return refused(path, whatIsOpen(checked));
  for (const notice of checked.notices) console.error(`${path}: ${problemWords(notice)}`);
  if (kept.value.notice) console.error(`${path}: ${kept.value.notice}`);
  await startImport(deps, answered.value, checked.people.length);
  const progress = setInterval(() => void reportProgress(), PROGRESS_MS);
  try {
    await runImport({ ...deps, workflow: NO_WORKFLOW, mayContinue: () => true }, of.id);
  } finally {
    clearInterval(progress);
  }
  const ended = await store.read('import', of.id);
  return ended?.state === 'done'
    ? success(outcome(ended))
    : failure(
        `${path}: The import is not finished. A running server continues it; so does running this command again.`,
      );

  async function reportProgress(): Promise<void> {
    const item = await store.read('import', of.id);
    if (item) console.error(`${item.done} of ${item.total}`);
  }
}

function outcome({ total, outcomes, rotations, left }: Import): string {
  return [
    `${counted(total, 'applicant')}: ${countsWords(outcomes)}.`,
    ...(rotations ? [`Their rotations: ${countsWords(rotations)}.`] : []),
    ...left.map(problemWords),
  ].join('\n');
}

function refused(path: string, lines: readonly string[]): Result<string, string> {
  return failure([...lines.map((line) => `${path}: ${line}`), 'Nothing was changed.'].join('\n'));
}

/** The import with each column read as `--map` says; refused if one is not there or is also left out, or the sheet would hold a field twice. */
function withColumns(
  item: Import,
  { map, ignore }: CallOf<'import'>,
  header: readonly string[],
): Result<Import, string[]> {
  const given = map.map((each) => {
    // Only the sheet's own header can contain another equals sign.
    const at = each.lastIndexOf('=');
    const ours = bare(each.slice(at + 1));
    return {
      each,
      column: columnNamed(each.slice(0, Math.max(at, 0)), header),
      field: FIELDS.find((field) => bare(COLUMNS[field].header) === ours),
    };
  });
  const unread = given.find(({ column, field }) => column === undefined || !field);
  if (unread) {
    return failure([
      `--map '${unread.each}' is not a column, =, and a column of the template, such as 'Hospital=Host'.`,
    ]);
  }
  for (const side of ['column', 'field'] as const) {
    if (new Set(given.map((each) => each[side])).size < given.length) {
      return failure([
        `--map names one ${side === 'column' ? 'column' : 'column of the template'} twice.`,
      ]);
    }
  }
  const ignored = new Set(ignore.map((name) => columnNamed(name, header)));
  const twofold = given.find(({ column }) => ignored.has(column));
  if (twofold) {
    return failure([`The column "${twofold.column}" is answered in two ways. Choose one.`]);
  }
  const said = given.flatMap(({ column, field }): [Field, { readonly column: string }][] =>
    column !== undefined && field ? [[field, { column }]] : [],
  );
  const freed = withoutColumns(
    item,
    said.map(([, { column }]) => column),
  ).mapping;
  return success(said.length > 0 ? readAs(item, { ...freed, ...Object.fromEntries(said) }) : item);
}

/** The import with the answers that the options give; refused if they name a column that is not there, or answer a question in two ways. */
function withAnswers(
  item: Import,
  { ignore, moved, second, value, days }: CallOf<'import'>,
  header: readonly string[],
): Result<Import, string[]> {
  const given = [
    ...moved.map((each): [string, string] => {
      const [key = '', id = 'moved'] = each.split('=');
      return [key, id];
    }),
    ...second.map((key): [string, string] => [key, 'second']),
  ];
  const byKey = Object.fromEntries(given);
  const twofold = given.find(([key, answer]) => byKey[key] !== answer);
  if (twofold) return failure([`Line ${twofold[0]} is answered in two ways. Choose one.`]);
  const answers = importSchema.shape.answers.safeParse(byKey);
  if (!answers.success) return failure(['--moved or --second names a line that has no question.']);
  const columns = ignore.map((name) => ({
    name,
    column: columnNamed(name, header),
  }));
  const unknown = columns.filter(({ column }) => column === undefined);
  if (unknown.length > 0) {
    return failure(
      unknown.map(
        ({ name }) => `There is no column "${name}". The columns are: ${header.join(', ')}.`,
      ),
    );
  }
  const leftOut = columns.flatMap(({ column }) => column ?? []);
  const unread = value.find((each) => !meaningIn(each, header));
  if (unread !== undefined) {
    return failure([
      `--value '${unread}' is not a column, a colon, a text, =, and what it means, such as 'Status:Pending=submitted'.`,
    ]);
  }
  const meanings = value.flatMap((each) => meaningIn(each, header) ?? []);
  const twoMeanings = twofoldAmong(meanings);
  if (twoMeanings) {
    return failure([
      `“${twoMeanings.text}” in ${twoMeanings.column} is answered in two ways. Choose one.`,
    ]);
  }
  if (meanings.length > IMPORT_MEANINGS_MAX) return failure([MEANINGS_FULL]);
  const said = { meanings, answers: answers.data ?? {}, ...(days && { order: days }) };
  return success(withoutColumns({ ...item, ...said }, leftOut));
}

function columnNamed(name: string, header: readonly string[]): string | undefined {
  return header.find((each) => each.toLowerCase() === name.trim().toLowerCase());
}

/** Column and text may hold a colon or an equals sign, too; no meaning does. */
function meaningIn(value: string, header: readonly string[]): Meaning | undefined {
  const column = header.find((each) => value.toLowerCase().startsWith(`${each.toLowerCase()}:`));
  const at = value.lastIndexOf('=');
  if (column === undefined || at <= column.length) return undefined;
  const [text, as] = [value.slice(column.length + 1, at).trim(), value.slice(at + 1).trim()];
  return meaningSchema.safeParse({ column, text, as: as || '-' }).data;
}

function twofoldAmong(meanings: readonly Meaning[]): Meaning | undefined {
  const keyOf = ({ column, text }: Meaning) => `${column}\n${text.toLowerCase()}`;
  const last = new Map(meanings.map((each) => [keyOf(each), each.as]));
  return meanings.find((each) => last.get(keyOf(each)) !== each.as);
}

/** Every problem, and every question with the option that answers it. */
function whatIsOpen({ problems, unread, unclear, orders, questions }: Checked): string[] {
  return [
    ...problems.map(problemWords),
    ...unread.map((each) => {
      const { column, near } = each;
      const map = quoted(`${column}=${near ? COLUMNS[near].header : 'OURS'}`);
      return `${unreadWords(each)} Say what it holds with --map ${map}, or leave it out with --ignore ${quoted(column)}.`;
    }),
    ...orders.map(
      (each) => `${problemWords(each)} Choose with --days ${ORDERS.join(' or --days ')}.`,
    ),
    ...unclear.map(
      (each) =>
        `${unclearWords(each)} Say what it means with --value ${quoted(`${each.column}:${each.text}=VALUE`)}, where - leaves the cell empty.`,
    ),
    ...questions.map((question) => `${problemWords(question)} ${optionsOf(question)}`),
  ];
}

function optionsOf({ key, candidates }: Question): string {
  const same =
    candidates.length === 1
      ? [`--moved ${key}`]
      : candidates.map(({ id, text }) => `--moved ${key}=${id} (${text})`);
  return `Choose with ${[...same, `--second ${key}`].join(' or ')}.`;
}

function quoted(column: string): string {
  return `'${column.replaceAll("'", `'\\''`)}'`;
}
