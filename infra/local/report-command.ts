/** `npm run report`: a cohort as a file, written by the same code as the exports of its page. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Env } from '#functions/adapters/env.ts';
import { xlsxOf } from '#functions/adapters/xlsx.ts';
import { note } from '#functions/audit.ts';
import { peopleOf } from '#functions/run-export.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import type { ExportFormat, ExportOf } from '#shared/cohort/export/exports.ts';
import { textOf } from '#shared/cohort/export/text-of.ts';
import { EVERYONE } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import type { Store } from '#shared/store/store.ts';
import { reportFile } from '#shared/views/pages/report/report-page.ts';
import { type CommandData, onData } from './command-data.ts';
import { type CallOf, isReaderGone, runCommand } from './commands/run.ts';
import { addressOf } from './server.ts';

/** The command's names of the formats. */
const FORMATS = {
  csv: 'applicants-csv',
  'rotations-csv': 'rotations-csv',
  xlsx: 'xlsx',
  json: 'json',
  ics: 'ics',
} as const satisfies Record<string, ExportFormat>;

type Asked = CallOf<'report'>;

await runCommand('report', async (call) => {
  if (call.format === 'xlsx' && !call.out && process.stdout.isTTY) {
    return failure('A workbook is not text. Name a file with --out FILE.xlsx.');
  }
  return onData('refuse', (data, env) => write(call, data, env));
});

async function write(
  { cohort: cohortId, format, out }: Asked,
  { store, clock, worldFor }: CommandData,
  env: Env,
): Promise<Result<string, string>> {
  const cohort = await store.read('cohort', cohortId);
  if (!cohort) return failure(`There is no cohort ${cohortId}.`);
  const now = clock.now();
  let people = 0;
  const of: ExportOf = {
    cohort,
    world: (await worldFor())(cohort.id),
    now,
    people: () =>
      peopleOf({ store }, cohortId, async (done) => {
        people = done;
      }),
  };
  const kind = format === 'html' ? undefined : FORMATS[format];
  let pieces: Iterable<string> | AsyncIterable<string | Uint8Array>;
  if (kind) pieces = kind === 'xlsx' ? xlsxOf(of) : textOf(kind, of);
  else {
    const page = await pageOf(of, store, env);
    people = page.people;
    pieces = [page.text];
  }
  const to = out ? createWriteStream(out, { mode: 0o600 }) : process.stdout;
  try {
    await pipeline(Readable.from(pieces, { objectMode: true }), to, { end: out !== undefined });
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
  await note({ store, clock }, cohortId, {
    by: 'operator',
    act: 'export-fetched',
    ...(kind && { format: kind }),
    people,
  });
  return success('');
}

/** The page as a file, in Eastern time: its reader's own zone is unknown. */
async function pageOf(
  { cohort, world, now }: ExportOf,
  store: Store,
  { publicUrl, port }: Env,
): Promise<{ readonly text: string; readonly people: number }> {
  const report = reportOf(cohort, await wholeCohort(store, cohort.id), EVERYONE, world, now);
  const text = reportFile(report, EASTERN, publicUrl ?? addressOf(port));
  return { text, people: report.people };
}
