/** Omar is dismissed from his only cohort while he is signed in: from that write on he opens nothing and is sent nothing. */
import { describe, expect, test } from 'vitest';
import { dismissAdvisor, enrollAdvisor } from '#functions/enroll-advisor.ts';
import { requestToAnswer } from '#shared/people/mailing/requested.ts';
import { MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage, OWN, TEAM } from './advisors-stage.ts';

const OMAR = TEAM.advisor;
const CLEARED = /^__Host-away-advisor=;.*Max-Age=0/;

test('the cookie he held is taken back by the page that refuses him', async () => {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('advisor');
  await dismiss(stage);
  const answer = await stage.get('/advisors', cookie);
  expect([answer.status, CLEARED.test(answer.headers.get('set-cookie') ?? '')]).toEqual([
    403,
    true,
  ]);
  const unknown = await stage.get('/advisors/no-such-page', cookie);
  expect(unknown.headers.get('location')).toBe('/advisors');
});

test('the form that moved everybody’s dates is not read', async () => {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('advisor');
  await dismiss(stage);
  const correction = {
    update: 'u1',
    of: 'host',
    institutionId: 'yale',
    documentsLeadDays: '1',
    source: 'https://medicine.yale.edu/md-program/visiting-students/international/',
    certainty: 'official',
    checkedOn: '2026-11-20',
    reason: 'I was dismissed',
  };
  const answer = await stage.post('/advisors/dates', correction, cookie);
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining('You no longer advise a cohort here'),
  ]);
  expect(await stage.store.read('world', 'present')).toBeUndefined();
});

test('a browser without his cookie is asked to sign in, as always', async () => {
  const stage = await advisorsStage();
  await dismiss(stage);
  expect((await stage.get('/advisors/sign-in')).status).toBe(200);
  expect((await stage.get('/advisors')).headers.get('location')).toBe('/advisors/sign-in');
});

describe('a sign-in link', () => {
  test('emailed before he was dismissed opens nothing', async () => {
    const stage = await advisorsStage();
    const link = `/advisors/in/${await stage.token('advisor')}`;
    await dismiss(stage);
    expect((await stage.get(link)).status).toBe(410);
    const pressed = await stage.post(link, {});
    expect([pressed.status, pressed.headers.get('set-cookie')]).toEqual([410, null]);
  });

  test('signed for him afterward opens nothing either', async () => {
    const stage = await advisorsStage();
    await dismiss(stage);
    const pressed = await stage.post(`/advisors/in/${await stage.token('advisor')}`, {});
    expect([pressed.status, pressed.headers.get('set-cookie')]).toEqual([410, null]);
  });

  test('is not sent to him, in the same words as to anybody', async () => {
    const stage = await advisorsStage();
    await dismiss(stage);
    const his = await stage.post('/advisors/sign-in', { address: OMAR.address });
    const mallorys = await stage.post('/advisors/sign-in', { address: 'mallory@example.org' });
    expect([his.status, await his.text()]).toEqual([mallorys.status, await mallorys.text()]);
    expect([(await stage.advisor('advisor')).causes, stage.woken]).toEqual([[], []]);
  });

  test('that he asked for a minute before is no longer sent', async () => {
    const stage = await advisorsStage();
    await stage.post('/advisors/sign-in', { address: OMAR.address });
    expect(await emailTo(stage)).toBe('sign-in');
    await dismiss(stage);
    expect(await emailTo(stage)).toBeUndefined();
  });
});

test('taken on again he starts afresh: the old cookie and the old link stay ended', async () => {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('advisor');
  const link = `/advisors/in/${await stage.token('advisor')}`;
  await dismiss(stage);
  await enrollAdvisor(stage.deps, {
    profile: { ...OMAR, zone: 'America/Chicago' },
    role: 'advisor',
    cohort: { id: OWN, name: 'Match 2028' },
  });
  expect((await stage.get('/advisors', cookie)).status).toBe(303);
  expect((await stage.post(link, {})).status).toBe(410);
  expect((await stage.get('/advisors', await stage.cookie('advisor'))).status).toBe(200);
});

test('who is dismissed from one of two cohorts works on in the other with the same cookie', async () => {
  const stage = await advisorsStage();
  const other = { id: 'c2030', name: 'Match 2030' };
  const profile = { ...OMAR, zone: 'America/Chicago' };
  await enrollAdvisor(stage.deps, { profile, role: 'advisor', cohort: other });
  const cookie = await stage.cookie('advisor');
  await dismiss(stage);
  expect((await stage.get('/advisors/c/c2030', cookie)).status).toBe(200);
  expect((await stage.get(`/advisors/c/${OWN}`, cookie)).status).toBe(404);
});

async function dismiss({ deps }: AdvisorsStage): Promise<void> {
  await dismissAdvisor(deps, OMAR.address, OWN);
}

async function emailTo(stage: AdvisorsStage): Promise<string | undefined> {
  return requestToAnswer(await stage.advisor('advisor'), MONDAY)?.stream;
}
