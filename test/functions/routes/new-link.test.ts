import { describe, expect, test } from 'vitest';
import type { Applicant } from '../../../shared/applicant/applicant.ts';
import { HOUR_MS, plusMs } from '../../../shared/time/instant.ts';
import { aliceFacts, NOVEMBER } from '../../shared/rotation/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function alicesStage(): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return stage;
}

async function causes(stage: Stage): Promise<Applicant['causes']> {
  return ((await stage.person('alice')) as Applicant).causes;
}

describe('a new link is asked for', () => {
  test('by the button on the page of an expired one', async () => {
    const stage = await alicesStage();
    const token = await stage.token({ personId: 'alice' }, 61);
    const told = await stage.post('/links', { token });
    expect(told.status).toBe(200);
    expect(await causes(stage)).toEqual([{ id: 'n1', stream: 'link', at: NOVEMBER }]);
    expect(((await stage.person('alice')) as Applicant).dueAt).toBe(NOVEMBER);
  });

  test('by the address on the plan, however it is typed', async () => {
    const stage = await alicesStage();
    await stage.post('/links', { address: ' Alice@Example.org ' });
    expect(await causes(stage)).toHaveLength(1);
  });

  test('again an hour after three of them', async () => {
    const stage = await alicesStage();
    for (let click = 0; click < 5; click += 1)
      await stage.post('/links', { address: 'alice@example.org' });
    expect(await causes(stage)).toHaveLength(3);
    stage.at(plusMs(NOVEMBER, HOUR_MS));
    await stage.post('/links', { address: 'alice@example.org' });
    expect(await causes(stage)).toHaveLength(4);
  });
});

describe('nobody learns who is here', () => {
  test('known and unknown address are answered the same', async () => {
    const stage = await alicesStage();
    const known = await stage.post('/links', { address: 'alice@example.org' });
    const unknown = await stage.post('/links', { address: 'mallory@example.org' });
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  });

  test('a forged token is answered as a true one', async () => {
    const stage = await alicesStage();
    const known = await stage.post('/links', {
      token: await stage.token({ personId: 'alice' }, 61),
    });
    const forged = await stage.post('/links', { token: 'nonsense' });
    expect([forged.status, await forged.text()]).toEqual([known.status, await known.text()]);
    expect(await causes(stage)).toHaveLength(1);
  });
});

describe('nothing is asked for', () => {
  test('with what is no address, which is said beside the field', async () => {
    const stage = await alicesStage();
    const told = await stage.post('/links', { address: 'alice' });
    expect(told.status).toBe(422);
    expect(await told.text()).toContain('This is not a mail address.');
  });

  test('by opening the page', async () => {
    const stage = await alicesStage();
    expect((await stage.get('/links')).status).toBe(200);
    expect(await causes(stage)).toEqual([]);
  });

  test('by a form of another site', async () => {
    const stage = await alicesStage();
    const told = await stage.post(
      '/links',
      { address: 'alice@example.org' },
      { origin: 'https://evil.example' },
    );
    expect(told.status).toBe(403);
    expect(await causes(stage)).toEqual([]);
  });
});
