/** A cohort of a thousand with four rotations each, on AWS's own DynamoDB: what a report reads, what an export holds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { recordOf } from '#functions/adapters/dynamo-record.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import type { Item } from '#shared/store/items.ts';
import type { Written } from '#shared/store/store.ts';
import { BIG_COHORT, fillCohort, SPRING } from '../../bench/big-cohort.ts';
import { type AdvisorsStage, advisorsStage } from '../../functions/advisors-stage.ts';
import { loopbackClient, openDynamoStore } from '../../store/dynamo-table.ts';
import { type Consumed, countConsumed } from './capacity.ts';

const PEOPLE = 1_000;
const TABLE_NAME = 'away-scale';
/** What BatchWriteItem takes. */
const BATCH_ITEMS_MAX = 25;
/** Session, advisor, cohort, and what a page reads beside its people. */
const OTHER_READS = 20;
/** Far under the 1769 MB of the deployed worker. docs/scale.md has ten thousand, from SQLite. */
const EXPORT_MB_MAX = 420;
/** The program and a page fit in two thirds of it; a cohort held whole ends the command. */
const HEAP_MB = 96;

const port = inject('dynamoPort');
const client = loopbackClient(port);
const folder = mkdtempSync(join(tmpdir(), 'scale-'));
let consumed: Consumed;
let stage: AdvisorsStage;
let dana: string;
let rangeBytes: number;
let close: () => void | Promise<void>;

beforeAll(async () => {
  const opened = await openDynamoStore(client, TABLE_NAME);
  ({ close } = opened);
  const { store } = opened;
  stage = await advisorsStage({ store });
  stage.at(SPRING);
  dana = await stage.cookie('lead');
  await fillCohort({ writeMany: plantMany }, PEOPLE);
  const rows = await wholeCohort(store, BIG_COHORT);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(PEOPLE);
  rangeBytes = rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0);
  consumed = countConsumed(client);
});
afterAll(async () => {
  await close();
  client.destroy();
  rmSync(folder, { recursive: true, force: true });
});

describe('a report reads its range of the index once, and no applicant', () => {
  test.each(['', 'view=hosts', 'view=writers', 'risk=red&sort=name'])('?%s', async (query) => {
    Object.assign(consumed, { readUnits: 0, writeUnits: 0, calls: 0 });
    const page = await stage.get(`${cohortPaths(BIG_COHORT).report}?${query}`, dana);
    expect(page.status).toBe(200);
    // Half a unit for each 4 kB of the index, read without consistency; an item read besides would cost one of its own.
    expect(consumed.readUnits).toBeGreaterThan(rangeBytes / 8192 / 1.3);
    expect(consumed.readUnits).toBeLessThan((1.3 * rangeBytes) / 8192 + OTHER_READS);
    expect(consumed.writeUnits).toBe(0);
  });
});

describe('an export', () => {
  test.each(['xlsx', 'json'])('as %s holds a page of them at a time', async (format) => {
    const out = join(folder, `all.${format}`);
    const { code, said, peakMb } = await report('--format', format, '--out', out);
    expect([code, said]).toEqual([0, '']);
    console.log(`${PEOPLE} as ${format}: ${peakMb} MB at most, ${statSync(out).size} bytes`);
    expect(statSync(out).size).toBeGreaterThan(PEOPLE * 100);
    expect(peakMb).toBeLessThan(EXPORT_MB_MAX);
  });
});

/** New items as the product writes them, many in one call: a call for each takes minutes here. */
async function plantMany(items: readonly Item[]): Promise<Written[]> {
  const records = items.map((item) => recordOf({ ...item, version: 1 }, 'planted'));
  for (let first = 0; first < records.length; first += BATCH_ITEMS_MAX) {
    const some = records.slice(first, first + BATCH_ITEMS_MAX);
    const RequestItems = { [TABLE_NAME]: some.map((Item) => ({ PutRequest: { Item } })) };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    expect(UnprocessedItems ?? {}).toEqual({});
  }
  return items.map(() => ({ written: true, version: 1 }));
}

/** `npm run report` on this table, and the most memory that it held. */
async function report(...args: string[]): Promise<{ code: number; said: string; peakMb: number }> {
  const atEnd = encodeURIComponent(
    "process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS))",
  );
  const child = spawn(
    process.execPath,
    [
      `--import=data:text/javascript,${atEnd}`,
      `--max-old-space-size=${HEAP_MB}`,
      'infra/local/report-command.ts',
      ...['--cohort', BIG_COHORT, ...args],
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH,
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWAY_TABLE: TABLE_NAME,
      },
    },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const [code] = (await once(child, 'close')) as [number];
  const [, peakKb] = /peak (\d+)\n/.exec(said) ?? [];
  return { code, said: said.replace(/peak \d+\n/, ''), peakMb: Math.round(Number(peakKb) / 1024) };
}
