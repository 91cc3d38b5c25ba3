/** `npm run report -- --cohort ID --format F [--out FILE]`: a cohort as a file, by the code that the pages export with. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Env } from '#functions/adapters/env.ts';
import { xlsxOf } from '#functions/adapters/xlsx.ts';
import { note } from '#functions/audit.ts';
import { peopleOf } from '#functions/run-export.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import type { ExportOf } from '#shared/cohort/export/export-of.ts';
import type { ExportFormat } from '#shared/cohort/export/formats.ts';
import { textOf } from '#shared/cohort/export/text-of.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { thresholdsOf } from '#shared/cohort/risk/settings.ts';
import type { Store } from '#shared/store/store.ts';
import { reportFile } from '#shared/views/pages/report/report-file.ts';
import { type Ground, onGround } from './command-ground.ts';
import { heedReaderGone, isReaderGone } from './reader-gone.ts';
import { addressOf } from './server.ts';

/** What the command calls a format. */
const FORMATS: Readonly<Record<string, ExportFormat>> = {
  csv: 'applicants-csv',
  'rotations-csv': 'rotations-csv',
  xlsx: 'xlsx',
  json: 'json',
  ics: 'ics',
};
const USAGE = `Usage: npm run report -- --cohort ID --format html|${Object.keys(FORMATS).join('|')} [--out FILE]`;

heedReaderGone();
const answered = await answer(process.argv.slice(2));
if (!answered.ok) {
  console.error(answered.failure);
  process.exitCode = 1;
}

async function answer(args: string[]): Promise<Result<void, string>> {
  const told = argumentsOf(args);
  if (!told) return failure(USAGE);
  if (told.format === 'xlsx' && !told.out && process.stdout.isTTY) {
    return failure('A workbook is no text: name a file with --out FILE.xlsx.');
  }
  return onGround('made', (ground, env) => write(told, ground, env));
}

async function write(
  { cohortId, format, out }: Arguments,
  { store, clock, worldFor }: Ground,
  env: Env,
): Promise<Result<void, string>> {
  const cohort = await store.read('cohort', cohortId);
  if (!cohort) return failure(`There is no cohort ${cohortId}.`);
  const now = clock.now();
  let people = 0;
  const of: ExportOf = {
    cohort,
    world: (await worldFor())(cohort.id),
    thresholds: thresholdsOf(cohort.risk),
    now,
    people: () =>
      peopleOf({ store }, cohortId, async (done) => {
        people = done;
      }),
  };
  const page = format === 'html' ? await pageOf(of, store, env) : undefined;
  people = page?.people ?? 0;
  const pieces = page
    ? [page.text]
    : format === 'xlsx'
      ? xlsxOf(of)
      : textOf(format as Exclude<ExportFormat, 'xlsx'>, of);
  const to = out ? createWriteStream(out, { mode: 0o600 }) : process.stdout;
  try {
    await pipeline(Readable.from(pieces, { objectMode: true }), to, { end: out !== undefined });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
  await note({ store, clock }, cohortId, {
    at: now,
    by: 'operator',
    act: 'export-fetched',
    ...(format !== 'html' && { format }),
    people,
  });
  return success(undefined);
}

/** The page as a file; who reads it on paper reads Eastern time. */
async function pageOf(
  { cohort, world, now }: ExportOf,
  store: Store,
  { publicUrl, port }: Env,
): Promise<{ readonly text: string; readonly people: number }> {
  const query = { filters: {}, view: 'people', sort: 'risk', page: 1 } as const;
  const report = reportOf(cohort, await wholeCohort(store, cohort.id), query, world, now);
  const text = reportFile(report, EASTERN, publicUrl ?? addressOf(port));
  return { text, people: report.people };
}

interface Arguments {
  readonly cohortId: string;
  readonly format: ExportFormat | 'html';
  readonly out: string | undefined;
}

function argumentsOf(args: string[]): Arguments | undefined {
  const string = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { cohort: string, format: string, out: string },
    });
    const cohort = idSchema.safeParse(values.cohort);
    const name = values.format ?? '';
    const format =
      name === 'html' ? name : Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    return cohort.success && format
      ? { cohortId: cohort.data, format, out: values.out }
      : undefined;
  } catch {
    return undefined;
  }
}
