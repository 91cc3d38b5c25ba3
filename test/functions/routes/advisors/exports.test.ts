/** Who may take what, until when, and that it is written down. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { alice, MONDAY } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';

const EXPORTS = `/advisors/c/${OWN}/exports`;

async function asked(): Promise<AdvisorsStage & { cookie1: string; page: string }> {
  const open = async () => ({ stream: new Blob(['the file']).stream() });
  const stage = await advisorsStage({ files: { open } });
  await stage.store.write(alice());
  const cookie1 = await stage.cookie('lead');
  const answer = await stage.post(EXPORTS, { format: 'rotations-csv' }, cookie1);
  return { ...stage, cookie1, page: answer.headers.get('location') ?? '' };
}

async function ready(stage: AdvisorsStage & { page: string; cookie1: string }): Promise<string> {
  const item = await stage.store.read('export', stage.page.split('/').at(-1) ?? '');
  if (!item) throw new Error('Nothing was asked for.');
  await stage.store.write({ ...item, state: 'ready', done: 1, bytes: 8 });
  const shown = await (await stage.get(stage.page, stage.cookie1)).text();
  return /href="([^"]*\/file\/[^"]*)"/.exec(shown)?.[1] ?? '';
}

describe('an export', () => {
  test('is made as a job, and shown while it is', async () => {
    const stage = await asked();
    expect(stage.jobs).toEqual([{ kind: 'export', id: stage.page.split('/').at(-1) }]);
    expect(await (await stage.get(stage.page, stage.cookie1)).text()).toContain(
      '0 of 1 applicants',
    );
  });

  test('is fetched by its link, and written down with who, when, what and how many', async () => {
    const stage = await asked();
    const answer = await stage.get(await ready(stage), stage.cookie1);
    expect([answer.status, await answer.text()]).toEqual([200, 'the file']);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="Match-2028-2026-11-23-rotations.csv"',
    );
    const dana = await stage.advisor('lead');
    expect((await stage.store.read('audit', OWN))?.entries).toEqual([
      { at: MONDAY, by: dana.id, act: 'export-asked', format: 'rotations-csv', people: 1 },
      { at: MONDAY, by: dana.id, act: 'export-fetched', format: 'rotations-csv', people: 1 },
    ]);
    expect(await (await stage.get(EXPORTS, stage.cookie1)).text()).toContain('Dana Advisor');
  });
});

test('one cohort requests twenty in an hour, then no more for now, and another cohort has its own', async () => {
  const stage = await advisorsStage();
  const dana = await stage.cookie('lead');
  const ask = () => stage.post(EXPORTS, { format: 'json' }, dana);
  const statuses = await Promise.all(Array.from({ length: 25 }, ask)).then((all) =>
    all.map(({ status }) => status),
  );
  expect([303, 429].map((of) => statuses.filter((status) => status === of).length)).toEqual([
    20, 5,
  ]);
  expect(await (await ask()).text()).toContain('Nothing was requested; try again later.');
  const mal = await stage.other('Mal');
  const others = await stage.post(`/advisors/c/${FOREIGN}/exports`, { format: 'json' }, mal);
  expect(others.status).toBe(303);
  stage.at(plusMs(MONDAY, HOUR_MS));
  expect((await ask()).status).toBe(303);
  expect(stage.jobs).toHaveLength(22);
});

describe('an export is not delivered', () => {
  test('to a colleague with the link', async () => {
    const stage = await asked();
    const href = await ready(stage);
    expect((await stage.get(href, await stage.cookie('advisor'))).status).toBe(404);
    expect((await stage.get(href)).status).toBe(303);
  });

  test('after a day', async () => {
    const stage = await asked();
    const href = await ready(stage);
    stage.at(plusMs(MONDAY, 25 * HOUR_MS));
    expect((await stage.get(href, await stage.cookie('lead'))).status).toBe(404);
  });

  test('by a link that was changed, or is another export’s', async () => {
    const stage = await asked();
    const href = await ready(stage);
    expect((await stage.get(`${href.slice(0, -3)}xyz`, stage.cookie1)).status).toBe(404);
    const other = await stage.post(EXPORTS, { format: 'json' }, stage.cookie1);
    const token = href.split('/').at(-1);
    expect(
      (await stage.get(`${other.headers.get('location')}/file/${token}`, stage.cookie1)).status,
    ).toBe(404);
  });

  test('of another’s cohort, whose exports are not there', async () => {
    const stage = await asked();
    await ready(stage);
    const item = await stage.store.read('export', stage.page.split('/').at(-1) ?? '');
    if (item) await stage.store.write({ ...item, cohortId: FOREIGN });
    expect((await stage.get(stage.page, stage.cookie1)).status).toBe(404);
  });

  test('in a format that is none', async () => {
    const stage = await asked();
    expect((await stage.post(EXPORTS, { format: '../../etc' }, stage.cookie1)).status).toBe(400);
  });
});

describe('an auditor', () => {
  test('takes totals without names, which is written down too', async () => {
    const stage = await asked();
    const answer = await stage.get(`${EXPORTS}/totals.csv`, await stage.cookie('auditor'));
    const csv = await answer.text();
    expect(csv).toContain('"Match year","2028","fewer than 10');
    expect(csv).not.toContain('Alice');
    expect((await stage.store.read('audit', OWN))?.entries.at(-1)?.act).toBe('totals-fetched');
  });

  test('takes no names', async () => {
    const stage = await asked();
    const cookie = await stage.cookie('auditor');
    expect((await stage.post(EXPORTS, { format: 'json' }, cookie)).status).toBe(403);
    expect((await stage.get(stage.page, cookie)).status).toBe(403);
  });
});
