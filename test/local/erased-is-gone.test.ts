/** Zelandine did everything a person can do, and left. Her data folder is read byte by byte afterwards. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breathe } from '#functions/adapters/breathe.ts';
import { exportFolder } from '#functions/adapters/export-folder.ts';
import { newId } from '#functions/adapters/ids.ts';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { xlsxOf } from '#functions/adapters/xlsx.ts';
import { enrollAdvisor } from '#functions/enroll-advisor.ts';
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { answerMessage } from '#functions/routes/answer-message.ts';
import { latestDeliveries } from '#functions/routes/keep-delivery.ts';
import { leave } from '#functions/routes/leaving.ts';
import { runJob } from '#functions/run-job.ts';
import { addSender } from '#functions/senders.ts';
import { update } from '#functions/update.ts';
import { backgroundOf, tick } from '#infra/local/background.ts';
import { backUp, restore } from '#infra/local/backups.ts';
import { exportsIn, storeFileIn } from '#infra/local/data-folder.ts';
import { erasuresFileIn, recorderIn } from '#infra/local/erasures.ts';
import { nudgeDeps } from '#infra/local/parts.ts';
import { secretsIn } from '#infra/local/secrets.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { newExport } from '#shared/cohort/export/exports.ts';
import type { Sender } from '#shared/exchange/webhook/sender.ts';
import type { Event } from '#shared/people/person/event.ts';
import { keyOf } from '#shared/store/keys.ts';
import type { Email } from '#shared/store/mailer.ts';
import { DANA, MONDAY } from '../cast.ts';
import { file, HEADER } from '../shared/cohort/import/files.ts';

/** Of her and of what she and others wrote about her. No two share a word. */
const WORDS = {
  name: 'Quorrath',
  address: 'zelandine@',
  phone: '+915550199',
  host: 'Vellmoor',
  writer: 'Ossipaun',
  writerAddress: 'bristol@',
  seen: 'thrombectomy nights',
  cv: 'Harmonium prize',
  story: 'stairwell',
  mentor: 'Tamsinel',
  caseNote: 'she sounded worn',
  refused: 'Marchpane',
} as const;
/** A school's word about a person that it does not have: of that no update is kept. */
const ABOUT_A_STRANGER = 'Wexcombe';
const ADDRESS = `${WORDS.address}example.org`;
const SHEET = file(
  `${HEADER},Phone`,
  `Zelandine ${WORDS.name},${ADDRESS},Asia/Kolkata,2028,enrolled,integrated-ir,${WORDS.phone}`,
  'Bob Tane,bob@example.org,Pacific/Auckland,2028,graduate,dr-esir,',
);

let folder: string;
let store: SqliteStore;
let personId: string;
let now: Instant = MONDAY;
const clock = { now: () => now };
const sent: Email[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'away-erased-'));
  store = openSqliteStore(storeFileIn(folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parts() {
  return {
    store,
    clock,
    secrets: secretsIn(folder),
    baseUrl: 'https://rotations.example.org',
    mailer: {
      deliver: async (email: Email) => {
        sent.push(email);
        return { outcome: 'accepted' } as const;
      },
      evidenceMs: 0,
    },
    newId,
    log: () => undefined,
    recordErasure: recorderIn(folder, store),
  };
}

function deps() {
  const { pepper, linkKeys } = parts().secrets;
  return {
    ...nudgeDeps(parts()),
    ...parts(),
    pepper,
    linkKeys,
    undoKeys: linkKeys,
    breathe,
    xlsx: xlsxOf,
    files: exportFolder(exportsIn(folder)),
    mayContinue: () => true,
    wake: async () => undefined,
  };
}

/** As the server's timer does it. */
const minute = () => tick(backgroundOf(parts(), exportFolder(exportsIn(folder))));

async function reports(event: Event, by: 'applicant' | 'advisor' = 'applicant'): Promise<void> {
  const { answer } = await update(deps(), personId, { id: newId(), by, event });
  expect([event.type, answer]).toEqual([event.type, 'accepted']);
}

/** The words that some file of the folder holds, with the file. */
function found(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name)).toString('latin1');
      return [...Object.values(WORDS), ABOUT_A_STRANGER]
        .filter((word) => bytes.includes(word))
        .map((word) => `${name}: ${word}`);
    });
}

async function herSeason(): Promise<void> {
  const lead = { profile: { ...DANA, zone: 'America/Chicago' }, role: 'lead' } as const;
  await enrollAdvisor(deps(), { ...lead, cohort: { id: 'c2028', name: 'Match 2028' } });
  await imported('i1', 'applying');
  const { rows } = await store.cohort('c2028', 10);
  personId = rows.find(({ name }) => name.includes(WORDS.name))?.id ?? '';
  await reports({
    type: 'rotation-added',
    rotation: {
      host: { name: `${WORDS.host} Clinic` },
      specialty: 'ir',
      mode: 'hands-on',
      route: 'institution',
      country: 'US',
      dates: { start: '2026-09-07', end: '2026-10-02' },
    },
    tookPlace: 'yes',
  });
  const rotationId = (await store.read('applicant', personId))?.facts.rotations[0]?.id ?? '';
  await reports({ type: 'packet-entered', item: 'cv', text: WORDS.cv });
  await reports({ type: 'story-noted', story: { kind: 'teamwork', note: `In a ${WORDS.story}` } });
  await reports({
    type: 'letter-asked',
    rotationId,
    writer: { name: `Dr. ${WORDS.writer}`, specialty: 'ir' },
  });
  const letterId =
    (await store.read('applicant', personId))?.facts.rotations[0]?.letters[0]?.id ?? '';
  await reports({
    type: 'letter-contact',
    rotationId,
    letterId,
    agreedInPerson: 'yes',
    address: `${WORDS.writerAddress}brown.example.org`,
    seen: WORDS.seen,
  });
  await reports({ type: 'case-opened', note: WORDS.caseNote }, 'advisor');
  await messages(rotationId);
  await store.write(
    newExport({ id: 'e1', cohortId: 'c2028', by: 'dana', format: 'applicants-csv' }, now),
  );
  await runJob(deps(), { kind: 'export', id: 'e1' });
  for (let day = 0; day < 3; day += 1) {
    await minute();
    now = plusMs(now, DAY_MS);
  }
}

async function imported(id: string, as: 'applying' | 'uploaded'): Promise<void> {
  const of = { id, cohortId: 'c2028', by: 'dana', fileName: 'sheet.csv' };
  const kept = await keepFile(deps(), of, new TextEncoder().encode(SHEET));
  if (!kept.ok) throw new Error('It was refused.');
  if (as === 'uploaded') return;
  const { people } = await judge(deps(), kept.value, await tableOf(store, kept.value));
  await startImport(deps(), kept.value, people.length);
  expect(await runJob(deps(), { kind: 'import', id })).toBe('finished');
}

/** A school's form reports for her: one update is taken, one refused; another school's reports about a stranger. */
async function messages(rotationId: string): Promise<void> {
  const senders = [
    { id: 'own', cohortIds: ['c2028'], words: WORDS.refused },
    { id: 'other', cohortIds: ['c2029'], words: ABOUT_A_STRANGER },
  ];
  for (const { id, cohortIds, words } of senders) {
    const of = { id, name: id, product: 'standard', cohortIds } as const;
    const added = await addSender(deps(), { ...of, eventTypes: ['mentor-named'] });
    if (!added.ok) throw new Error(added.failure.join(' '));
    const mentor = { type: 'mentor-named', rotationId, mentor: WORDS.mentor };
    await sends(added.value, 'm1', [mentor, { ...mentor, rotationId: 'r-none', mentor: words }]);
  }
}

async function sends(sender: Sender, id: string, events: readonly object[]) {
  const items = events.map((event) => ({ applicant: { address: ADDRESS }, event }));
  const webhookKey = parts().secrets.webhookKey;
  return answerMessage({ ...deps(), webhookKey }, sender, { id, items }, new Uint8Array());
}

describe('a person who did everything', () => {
  test('is in the data folder with every word of hers', async () => {
    await herSeason();
    const words = new Set(found().map((each) => each.split(': ')[1]));
    expect([...words].toSorted()).toEqual(Object.values(WORDS).toSorted());
    expect(sent.map(({ to }) => to.address)).toContain(`${WORDS.writerAddress}brown.example.org`);
  });

  test('is in no kept sheet once it is applied', async () => {
    expect(await store.read('import-part', 'i1.1')).toBeUndefined();
  });

  test('is gone from every byte of it a week after she deletes her plan, while the server runs', async () => {
    backUp(folder, join(folder, '..', `backups-${personId}`), 35, now);
    await imported('i2', 'uploaded');
    await leave(deps(), personId);
    await minute();
    now = plusMs(now, 7 * DAY_MS + HOUR_MS);
    const past = new Date(Date.now() - 25 * HOUR_MS);
    utimesSync(join(exportsIn(folder), 'e1'), past, past);
    await minute();
    expect(await store.read('applicant', personId)).toMatchObject({ erased: { at: now } });
    expect(found()).toEqual([]);
  });

  test('leaves no word of an update that a school sends about her afterwards', async () => {
    const sender = await store.read('sender', 'own');
    if (!sender) throw new Error('No sender is kept.');
    const late = { type: 'mentor-named', rotationId: 'r-none', mentor: WORDS.mentor };
    const other = { type: 'no-such-update', mentor: WORDS.mentor };
    const answers = await sends(sender, 'm2', [late, other]);
    expect(answers).toMatchObject({
      ok: true,
      value: [{ reason: 'unknown-applicant' }, { answer: 'refused' }],
    });
    expect((await latestDeliveries(store, 'own')).map(({ messageId }) => messageId)).toEqual([
      'm2',
      'm1',
    ]);
    expect(found()).toEqual([]);
  });

  test('is in no row of it', () => {
    const reader = new DatabaseSync(storeFileIn(folder), { readOnly: true });
    const tables = reader.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const rows = tables.flatMap(({ name }) => reader.prepare(`SELECT * FROM "${name}"`).all());
    reader.close();
    const read = JSON.stringify(rows).toLowerCase();
    expect(rows.length).toBeGreaterThan(5);
    for (const word of Object.values(WORDS)) expect(read).not.toContain(word.toLowerCase());
  });

  test('leaves Bob, who did not leave', async () => {
    const { rows } = await store.cohort('c2028', 10);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['Bob Tane', 'Deleted plan']);
  });

  test('is on the record of erasures as a hash, for its owner alone', () => {
    const record = readFileSync(erasuresFileIn(folder), 'utf8');
    expect(record).toMatch(/^2026-\S+ [0-9a-f]{64}\n$/);
    expect(record).not.toContain(personId);
    expect(statSync(erasuresFileIn(folder)).mode & 0o077).toBe(0);
  });

  test('is gone after a clean stop, which leaves no log beside the data', () => {
    store.close();
    expect(readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
    expect(found()).toEqual([]);
  });

  test('stays erased when a backup of before is restored', async () => {
    const backups = join(folder, '..', `backups-${personId}`);
    const [backup = ''] = readdirSync(backups);
    const before = new DatabaseSync(join(backups, backup), { readOnly: true });
    const row = before.prepare('SELECT body FROM items WHERE key = ?');
    expect(String(row.get(keyOf('applicant', personId))?.body)).toContain(WORDS.name);
    before.close();
    expect(await restore(folder, join(backups, backup))).toEqual({
      ok: true,
      value: { erased: [personId] },
    });
    rmSync(backups, { recursive: true });
    expect(found()).toEqual([]);
    store = openSqliteStore(storeFileIn(folder));
    const { rows } = await store.cohort('c2028', 10);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['Bob Tane', 'Deleted plan']);
    store.close();
  });
});
