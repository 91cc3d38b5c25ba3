/** Views of the report under a name: Dana leads, Omar advises, and Quinn audits the cohort; Nell advises another. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';

const REPORT = `/advisors/c/${OWN}`;
const LATE = 'risk=red&case=unowned&sort=slack';
let stage: AdvisorsStage;
let dana: string;
let omar: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  omar = await stage.cookie('advisor');
});

const shown = async (cookie: string, path = REPORT) => (await stage.get(path, cookie)).text();

async function save(
  cookie: string,
  name: string,
  fields: Record<string, string> = {},
  query = LATE,
) {
  return stage.post(`${REPORT}/views?${query}`, { update: name, name, ...fields }, cookie);
}

/** The names of the saved views, by their links. */
async function namesFor(cookie: string): Promise<string[]> {
  const page = await shown(cookie);
  const nav = page.slice(page.indexOf('aria-label="Views"'), page.indexOf('Save this view'));
  return [...nav.matchAll(/#people">([^<]+)</g)].flatMap(([, name = '']) =>
    /Mine|Ours|^v\d+$/.test(name) ? [name] : [],
  );
}

async function deleted(cookie: string, name: string): Promise<number> {
  return (await stage.post(`${REPORT}/views/${name}/delete`, {}, cookie)).status;
}

describe('a saved view', () => {
  test('is a link to the same filters and order, for its author alone', async () => {
    const answer = await save(dana, 'Mine', {}, `${LATE}&page=3&utm_source=x`);
    expect(answer.headers.get('location')).toBe(
      `${REPORT}?risk=red&case=unowned&sort=slack&done=view-saved`,
    );
    const page = await shown(dana, answer.headers.get('location') ?? '');
    expect(page).toContain('The view is saved.');
    expect(page).toContain(`${REPORT}?risk=red&amp;case=unowned&amp;sort=slack#people">Mine</a>`);
    expect(await namesFor(omar)).toEqual([]);
  });

  test('keeps the longest names, and of a choice that is repeated one', async () => {
    const long = encodeURIComponent('中'.repeat(120));
    const again = 'red,'.repeat(1000);
    const query = `risk=${again}amber&site=${long}&advisor=${long}`;
    const answer = await save(dana, 'Mine', {}, query);
    const shorter = new URLSearchParams(`risk=red,amber&site=${long}&advisor=${long}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${REPORT}?${shorter}&done=view-saved`,
    ]);
    expect(await namesFor(dana)).toEqual(['Mine']);
  });

  test('that is shared is seen by the whole cohort, the auditor too, and by nobody else', async () => {
    await save(dana, 'Ours', { shared: 'yes' });
    expect(await namesFor(omar)).toEqual(['Ours']);
    expect(await shown(await stage.cookie('auditor'))).toContain('>Ours</a>');
    const nell = await stage.other('Nell');
    expect(await shown(nell, `/advisors/c/${FOREIGN}`)).not.toContain('Ours');
  });

  test('is saved once by a double click', async () => {
    await save(dana, 'Mine');
    expect((await save(dana, 'Mine')).status).toBe(303);
    expect(await namesFor(dana)).toEqual(['Mine']);
  });

  test('is deleted by its author', async () => {
    await save(omar, 'Mine');
    await save(omar, 'Ours', { shared: 'yes' });
    expect([await deleted(omar, 'Mine'), await deleted(omar, 'Ours')]).toEqual([303, 303]);
    expect(await namesFor(omar)).toEqual([]);
  });

  test('that is shared is deleted by a lead, and by no other advisor', async () => {
    await save(dana, 'Ours', { shared: 'yes' });
    expect(await deleted(omar, 'Ours')).toBe(404);
    expect(await namesFor(omar)).toEqual(['Ours']);
    await save(omar, 'Ours too', { shared: 'yes', update: 'theirs' });
    expect(await deleted(dana, 'theirs')).toBe(303);
    expect(await namesFor(dana)).toEqual(['Ours']);
  });
});

describe('no view is saved', () => {
  const refused = async (answer: Response) => [answer.status, await answer.text()] as const;

  test('under a name that the reader sees already, however it is spelled', async () => {
    await save(dana, 'Ours', { shared: 'yes' });
    for (const fields of [{}, { shared: 'yes' }]) {
      const [status, page] = await refused(await save(omar, 'oURS', fields));
      expect(status).toBe(422);
      expect(page).toContain('Another view has this name.');
      expect(page).toContain('value="oURS"');
    }
    expect((await save(omar, 'Mine')).status).toBe(303);
    expect((await save(dana, 'Mine')).status).toBe(303);
  });

  test('without a name, or under one that is no line', async () => {
    for (const name of ['', ' ', 'x'.repeat(41), 'a\nb']) {
      const [status, page] = await refused(await save(dana, name, { update: 'u1' }));
      expect([name, status]).toEqual([name, 422]);
      expect(page).toContain('Enter a name of one line, with at most 40 characters.');
    }
  });

  test.each(['find=nunez', 'person=alice', 'writer=Dr.%20Ito', 'letter=carol.l1'])(
    'that names people: %s',
    async (query) => {
      const [status, page] = await refused(await save(dana, 'Mine', {}, query));
      expect(status).toBe(422);
      expect(page).toContain('A view that names people is not saved.');
      expect(await shown(dana, `${REPORT}?${query}`)).not.toContain('Save the view');
    },
  );

  test('beyond twenty, until one is deleted', async () => {
    for (let n = 1; n <= 20; n += 1) await save(dana, `v${n}`);
    const [status, page] = await refused(await save(dana, 'v21'));
    expect(status).toBe(422);
    expect(page).toContain('20 views already');
    await deleted(dana, 'v3');
    expect((await save(dana, 'v21')).status).toBe(303);
    expect(await namesFor(dana)).toHaveLength(20);
    expect((await save(omar, 'v1')).status).toBe(303);
  });

  test('by an auditor, or with a filter that is none', async () => {
    expect((await save(await stage.cookie('auditor'), 'Mine')).status).toBe(403);
    expect((await save(dana, 'Mine', {}, 'risk=much')).status).toBe(400);
    expect(await namesFor(dana)).toEqual([]);
  });
});
