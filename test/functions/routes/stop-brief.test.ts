/** Dana stops the Monday brief from an email, and has it again. */
import { describe, expect, test } from 'vitest';
import { type Advisor, newAdvisor } from '#shared/people/advisor/advisor.ts';
import { DANA } from '../../cast.ts';
import { NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function danasStage(over: Partial<Advisor> = {}): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  const profile = { ...DANA, zone: 'America/Chicago' } as const;
  const dana = newAdvisor({ id: 'dana', profile, role: 'lead', cohortIds: ['c2028'] }, NOVEMBER);
  await stage.store.write({ ...dana, ...over });
  return stage;
}

async function link(stage: Stage, signedDaysAgo = 0): Promise<string> {
  return `/b/${await stage.token({ personId: 'dana', purpose: 'brief-stop' }, signedDaysAgo)}`;
}

const reachOf = async (stage: Stage) => (await stage.store.read('advisor', 'dana'))?.reach;

describe('stopping the brief', () => {
  test('is not done by opening the link', async () => {
    const stage = await danasStage();
    const response = await stage.get(await link(stage));
    expect(await response.text()).toContain('Stop the Monday brief');
    expect(await reachOf(stage)).toBe('ok');
  });

  test('is done at once for an email system, which has no origin, and once more changes nothing', async () => {
    const stage = await danasStage();
    for (const _ of [1, 2]) {
      const response = await stage.postBody(await link(stage), 'List-Unsubscribe=One-Click', {
        'content-type': 'application/x-www-form-urlencoded',
      });
      expect(response.status).toBe(200);
      expect(await reachOf(stage)).toBe('unsubscribed');
    }
  });

  test('works from an old email, which cannot start it again', async () => {
    const stage = await danasStage();
    const old = await link(stage, 90);
    expect((await stage.post(old, { action: 'stop' })).status).toBe(200);
    expect((await stage.post(old, { action: 'resume' })).status).toBe(404);
    expect(await reachOf(stage)).toBe('unsubscribed');
  });
});

test('one button has it again', async () => {
  const stage = await danasStage({ reach: 'unsubscribed' });
  const response = await stage.post(await link(stage), { action: 'resume' });
  expect(await response.text()).toContain('You get the Monday brief');
  expect(await reachOf(stage)).toBe('ok');
});

test('an address that bounced is not fixed by a wish', async () => {
  const stage = await danasStage({ reach: 'bounced' });
  expect((await stage.post(await link(stage), { action: 'resume' })).status).toBe(409);
  expect(await reachOf(stage)).toBe('bounced');
});

test.each(['answer', 'letters-stop', 'unsubscribe'] as const)(
  'a link for another purpose (%s) stops nothing',
  async (purpose) => {
    const stage = await danasStage();
    const other = `/b/${await stage.token({ personId: 'dana', purpose })}`;
    expect((await stage.post(other, { action: 'stop' })).status).toBe(404);
    expect(await reachOf(stage)).toBe('ok');
  },
);
