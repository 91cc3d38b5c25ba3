import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function alicesStage(): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return stage;
}

const asked = async (stage: Stage) =>
  ((await stage.person('alice')) as Applicant).causes.map(({ stream }) => stream);

describe('the form of a cohort', () => {
  test('has a link emailed to who has a plan there', async () => {
    const stage = await alicesStage();
    const response = await stage.post('/forms/c1', { address: ' Alice@Example.org ' });
    expect(response.status).toBe(200);
    expect(await asked(stage)).toEqual(['link']);
  });

  test('answers a stranger, another cohort and a cohort that is not in the same words', async () => {
    const stage = await alicesStage();
    const known = await stage.post('/forms/c1', { address: 'alice@example.org' });
    const same = [known.status, await known.text()];
    for (const [path, address] of [
      ['/forms/c1', 'zoe@example.org'],
      ['/forms/c9', 'alice@example.org'],
    ] as const) {
      const response = await stage.post(path, { address });
      expect([response.status, await response.text()]).toEqual(same);
    }
    expect(await asked(stage)).toEqual(['link']);
    const pages = await Promise.all(
      ['/forms/c1', '/forms/c9'].map(async (path) => (await stage.get(path)).text()),
    );
    expect(pages[0]?.replaceAll('c1', 'c9')).toBe(pages[1]);
  });

  test('emails one link however often its button is pressed', async () => {
    const stage = await alicesStage();
    for (let press = 0; press < 30; press += 1) {
      await stage.post('/forms/c1', { address: 'alice@example.org' });
    }
    expect(await asked(stage)).toEqual(['link']);
  });

  test.each([
    ['what is no address', { address: 'alice' }, {}, 422],
    [
      'another site’s form',
      { address: 'alice@example.org' },
      { origin: 'https://evil.example' },
      403,
    ],
  ])('refuses %s', async (_, fields, headers, status) => {
    const stage = await alicesStage();
    expect((await stage.post('/forms/c1', fields, headers)).status).toBe(status);
    expect(await asked(stage)).toEqual([]);
  });

  test('changes nothing by being opened', async () => {
    const stage = await alicesStage();
    expect((await stage.get('/forms/c1')).status).toBe(200);
    expect((await stage.get('/forms/..%2f')).status).toBe(404);
    expect(await asked(stage)).toEqual([]);
  });
});
