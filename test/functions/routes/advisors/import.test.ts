/** Sheets as an advisor's browser sends them, and as an attacker does. */
import { describe, expect, test } from 'vitest';
import { IMPORT_BYTES_MAX } from '#shared/base/limits.ts';
import { REQUESTS_MAX, takeOne } from '#shared/people/applicant/requester-tally.ts';
import { MONDAY } from '../../../cast.ts';
import { ALICE, file, HEADER } from '../../../shared/cohort/import/files.ts';
import { type AdvisorsStage, advisorsStage, BASE_URL, FOREIGN, OWN } from '../../advisors-stage.ts';

const IMPORT = `/advisors/c/${OWN}/import`;

async function send(stage: AdvisorsStage, text: string | Uint8Array, path = IMPORT) {
  const body = new FormData();
  body.set('file', new File([text as never], 'sheet.csv'));
  const cookie = await stage.cookie('lead');
  const headers = { origin: BASE_URL, cookie };
  const answer = await stage.request(path, { method: 'POST', body, headers });
  return { answer, cookie, at: answer.headers.get('location') ?? '' };
}

describe('a sheet', () => {
  test('is shown before it is written, and written once it is pressed', async () => {
    const stage = await advisorsStage();
    const { at, cookie } = await send(stage, file(HEADER, ALICE));
    const shown = await (await stage.get(at, cookie)).text();
    expect(shown).toContain('<strong>1</strong> new');
    expect((await stage.store.cohort(OWN, 10)).rows).toEqual([]);
    const pressed = await stage.post(`${at}/start`, {}, cookie);
    expect(pressed.headers.get('location')).toBe(at);
    expect(stage.jobs).toEqual([{ kind: 'import', id: at.split('/').at(-1) }]);
    expect(await (await stage.get(at, cookie)).text()).toContain('0 of 1 applicants');
  });

  test('set going twice is one import', async () => {
    const stage = await advisorsStage();
    const { at, cookie } = await send(stage, file(HEADER, ALICE));
    await Promise.all([
      stage.post(`${at}/start`, {}, cookie),
      stage.post(`${at}/start`, {}, cookie),
    ]);
    expect(stage.jobs).toHaveLength(1);
  });

  test('with a bad line names it, and cannot be set going', async () => {
    const stage = await advisorsStage();
    const { at, cookie } = await send(stage, file(HEADER, ALICE.replace('alice@', 'alice')));
    expect(await (await stage.get(at, cookie)).text()).toContain('Line 2, column');
    expect((await stage.post(`${at}/start`, {}, cookie)).status).toBe(422);
    expect(stage.jobs).toEqual([]);
  });

  test('is read another way where its sender says so', async () => {
    const stage = await advisorsStage();
    const sheet = file('Wer,Wo,tz,year,type,track', ALICE);
    const { at, cookie } = await send(stage, sheet);
    expect(await (await stage.get(at, cookie)).text()).toContain(
      'No column is read as the email address.',
    );
    const said = { 'address.column': 'Wo', 'name.column': 'Wer', 'zone.column': 'tz' };
    const fixed = {
      'matchYear.column': 'year',
      'enrollment.always': 'enrolled',
      'pathway.always': 'dr-esir',
    };
    await stage.post(`${at}/columns`, { ...said, ...fixed }, cookie);
    const asked = await (await stage.get(at, cookie)).text();
    expect(asked).toContain('The column &quot;type&quot; is not read: 1 cell is filled.');
    expect(asked).not.toContain('<strong>1</strong> new');
    const leftOut = { 'column.4': 'leave-out', 'column.5': 'leave-out' };
    await stage.post(`${at}/answers`, leftOut, cookie);
    expect(await (await stage.get(at, cookie)).text()).toContain('<strong>1</strong> new');
  });
});

describe('large sheets', () => {
  // Refused once it is parsed: every line has one cell too many.
  const large = `a,b\n${'1,2,3\n'.repeat(34_000)}`;

  test('are checked forty times an hour for a cohort, and then refused before they are read', async () => {
    const stage = await advisorsStage();
    const tally = await stage.store.read('sign-ups', 'sheets');
    expect(tally).toBeUndefined();
    expect((await send(stage, large)).answer.status).toBe(422);
    const counted = await stage.store.read('sign-ups', 'sheets');
    if (!counted) throw new Error('It was not counted.');
    const { each } = REQUESTS_MAX.sheets;
    await stage.store.write({ ...counted, taken: each, by: { [OWN]: each } });
    const { answer } = await send(stage, large);
    expect([answer.status, await answer.text()]).toEqual([
      429,
      expect.stringContaining('Too many large sheets were checked just now'),
    ]);
    // A small one is always checked, and a file that was taken before is not parsed again.
    const { at, cookie } = await send(stage, file(HEADER, ALICE));
    expect((await stage.get(at, cookie)).status).toBe(200);
    const id = at.split('/').at(-1) ?? '';
    const item = await stage.store.read('import', id);
    if (item) await stage.store.write({ ...item, parts: 3 });
    expect((await stage.get(at, cookie)).status).toBe(429);
    expect((await stage.post(`${at}/start`, {}, cookie)).status).toBe(429);
    expect(stage.jobs).toEqual([]);
  });

  test('of ten thousand lines are taken, and one more is refused with what to do', async () => {
    const stage = await advisorsStage();
    const lines = (count: number) => `${HEADER}\n${`${ALICE}\n`.repeat(count)}`;
    const { answer } = await send(stage, lines(10_001));
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining(
        'more than 10,000 lines. Split it, or ask the operator of this service',
      ),
    ]);
    expect((await send(stage, lines(10_000))).answer.status).toBe(303);
    const page = await (await stage.get(IMPORT, await stage.cookie('lead'))).text();
    expect(page).toContain('CSV file, at most 4 MB and 10,000 lines');
  });

  test('of one cohort use up no place of another', async () => {
    const full = { hour: MONDAY, taken: 40, by: { [OWN]: 40 } };
    const tally = { kind: 'sign-ups', id: 'sheets', version: 1, ...full } as const;
    expect(takeOne('sheets', tally, OWN, MONDAY)).toBeUndefined();
    expect(takeOne('sheets', tally, FOREIGN, MONDAY)).toMatchObject({ taken: 41 });
  });
});

describe('nothing is kept', () => {
  test('of 50 MB, and the page says what to do', async () => {
    const stage = await advisorsStage();
    const { answer } = await send(stage, new Uint8Array(50_000_000));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain(`${IMPORT_BYTES_MAX / 1_000_000} MB`);
  });

  test('of a form without a file', async () => {
    const stage = await advisorsStage();
    expect((await stage.post(IMPORT, { file: 'a,b' }, await stage.cookie('lead'))).status).toBe(
      415,
    );
  });

  test('of what is no table, with the line', async () => {
    const stage = await advisorsStage();
    const { answer } = await send(stage, file(HEADER, `"${ALICE}`));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('never closes');
  });

  test('in another’s cohort, which is not there', async () => {
    const stage = await advisorsStage();
    const { answer } = await send(stage, file(HEADER, ALICE), `/advisors/c/${FOREIGN}/import`);
    expect(answer.status).toBe(404);
  });
});

test('an import is there in its own cohort only', async () => {
  const stage = await advisorsStage();
  const { at, cookie } = await send(stage, file(HEADER, ALICE));
  const item = await stage.store.read('import', at.split('/').at(-1) ?? '');
  if (!item) throw new Error('Nothing was kept.');
  await stage.store.write({ ...item, cohortId: FOREIGN });
  expect((await stage.get(at, cookie)).status).toBe(404);
  expect((await stage.post(`${at}/start`, {}, cookie)).status).toBe(404);
});

test('a name that is markup is shown as what it is', async () => {
  const stage = await advisorsStage();
  const { at, cookie } = await send(
    stage,
    file(HEADER, ALICE.replace('Alice', '<script>x</script>')),
  );
  const page = await (await stage.get(at, cookie)).text();
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
});

test('the template is a sheet that imports', async () => {
  const stage = await advisorsStage();
  const template = await (
    await stage.get(`${IMPORT}/template.csv`, await stage.cookie('lead'))
  ).text();
  const { at, cookie } = await send(stage, template);
  expect(await (await stage.get(at, cookie)).text()).toContain('<strong>1</strong> new');
});

test('two large files are reviewed one after the other, so that other pages get their turn between them', async () => {
  const order: string[] = [];
  const stage = await advisorsStage({ breathe: async () => void order.push('breathes') });
  const people = Array.from({ length: 150 }, (_, n) =>
    ALICE.replace(/Alice (.*)alice@/, `A${n} $1alice${n}@`),
  );
  const { at, cookie } = await send(stage, file(HEADER, ...people));
  const read = stage.store.read.bind(stage.store);
  stage.store.read = (kind, id) => {
    if (kind === 'import-part') order.push('reads the file');
    return read(kind, id);
  };
  await Promise.all([stage.get(at, cookie), stage.get(at, cookie)]);
  expect(order).toEqual(['reads the file', 'breathes', 'reads the file', 'breathes']);
});
