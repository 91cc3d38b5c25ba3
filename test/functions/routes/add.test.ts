/** Adding a rotation: each offering of a host by its name, and shorter forms for what is over or at home. */
import { describe, expect, test } from 'vitest';
import { aliceFacts } from '../../shared/plan/moves/stories.ts';
import { webStage } from '../web-stage.ts';

const NOVEMBER = '2026-11-29T14:00:00.000Z';

async function adding() {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  const add = `/a/${await stage.token({ personId: 'alice' })}/add`;
  const page = async (query = '') => (await stage.get(`${add}${query}`)).text();
  const send = (fields: Record<string, string>) =>
    stage.post(add, { type: 'rotation-added', update: 'u1', revision: '0', ...fields });
  return { stage, page, send };
}

/** What one sees of a form: its own part of the page. */
function formIn(page: string, key: string): string {
  return page.match(new RegExp(`<form[^>]*id="form-${key}"[\\s\\S]*?</form>`))?.[0] ?? '';
}

function labelsIn(form: string): string[] {
  return [...form.matchAll(/<label[^>]*>([\s\S]*?)<\/label>/g)].map(([, label = '']) =>
    label.replaceAll(/<[^>]*>/g, '').trim(),
  );
}

const OVER = {
  'rotation.host.name': 'City Hospital, Pune',
  'rotation.specialty': 'ir',
  'rotation.mode': 'hands-on',
  'rotation.route': 'institution',
  'rotation.country': 'India',
  'rotation.dates.start': '2026-08-03',
  'rotation.dates.end': '2026-08-28',
  tookPlace: 'yes',
};

describe('what is found', () => {
  test.each(['yale', 'mayo', 'boston'])('“%s”: no two lines have the same name', async (text) => {
    const { page } = await adding();
    const found = await page(`?q=${text}`);
    const names = [...found.matchAll(/href="[^"]*\/add\?site=[^"]*">([^<]+)</g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(2);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  test('is added without a code or an ID that nobody knows by heart', async () => {
    const { page } = await adding();
    const form = formIn(await page('?site=host-yale-international-electives'), 'rotation-added');
    expect(labelsIn(form)).toEqual([
      'Specialty (required)',
      'First day (optional)',
      'Last day (optional)',
      'It is over: it took place',
    ]);
  });
});

describe('a rotation that is over', () => {
  test('is asked for its host, its days, and nothing about applying', async () => {
    const { page } = await adding();
    expect(labelsIn(formIn(await page(), 'rotation-added.over'))).toEqual([
      'Host (required)',
      'Specialty (required)',
      'Your role there (required)',
      'Country (required)',
      'First day (required)',
      'Last day (required)',
    ]);
  });

  test('is on the plan as one that took place', async () => {
    const { stage, send } = await adding();
    expect((await send(OVER)).status).toBe(303);
    const { facts } = await stage.person('alice');
    expect(facts.rotations.map(({ stage: at, host }) => [at, host.name])).toEqual([
      ['request-letter', 'City Hospital, Pune'],
    ]);
  });

  test.each([
    ['without its days', { 'rotation.dates.start': '', 'rotation.dates.end': '' }, 'day'],
    ['that ends in the future', { 'rotation.dates.end': '2026-12-24' }, 'is in the future'],
    ['without a host', { 'rotation.host.name': ' ' }, 'Host is missing'],
  ])('%s is refused with a sentence, and keeps what was typed', async (_, wrong, word) => {
    const { stage, send } = await adding();
    const answer = await send({ ...OVER, ...wrong });
    const page = await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(page.match(/<div class="problem"[\s\S]*?<\/div>/)?.[0]).toContain(word);
    expect(formIn(page, 'rotation-added.over')).toContain('value="India"');
    expect((await stage.person('alice')).facts.rotations).toEqual([]);
  });
});
