/** A lead's first week on the deployed product: signs in by email, brings a cohort, takes it away, writes to it, is briefed. */
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { cohortPaths, DATES_PATH, SIGN_IN_PATH } from '#shared/base/links/advisor-paths.ts';
import { plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, instantAt, msBetween } from '#shared/base/time/instant.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { openBrowser } from './browser.ts';
import { emailsTo } from './emails.ts';
import { call, configure } from './lambda.ts';
import { operate } from './operator.ts';
import { afternoonZone, httpEvent, inDays, matchYear } from './people.ts';
import { everybodyLookedAt } from './queues.ts';
import { clock, read, store, until } from './stage.ts';

const RUN = randomUUID().slice(0, 8);
const COHORT = `walk-${RUN}`;
const ADDRESS = `dana-${RUN}@example.org`;
const PEOPLE = 4;
const dana = openBrowser();

beforeAll(async () => {
  operates('advisor', ADDRESS, '--cohort', COHORT, '--role', 'lead', '--name', 'Dana');
  await dana.submit(SIGN_IN_PATH, { address: ADDRESS });
  const [email = ''] = await until('the link is emailed', async () => {
    const emails = await emailsTo((await advisor()).id);
    return emails.length > 0 && emails;
  });
  const link = pathIn(email, /\/advisors\/in\/[\w.-]+/);
  await dana.get(link);
  expect(await dana.post(link)).toBe('/advisors');
  const second = openBrowser();
  expect(await second.status(link), 'the same link again').toBe(410);
});

test('she is signed in, and sees her cohort and no other', async () => {
  expect(await dana.get('/advisors')).toContain(COHORT);
  expect(await dana.status(cohortPaths('walk').report)).toBe(404);
});

test('a sheet is shown, applied by the deployed worker, and on the report', async () => {
  const at = await dana.upload(cohortPaths(COHORT).imports, sheet());
  expect(await dana.get(at)).toContain(`<strong>${PEOPLE}</strong> new`);
  expect((await store.cohort(COHORT, 100)).rows).toEqual([]);
  expect(await dana.post(`${at}/start`)).toBe(at);
  await until('the import is done', async () => {
    const item = await store.read('import', at.split('/').at(-1) ?? '');
    return item?.state === 'done' && item;
  });
  const report = await dana.get(cohortPaths(COHORT).report);
  expect(report).toContain('Applicant 0');
  expect((await store.cohort(COHORT, 100)).rows).toHaveLength(PEOPLE);
});

describe('an export is made by the deployed worker, fetched by its link, and whole', () => {
  test('as CSV', async () => {
    const { file, type, name } = await exported('rotations-csv');
    expect(type).toBe('text/csv; charset=utf-8');
    expect(name).toMatch(/-rotations\.csv"$/);
    const lines = new TextDecoder().decode(file).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 2 * PEOPLE);
    expect(lines.filter((line) => line.includes('Brown'))).toHaveLength(PEOPLE);
  });

  test('as a workbook', async () => {
    const { file, type } = await exported('xlsx');
    expect(type).toContain('spreadsheetml');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.buffer as ArrayBuffer);
    const rows = (name: string) => book.getWorksheet(name)?.actualRowCount;
    expect([rows('Applicants'), rows('Rotations')]).toEqual([1 + PEOPLE, 1 + 2 * PEOPLE]);
  });

  test('as JSON', async () => {
    const { file } = await exported('json');
    const { applicants } = JSON.parse(new TextDecoder().decode(file)) as { applicants: object[] };
    expect(applicants).toHaveLength(PEOPLE);
  });
});

test('a host’s date that she corrects holds for everyone once an operator confirms it, and is rejected again', async () => {
  const form = await dana.get(DATES_PATH);
  const correction = {
    update: /name="update" value="([^"]+)"/.exec(form)?.[1] ?? '',
    of: 'host',
    institutionId: 'yale',
    leadDays: '151',
    source: 'https://medicine.yale.edu/',
    certainty: 'official',
    checkedOn: dayIn(EASTERN, clock.now()),
    reason: 'Their page says five months now',
  };
  const preview = await dana.submit(DATES_PATH, correction);
  const digest = /name="digest" value="([^"]+)"/.exec(preview)?.[1] ?? '';
  // Thirty-one days nearer than the 120 of its page: it is read once more before it is saved.
  expect(preview).toContain('name="again"');
  await dana.post(DATES_PATH, { ...correction, step: 'save', digest, again: 'yes' });
  expect(await dana.get(DATES_PATH)).toContain('151 days before the start (entered by Dana');
  const confirmed = operates('ops', 'corrections', 'confirm', correction.update, '--json');
  // Another function goes on with what it read for a minute.
  await until(
    'the directory shows it',
    async () => (await yalePage()).includes('151 days'),
    90_000,
  );
  const { confirm: id } = JSON.parse(confirmed) as { confirm: string };
  operates('ops', 'corrections', 'reject', id);
  expect(await dana.get(DATES_PATH)).toContain('rejected on the command line');
});

test('her message to the list reaches each of them once', async () => {
  // Whom the sheet brought in is asked first whether the plan is theirs, and gets nothing else on that day.
  for (const { id } of (await store.cohort(COHORT, 100)).rows) {
    await until('the plan is open', async () => {
      const { pending: _, causes, ...opened } = await read(id);
      const own = causes.filter(({ stream }) => stream !== 'confirm');
      return (await store.write({ ...opened, causes: own })).written;
    });
  }
  const path = cohortPaths(COHORT).message;
  const draft = { subject: 'Office hours', text: 'Come on Friday.' };
  const preview = await dana.submit(path, { step: 'preview', ...draft });
  expect(preview).toContain(`${PEOPLE} applicants get it.`);
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(preview)?.[1] ?? '';
  const sent = { step: 'send', ...draft, update: hidden('update'), digest: hidden('digest') };
  const at = await dana.post(path, sent);
  expect(await dana.post(path, sent), 'a second tap').toBe(at);
  const id = at.split('/').at(-1) ?? '';
  await until('it is handed out', async () => (await store.read('bulk', id))?.handedOutAt);
  await call('SweepFunction', {});
  for (const { id } of (await store.cohort(COHORT, 100)).rows) {
    await until('the message is emailed', async () => (await messagesTo(id)).length > 0);
    expect(await messagesTo(id)).toHaveLength(1);
  }
});

test('on Monday morning her brief leaves, without a name in it', async () => {
  const { id, profile } = await advisor();
  const today = dayIn(profile.zone, clock.now());
  const monday = plusDays(today, 8 - (weekdayOf(today) || 7));
  const aheadMs = msBetween(clock.now(), instantAt(monday, '09:00', profile.zone));
  // The function lives on that Monday; nobody else does, and nobody is being looked at while it is exchanged.
  await everybodyLookedAt();
  const shift = encodeURIComponent(`const { now } = Date; Date.now = () => now() + ${aheadMs};`);
  await configure('NudgeFunction', 'NODE_OPTIONS', `--import=data:text/javascript,${shift}`);
  try {
    const body = JSON.stringify({ kind: 'advisor', personId: id });
    await call('NudgeFunction', { Records: [{ messageId: 'monday', body }] });
    await call('NudgeFunction', { Records: [{ messageId: 'again', body }] });
  } finally {
    await configure('NudgeFunction', 'NODE_OPTIONS', '');
  }
  const briefs = (await emailsTo(id)).filter((raw) => raw.includes('Subject: Last week:'));
  expect(briefs).toHaveLength(1);
  expect(briefs[0]).toContain(cohortPaths(COHORT).report);
  expect(briefs[0]).not.toContain('Applicant');
});

async function advisor(): Promise<Advisor> {
  const cohort = await store.read('cohort', COHORT);
  const found = await store.read('advisor', cohort?.advisorIds[0] ?? '');
  if (!found) throw new Error('Dana advises nobody.');
  return found;
}

function operates(command: string, ...args: string[]): string {
  const { stderr, stdout, status } = operate(command, args);
  expect([stderr, status]).toEqual(['', 0]);
  return stdout;
}

/** Each applicant with two rotations, a line each. */
function sheet(): string {
  const header =
    'Name,Email,Time zone,Match year,Enrollment,Pathway,Host,Specialty,Mode,Route,First day,Last day';
  const lines = Array.from({ length: PEOPLE }, (_, n) => {
    const who = `Applicant ${n},a${n}-${RUN}@example.org,${afternoonZone()},${matchYear()},enrolled,integrated-ir`;
    const at = (host: string, from: number) =>
      `${who},${host},ir,hands-on,institution,${inDays(from)},${inDays(from + 25)}`;
    return [at('Brown', 200), at('Yale', 240)].join('\n');
  });
  return `${[header, ...lines].join('\n')}\n`;
}

async function exported(format: string) {
  const page = await dana.post(cohortPaths(COHORT).exports, { format });
  const link = await until('the export is ready', async () => {
    return /href="([^"]*\/file\/[^"]*)"/.exec(await dana.get(page))?.[1];
  });
  const address = await dana.follow(link);
  expect(address).toContain('X-Amz-Expires=60');
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  const { headers } = answer;
  return {
    file: await answer.bytes(),
    type: headers.get('content-type') ?? '',
    name: headers.get('content-disposition') ?? '',
  };
}

async function yalePage(): Promise<string> {
  const event = httpEvent('GET', '/programs/hosts/yale');
  return ((await call('ShortlistFunction', event)) as { body: string }).body;
}

async function messagesTo(personId: string): Promise<string[]> {
  return (await emailsTo(personId)).filter((raw) => raw.includes('Subject: Office hours'));
}

/** A path of ours in an email, whose lines are folded as quoted-printable. */
function pathIn(email: string, pattern: RegExp): string {
  return pattern.exec(email.replaceAll(/=\r?\n/g, ''))?.[0] ?? '';
}
