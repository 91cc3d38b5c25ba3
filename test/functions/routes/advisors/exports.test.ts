/** Who may take what, until when, and that it is written down. */
import { describe, expect, test } from 'vitest';
import { plusDays } from '#shared/base/time/day.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { withRoles } from '#shared/people/advisor/advisor.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, MONDAY } from '../../../cast.ts';
import { acceptedAtBrown } from '../../../shared/plan/moves/stories.ts';
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
      {
        at: MONDAY,
        by: dana.id,
        act: 'export-asked',
        of: stage.page.split('/').at(-1),
        format: 'rotations-csv',
        people: 1,
      },
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

test('a file is listed for the advisor who asked, until it is deleted', async () => {
  const stage = await asked();
  await ready(stage);
  const listed = async (cookie: string) => (await stage.get(EXPORTS, cookie)).text();
  expect(await listed(stage.cookie1)).toContain(`href="${stage.page}"`);
  expect(await listed(await stage.cookie('advisor'))).not.toContain(stage.page);
  stage.at(plusMs(MONDAY, 25 * HOUR_MS));
  expect(await listed(await stage.cookie('lead'))).not.toContain(stage.page);
});

describe('a calendar to subscribe to', () => {
  const dated = () => {
    const person = alice({ facts: acceptedAtBrown().facts });
    const { facts } = person;
    const profile = { ...facts.profile, entry: 'visa' as const };
    return withOutlook({ ...person, facts: { ...facts, profile } }, PUBLISHED_WORLD, MONDAY);
  };

  async function made(): Promise<AdvisorsStage & { path: string }> {
    const stage = await advisorsStage();
    await stage.store.write(dated());
    const dana = await stage.cookie('lead');
    const page = await (await stage.post(`${EXPORTS}/calendar`, {}, dana)).text();
    const url = /readonly value="([^"]+)"/.exec(page)?.[1] ?? '';
    return { ...stage, path: new URL(url).pathname };
  }
  const uids = (ics: string) => [...ics.matchAll(/^UID:(.+)$/gm)].map(([, uid]) => uid);

  test('is read without a session, names nothing private, and is written down', async () => {
    const stage = await made();
    const answer = await stage.get(stage.path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    const ics = await answer.text();
    expect(ics).toContain('SUMMARY:Alice Mathew: ');
    expect(ics).toContain('one step for the Brown rotation');
    expect(ics.replaceAll('\r\n ', '')).not.toMatch(/visa|titer|\bTB\b|vaccin|immuni/i);
    expect((await stage.store.read('audit', OWN))?.entries.at(-1)?.act).toBe('calendar-made');
  });

  test('has one entry of a thing, whatever its day', async () => {
    const stage = await made();
    const before = uids(await (await stage.get(stage.path)).text());
    expect(new Set(before).size).toBe(before.length);
    const item = await stage.store.read('applicant', 'alice');
    if (!item?.outlook) throw new Error('There is no outlook.');
    const due = item.outlook.due.map((each) => ({ ...each, day: plusDays(each.day, 9) }));
    await stage.store.write({ ...item, outlook: { ...item.outlook, due } });
    expect(uids(await (await stage.get(stage.path)).text())).toEqual(before);
  });

  test.each([
    [
      'their role there ends',
      async (stage: AdvisorsStage) => {
        const dana = await stage.advisor('lead');
        await stage.store.write(withRoles(dana, { [FOREIGN]: 'lead' }));
      },
    ],
    [
      'they only audit',
      async (stage: AdvisorsStage) => {
        await stage.store.write(withRoles(await stage.advisor('lead'), { [OWN]: 'auditor' }));
      },
    ],
    [
      'they sign out everywhere',
      async (stage: AdvisorsStage) => {
        await stage.post('/advisors/sign-out-everywhere', {}, await stage.cookie('lead'));
      },
    ],
  ])('ends when %s', async (_, ends) => {
    const stage = await made();
    expect((await stage.get(stage.path)).status).toBe(200);
    await ends(stage);
    expect((await stage.get(stage.path)).status).toBe(404);
  });

  test('is of its own token alone, and no auditor makes one', async () => {
    const stage = await made();
    expect((await stage.get(stage.path.replace('.ics', 'x.ics'))).status).toBe(404);
    const quinn = await stage.cookie('auditor');
    expect((await stage.post(`${EXPORTS}/calendar`, {}, quinn)).status).toBe(403);
  });
});
