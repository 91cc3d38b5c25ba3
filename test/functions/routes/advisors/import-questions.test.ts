/** Sheets that a page must ask about before a word of them is written, and what the answers do. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runImport } from '#functions/run-import.ts';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { MONDAY } from '../../../cast.ts';
import { ALICE, file, HEADER } from '../../../shared/cohort/import/files.ts';
import { type AdvisorsStage, advisorsStage, BASE_URL, OWN } from '../../advisors-stage.ts';

test('a column that nothing reads is named with its cells and what it may mean, and read so once that is said', async () => {
  const page = await sent(await advisorsStage(), 'offer-day-under-unread-header');
  const asked = await page.text();
  expect(asked).toContain(
    'The column &quot;Offer valid until&quot; is not read: 1 cell is filled.',
  );
  expect(asked).toContain('Did you mean &quot;Offer expires&quot;?');
  expect((await page.press('start')).status).toBe(422);
  expect(page.stage.jobs).toEqual([]);
  await page.press('answers', { 'column.11': 'offerExpiresOn' });
  await page.press('start');
  const [rotation] = await page.rotations();
  expect(rotation).toMatchObject({ status: 'offered', offer: { expiresOn: '2027-01-15' } });
});

test('columns are left out one by one, and the phone number is read', async () => {
  const page = await sent(await advisorsStage(), 'columns-nothing-reads');
  const asked = await page.text();
  for (const column of ['Notes', 'Emergency contact', 'MRN']) {
    expect(asked).toContain(`The column &quot;${column}&quot; is not read: 1 cell is filled.`);
  }
  expect(asked).not.toContain('column &quot;Phone&quot;');
  await page.press('answers', { 'column.11': 'leave-out', 'column.12': 'leave-out' });
  expect((await page.press('start')).status).toBe(422);
  await page.press('answers', { 'column.13': 'leave-out' });
  expect(await page.text()).toContain('Left out: Notes, Emergency contact, and MRN.');
  await page.press('start');
  expect((await page.people())[0]?.facts.profile.phone).toBe('+1 (312) 555-0100');
});

test('an answer that names no known field, or a column that was not asked about, changes nothing', async () => {
  const page = await sent(await advisorsStage(), 'columns-nothing-reads');
  const before = await page.text();
  await page.press('answers', {
    'column.11': 'nonsense',
    'column.0': 'leave-out',
    'column.99': 'x',
  });
  expect(await page.text()).toBe(before);
});

test('numbered columns are two rotations of one person, and both are counted', async () => {
  const page = await sent(await advisorsStage(), 'second-host-in-numbered-columns');
  const shown = await page.text();
  expect(shown).toContain('Applicants: <strong>1</strong> new');
  expect(shown).toContain('Rotations: <strong>2</strong> new');
  expect(shown).toContain('gets one email that asks whether the plan is theirs');
  await page.press('start');
  expect((await page.rotations()).map(({ host, dates }) => [host.name, dates?.start])).toEqual([
    ['Johns Hopkins', '2027-07-05'],
    ['Yale School of Medicine', '2027-08-02'],
  ]);
  expect(await page.text()).toContain('Their rotations: 2 added, 0 changed, 0 as before.');
});

test.each([
  ['moved', 'moved', ['2027-07-12']],
  ['a second one', 'second', ['2027-07-05', '2027-07-12']],
])('an open rotation at the host is asked about: %s', async (_, choice, starts) => {
  const stage = await advisorsStage();
  const first = await sent(stage, 'moved-start-1-first');
  await first.press('start');
  const [known] = await first.rotations();
  stage.at(plusMs(MONDAY, MINUTE_MS));
  const later = await sent(stage, 'moved-start-2-later');
  expect(await later.text()).toContain(
    'Is this the same rotation, now Mon, Jul 12, 2027 to Fri, Aug 6, 2027',
  );
  expect((await later.press('start')).status).toBe(422);
  await later.press('answers', { 'answer.2': choice === 'moved' ? (known?.id ?? '') : choice });
  await later.press('start');
  expect((await later.rotations()).map(({ dates }) => dates?.start)).toEqual(starts);
});

test('many at once are answered in one way, and one of them in another', async () => {
  const stage = await advisorsStage();
  const wide = `${HEADER},Host,Specialty,First day,Last day`;
  const people = ['a', 'b', 'c'].map((name) =>
    ALICE.replace(/Alice (.*)alice@/, `${name} $1${name}@`),
  );
  const on = (days: string) => file(wide, ...people.map((line) => `${line},Brown,ir,${days}`));
  await (await sent(stage, on('2027-07-05,2027-07-30'))).press('start');
  stage.at(plusMs(MONDAY, MINUTE_MS));
  const later = await sent(stage, on('2027-08-02,2027-08-27'));
  expect(await later.text()).toContain('3 rotations may already be on a plan');
  await later.press('answers', { 'answer.all': 'moved', 'answer.3': 'second' });
  await later.press('start');
  const counts = (await later.people()).map(({ facts }) => [
    facts.profile.address,
    facts.rotations.length,
  ]);
  expect(Object.fromEntries(counts)).toEqual({
    'a@example.org': 1,
    'b@example.org': 2,
    'c@example.org': 1,
  });
});

test('a word that a column does not take is explained once for all its cells', async () => {
  const wide = `${HEADER},Host,Specialty,First day,Last day,Status`;
  const people = ['a', 'b'].map((name) => ALICE.replace(/Alice (.*)alice@/, `${name} $1${name}@`));
  const lines = people.map((line) => `${line},Brown,ir,7/5/2027,8/6/2027,Pending VSLO`);
  const page = await sent(await advisorsStage(), file(wide, ...lines));
  const asked = await page.text();
  expect(asked).toContain('Nothing is saved yet: 2 questions first');
  expect(asked).toContain('It is in 2 cells of the column.');
  expect(asked).toContain('name="value.10.Pending VSLO"');
  await page.press('answers', { 'value.10.Pending VSLO': 'submitted' });
  expect((await page.press('start')).status).toBe(422);
  await page.press('answers', { order: 'month-first' });
  expect(await page.text()).toContain('“Pending VSLO” in Status means submitted');
  await page.press('start');
  expect((await page.rotations()).map(({ status, dates }) => [status, dates?.start])).toEqual([
    ['submitted', '2027-07-05'],
    ['submitted', '2027-07-05'],
  ]);
});

test('one name at two addresses is asked about, and is two people once that is said', async () => {
  const page = await sent(
    await advisorsStage(),
    file(HEADER, ALICE, ALICE.replace('alice@', 'b@')),
  );
  const asked = await page.text();
  expect(asked).toContain('“Alice Mathew” is also on line 2, with the address alice@example.org');
  expect(asked).toContain('They are two people');
  expect((await page.press('start')).status).toBe(422);
  await page.press('answers', { 'answer.who.3': 'second' });
  await page.press('start');
  expect(await page.people()).toHaveLength(2);
});

test('answers are shown before the import, and asked again once its columns are chosen again', async () => {
  const days = '7/5/2027,8/6/2027,Pending VSLO';
  const wide = `${HEADER},Host,Specialty,First day,Last day,Status`;
  const page = await sent(await advisorsStage(), file(wide, `${ALICE},Brown,ir,${days}`));
  expect(await page.text()).toContain('Nothing is saved yet: 2 questions first');
  await page.press('answers', { 'value.10.Pending VSLO': 'submitted', order: 'day-first' });
  const shown = await page.text();
  expect(shown).toContain('Days are read day first, as you said.');
  expect(shown).toContain('To answer again, press “Use these columns” below.');
  const columns = [...wide.split(',')].map((header, at): [string, string] => [
    `${FIELDS_OF_WIDE[at]}.column`,
    header,
  ]);
  await page.press('columns', Object.fromEntries(columns));
  const again = await page.text();
  expect(again).toContain('Nothing is saved yet: 2 questions first');
  expect(again).not.toContain('as you said');
});

test('a name and a day are asked for, and a status is chosen', async () => {
  const wide = `${HEADER.replace('Name', 'Last First')},Host,Specialty,First day,Status`;
  const person = ALICE.replace('Alice Mathew', 'De La Cruz Ana');
  const page = await sent(await advisorsStage(), file(wide, `${person},Brown,ir,7/5/2127,DNR`));
  const asked = await page.text();
  expect(asked).toContain('What should we read instead of “De La Cruz Ana”?');
  expect(asked).toContain('Enter a name, or - to leave the cell empty.');
  expect(asked).toContain('What should we read instead of “7/5/2127”?');
  expect(asked).not.toContain('What should we read instead of “DNR”?');
  expect(asked).toContain('What does “DNR” mean in this column?');
  expect(asked).toContain('Applied, waiting for the host');
  expect(asked).toContain('Closed, withdrawn by the applicant');
});

test('two people of one name are asked about once, and not again with the same sheet', async () => {
  const stage = await advisorsStage();
  const twins = file(HEADER, ALICE, ALICE.replace('alice@', 'b@'));
  const page = await sent(stage, twins);
  await page.press('answers', { 'answer.who.3': 'second' });
  await page.press('start');
  stage.at(plusMs(MONDAY, MINUTE_MS));
  expect(await (await sent(stage, twins)).text()).toContain('<strong>2</strong> unchanged');
  const third = file(HEADER, ALICE, ALICE.replace('alice@', 'c@'));
  expect(await (await sent(stage, third)).text()).toContain('They are two people');
});

test('an answer about a word that was not asked, or an order that is none, changes nothing', async () => {
  const sheet = file(`${HEADER},Host,Specialty,Status`, `${ALICE},Brown,ir,Pending`);
  const page = await sent(await advisorsStage(), sheet);
  const before = await page.text();
  await page.press('answers', { 'value.8.Soon': 'submitted', 'value.0.Pending': 'x', order: 'up' });
  expect(await page.text()).toBe(before);
});

const FIELDS_OF_WIDE = [
  'name',
  'address',
  'zone',
  'matchYear',
  'enrollment',
  'pathway',
  'host',
  'specialty',
  'start',
  'end',
  'status',
];

test('what every row lacks is filled in below, and what one row has wrong is fixed in the sheet', async () => {
  const page = await sent(await advisorsStage(), 'Name,Email\nBob Tane,bob@example.org\n');
  const advice = 'What is missing from every row can be filled in below.';
  const asked = await page.text();
  expect(asked).toContain('Nothing was changed: 4 problems');
  expect(asked).toContain(advice);
  const columns = { 'name.column': 'Name', 'address.column': 'Email' };
  const filled = {
    'zone.always': 'Pacific/Auckland',
    'matchYear.always': '2028',
    'enrollment.always': 'graduate',
    'pathway.always': 'dr-esir',
  };
  await page.press('columns', { ...columns, ...filled, 'matchYear.always': 'soon' });
  expect(await page.text()).toContain(advice);
  await page.press('columns', { ...columns, ...filled });
  expect(await page.text()).not.toContain('problem');
  await page.press('start');
  expect((await page.people()).map(({ facts }) => facts.profile.matchYear)).toEqual([2028]);
});

/** The page of a sheet that an advisor sent: the text of a case, or a sheet's own. */
async function sent(stage: AdvisorsStage, sheet: string) {
  const text = sheet.includes('\n')
    ? sheet
    : readFileSync(new URL(`../../../cases/sheets/${sheet}.csv`, import.meta.url), 'utf8');
  const body = new FormData();
  body.set('file', new File([text], 'sheet.csv'));
  const cookie = await stage.cookie('lead');
  const headers = { origin: BASE_URL, cookie };
  const path = `/advisors/c/${OWN}/import`;
  const answer = await stage.request(path, { method: 'POST', body, headers });
  const at = answer.headers.get('location') ?? '';
  const people = async () => {
    const { rows } = await stage.store.cohort(OWN, 100);
    const read = await Promise.all(rows.map(({ id }) => stage.store.read('applicant', id)));
    return read.flatMap((person) => person ?? []);
  };
  return {
    stage,
    people,
    rotations: async () => (await people()).flatMap(({ facts }) => facts.rotations),
    text: async () => (await stage.get(at, cookie)).text(),
    /** Presses a button of the page; what was started is run to its end. */
    press: async (button: string, fields: Record<string, string> = {}) => {
      const pressed = await stage.post(`${at}/${button}`, fields, cookie);
      const run = { ...stage.deps, workflow: NO_WORKFLOW, mayContinue: () => true };
      await runImport(run, at.split('/').at(-1) ?? '');
      return pressed;
    },
  };
}
