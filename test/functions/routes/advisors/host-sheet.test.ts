/** Omar corrects hosts in a spreadsheet: every change is shown first, and one bad cell leaves everything as it was. */
import { describe, expect, test } from 'vitest';
import { worldItem } from '#functions/read-world.ts';
import { csvOf } from '#shared/base/csv.ts';
import {
  HOST_CHECK_PATH,
  HOSTS_CSV_PATH,
  HOSTS_PATH,
  HOSTS_SHEET_PATH,
  HOSTS_SHEET_SAVE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import { institutionById } from '#shared/world/programs/directory.ts';
import { aliceAtYale } from '../../../shared/people/mailing/alice.ts';
import { advisorsStage, BASE_URL } from '../../advisors-stage.ts';

const YALE = 'yale-international-electives';
const UAB = 'uab-international-electives';
const PAGE = {
  source: 'https://medicine.yale.edu/visiting',
  checkedOn: '2026-11-20',
  certainty: 'official',
};
type Row = Readonly<Record<string, string>>;

async function omar() {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('advisor');
  const send = (text: string) => {
    const body = new FormData();
    body.set('file', new File([text], 'hosts.csv', { type: 'text/csv' }));
    return stage.request(HOSTS_SHEET_PATH, {
      method: 'POST',
      body,
      headers: { cookie, origin: BASE_URL },
    });
  };
  const save = async (shown: string, change: Row = {}) => {
    const hidden = Object.fromEntries(
      [...shown.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        (value ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
      ]),
    );
    return stage.post(HOSTS_SHEET_SAVE_PATH, { ...hidden, ...change }, cookie);
  };
  const corrections = async () => (await worldItem(stage.store)).corrections;
  const worldFor = async (cohortId?: string) => worldsOf(await worldItem(stage.store))(cohortId);
  return { stage, cookie, send, save, corrections, worldFor };
}

function sheetOf(...rows: readonly Row[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvOf(
    header,
    rows.map((row) => header.map((column) => row[column] ?? '')),
  );
}

describe('a corrected sheet', () => {
  test('as it was downloaded changes nothing', async () => {
    const { stage, cookie, send, corrections } = await omar();
    const sheet = await (await stage.get(HOSTS_CSV_PATH, cookie)).text();
    const answer = await send(sheet);
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('No cell of this file differs'),
    ]);
    expect(await corrections()).toEqual([]);
  });

  test('shows each cell and whom it affects, and is saved once, for his own cohort alone', async () => {
    const { stage, send, save, corrections, worldFor } = await omar();
    await stage.store.write({ ...aliceAtYale(), cohortId: 'c2028' });
    const shown = await (
      await send(sheetOf({ id: YALE, ...PAGE, graduates: 'yes', applicationFee: '150' }))
    ).text();
    expect(shown).toContain('graduates');
    expect(shown).toContain('After: $150');
    expect(shown).toContain('Alice Mathew');
    expect(await corrections()).toEqual([]);
    expect((await save(shown)).status).toBe(303);
    expect((await save(shown)).status).toBe(303);
    expect(await corrections()).toHaveLength(2);
    const graduates = async (cohortId?: string) =>
      (await worldFor(cohortId)).host(YALE)?.acceptsGraduates;
    expect(await graduates('c2028')).toBe('yes');
    expect([await graduates('c2029'), await graduates()]).toEqual(['no', 'no']);
  });

  test('is shown again where somebody else has changed what it showed', async () => {
    const { send, save, corrections } = await omar();
    const shown = await (await send(sheetOf({ id: YALE, ...PAGE, graduates: 'yes' }))).text();
    expect((await save(shown, { digest: 'other' })).status).toBe(409);
    expect(await corrections()).toEqual([]);
  });

  test('enters a new host with its cells, and says of a line with a new day that its page was read', async () => {
    const { send, save, worldFor } = await omar();
    const source = 'https://www.ruralmed.org/visitors';
    const shown = await (
      await send(
        sheetOf(
          {
            host: 'Rural Medical Center',
            state: 'NE',
            mode: 'observer',
            source,
            checkedOn: '2026-11-20',
            certainty: 'secondary',
            graduates: 'yes',
          },
          {
            id: UAB,
            source: institutionById(UAB)?.source ?? '',
            checkedOn: '2026-11-21',
            certainty: 'official',
          },
        ),
      )
    ).text();
    expect(shown).toContain('read on Sat, Nov 21, 2026, no change');
    expect((await save(shown)).status).toBe(303);
    const world = await worldFor('c2028');
    expect(world.newHosts?.map(({ name, acceptsGraduates }) => [name, acceptsGraduates])).toEqual([
      ['Rural Medical Center', 'yes'],
    ]);
    expect(world.host(UAB)).toMatchObject({ checkedOn: '2026-11-21', certainty: 'official' });
  });
});

describe('one bad cell', () => {
  const GOOD = {
    id: UAB,
    ...PAGE,
    source: 'https://example.org/uab',
    certainty: 'secondary',
    graduates: 'yes',
  };
  test.each([
    [
      'an unknown value',
      { id: YALE, ...PAGE, graduates: 'maybe' },
      'graduates</code>: Use yes, trained-only, or no.',
    ],
    [
      'a page elsewhere called official',
      { id: YALE, ...PAGE, source: 'https://example.org/', graduates: 'yes' },
      'certainty</code>: The certainty is official only for',
    ],
    [
      'a day that is still ahead',
      { id: YALE, ...PAGE, checkedOn: '2026-12-24', graduates: 'yes' },
      'checkedOn</code>: The day you read the source is in the future',
    ],
    [
      'a second line of one ID',
      { ...GOOD, graduates: 'no' },
      'id</code>: Line 2 has this ID, too.',
    ],
    [
      'an ID of no offering',
      { id: 'atlantis', ...PAGE, graduates: 'yes' },
      'id</code>: The directory has no offering',
    ],
    [
      'a renamed host',
      { id: YALE, ...PAGE, host: 'Yale', graduates: 'yes' },
      'host</code>: A sheet cannot rename',
    ],
    [
      'a changed cell without its page',
      { id: YALE, graduates: 'yes' },
      'source</code>: Name the page',
    ],
    ['a fee in words', { id: YALE, ...PAGE, tuitionFee: 'much' }, 'tuitionFee</code>: '],
  ])('%s is named by line and column, and nothing is taken', async (_, bad, words) => {
    const { send, corrections } = await omar();
    const answer = await send(sheetOf(GOOD, bad));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Nothing of the file was taken.');
    expect(text).toContain(`Line 3, <code>${words}`);
    expect(await corrections()).toEqual([]);
  });

  test.each([
    ['a column that the sheet does not have', 'id,prestige\nyale,1\n', 'prestige'],
    ['no file of text', '\u0000', 'not a text file'],
    ['no line below its header', 'id,source\n', 'no lines below it'],
  ])('%s is refused as a whole', async (_, text, words) => {
    const { send } = await omar();
    const answer = await send(text);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)]);
  });

  test('is not even read from an auditor', async () => {
    const { stage, corrections } = await omar();
    const cookie = await stage.cookie('auditor');
    const form = { update: 'u1', sheet: sheetOf({ id: YALE, ...PAGE, graduates: 'yes' }) };
    expect((await stage.post(HOSTS_SHEET_SAVE_PATH, form, cookie)).status).toBe(403);
    expect(await corrections()).toEqual([]);
  });
});

describe('the yearly queue', () => {
  const AS_IT_IS = {
    source: institutionById(UAB)?.offering.sources[0] ?? '',
    certainty: 'official',
  };

  test.each([
    ['older day', { id: UAB, ...AS_IT_IS, checkedOn: '2020-01-01' }, 'This is the current value'],
    ['source beside nothing new', { id: UAB, ...PAGE }, 'Nothing else on this line is new'],
  ])('takes no %s from a sheet', async (_, row, words) => {
    const { send, corrections } = await omar();
    const answer = await send(sheetOf(row));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)]);
    expect(await corrections()).toEqual([]);
  });

  test('loses a host by one press, for his cohort, once', async () => {
    const { stage, cookie, corrections, worldFor } = await omar();
    const due = institutionById('stanford')?.id ?? '';
    const form = { update: 'u1', institutionId: due };
    const press = () => stage.post(HOST_CHECK_PATH, form, cookie);
    expect([(await press()).status, (await press()).status]).toEqual([303, 303]);
    expect(await corrections()).toMatchObject([{ of: 'host-check', checkedOn: '2026-11-23' }]);
    expect((await worldFor('c2028')).host(due)?.checkedOn).toBe('2026-11-23');
    expect((await worldFor('c2029')).host(due)?.checkedOn).toBe(institutionById(due)?.checkedOn);
  });

  test('takes no host that does not exist, and no press of an auditor', async () => {
    const { stage, cookie, corrections } = await omar();
    const press = (institutionId: string, by: string) =>
      stage.post(HOST_CHECK_PATH, { update: 'u1', institutionId }, by);
    expect((await press('atlantis', cookie)).status).toBe(422);
    expect((await press(YALE, await stage.cookie('auditor'))).status).toBe(403);
    expect(await corrections()).toEqual([]);
  });

  test('has its button beside the page of each host that is due', async () => {
    const { stage, cookie } = await omar();
    const page = await (await stage.get(`${HOSTS_PATH}?old=yes`, cookie)).text();
    expect(page).toContain('Checked today: no change');
  });
});
