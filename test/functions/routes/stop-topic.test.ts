import { expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function stopping(topic: string): Promise<{ stage: Stage; url: string }> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  const token = await stage.token({ personId: 'alice', purpose: 'unsubscribe' });
  return { stage, url: `/u/${token}/${topic}` };
}

async function stopped(stage: Stage): Promise<readonly string[]> {
  return mailingOf((await alice(stage)).facts).stopped;
}

test('a topic is asked about first, and stopped by one button', async () => {
  const { stage, url } = await stopping('documents');
  expect(await (await stage.get(url)).text()).toContain('Stop emails about documents');
  expect(await stopped(stage)).toEqual([]);
  await stage.post(url, { action: 'stop' });
  expect(await stopped(stage)).toEqual(['documents']);
  expect((await alice(stage)).reach).toBe('ok');
});

test('the overview is stopped by an email system’s one click, and a second click writes nothing', async () => {
  const { stage, url } = await stopping('overview');
  const click = () =>
    stage.postBody(url, 'List-Unsubscribe=One-Click', {
      'content-type': 'application/x-www-form-urlencoded',
    });
  expect((await click()).status).toBe(200);
  const { version } = await alice(stage);
  await click();
  expect(await stopped(stage)).toEqual(['overview']);
  expect((await alice(stage)).version).toBe(version);
});

test('a topic that was stopped is had again', async () => {
  const { stage, url } = await stopping('letters');
  await stage.post(url, { action: 'stop' });
  await stage.post(url, { action: 'resume' });
  expect(await stopped(stage)).toEqual([]);
});

test('an unknown topic and a foreign link change nothing', async () => {
  const { stage, url } = await stopping('weather');
  expect((await stage.post(url, { action: 'stop' })).status).toBe(404);
  expect((await stage.post('/u/foreign/letters', { action: 'stop' })).status).toBe(404);
  expect(await stopped(stage)).toEqual([]);
});

async function alice(stage: Stage): Promise<Applicant> {
  return (await stage.person('alice')) as Applicant;
}
