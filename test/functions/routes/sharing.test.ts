/** Radha began a plan alone. She shares it with her school's advisors by their invitation, and takes it out again. */
import { describe, expect, test } from 'vitest';
import { dismissAdvisor } from '#functions/enroll-advisor.ts';
import { signOutEverywhere } from '#functions/sessions.ts';
import { signLink } from '#shared/base/links/link.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { wantedLetters } from '#shared/people/writer/wanted.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { bob, MONDAY } from '../../cast.ts';
import { BASE_URL, FOREIGN, OWN, TEAM } from '../advisors-stage.ts';
import { RADHA, radhasStage } from './sharing-stage.ts';

describe('an invitation', () => {
  test('is a link that an advisor copies, names school and advisor, and shares nothing by being opened', async () => {
    const { invitation, get, radha } = await radhasStage();
    const page = await get(new URL(await invitation()).pathname);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain(TEAM.lead.name);
    expect(text).toContain('Match 2028');
    expect((await radha()).cohortId).toBe(SELF_COHORT);
  });

  test('is given out by no auditor, and for no other cohort', async () => {
    const { stage } = await radhasStage();
    const auditor = await stage.cookie('auditor');
    expect((await stage.get(`/advisors/c/${OWN}/invite`, auditor)).status).toBe(403);
    const lead = await stage.cookie('lead');
    expect((await stage.get(`/advisors/c/${FOREIGN}/invite`, lead)).status).toBe(404);
  });

  test.each([
    ['of a dismissed advisor', 'dismissed'],
    ['that its advisor ended by signing out everywhere', 'signed-out'],
    ['that nobody signed', 'forged'],
    ['that is a link for something else', 'another'],
  ])('%s shares nothing', async (_, how) => {
    const { stage, invitation, share, get, linkOf, radha } = await radhasStage();
    let address = await invitation('advisor');
    const { id } = await stage.advisor('advisor');
    if (how === 'dismissed') await dismissAdvisor(stage.deps, TEAM.advisor.address, OWN);
    if (how === 'signed-out') await signOutEverywhere(stage.deps, id);
    if (how === 'forged') address = `${BASE_URL}/join/nonsense`;
    if (how === 'another') address = `${BASE_URL}/join/${(await linkOf()).split('/').at(-1)}`;
    const before = await radha();
    const answer = await share(address);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('This is not an invitation, or it has ended');
    expect(await radha()).toEqual(before);
    expect((await get(new URL(address).pathname)).status).toBe(404);
  });
});

describe('a plan that its owner shares', () => {
  test('is on the report of that cohort and of no other, and its owner is notified', async () => {
    const { stage, share, invitation, radha, report } = await radhasStage();
    expect(await report()).not.toContain(RADHA.facts.profile.name);
    expect((await share(await invitation())).status).toBe(303);
    expect(await radha()).toMatchObject({ cohortId: OWN, shared: { since: MONDAY } });
    expect((await radha()).causes).toMatchObject([{ stream: 'notice', notice: 'shared' }]);
    expect(await report()).toContain(RADHA.facts.profile.name);
    expect((await stage.store.cohort(FOREIGN, 10)).rows).toEqual([]);
  });

  test('keeps its facts and what was emailed, so that each reminder still goes once', async () => {
    const { share, invitation, takeOut, radha } = await radhasStage();
    const { facts, emails, history, revision } = await radha();
    await share(await invitation());
    expect(await radha()).toMatchObject({ facts, emails, history, revision });
    await takeOut();
    expect(await radha()).toMatchObject({ facts, emails, history, revision });
  });

  test('is shared once, however often the button is pressed', async () => {
    const { share, invitation, radha } = await radhasStage();
    const address = await invitation();
    await share(address);
    expect((await share(address)).status).toBe(303);
    expect((await radha()).causes).toHaveLength(1);
  });

  test('is still a stranger’s to letter writers', async () => {
    const { stage, share, invitation, radha } = await radhasStage();
    const letter = {
      id: 'l1',
      writer: { name: 'Dr. Osei', address: 'osei@example.org', specialty: 'research' },
      status: 'agreed',
      askedOn: '2026-08-20',
      since: MONDAY,
      contact: { state: 'emailed', since: '2026-08-20', on: '2026-08-20' },
    } as const;
    const alone = await radha();
    await stage.store.write({ ...alone, facts: { ...alone.facts, letters: [letter] } });
    await share(await invitation());
    const { shared: _, ...imported } = await radha();
    expect(wantedLetters(await radha(), PUBLISHED_WORLD)).toMatchObject([{ isStrangers: true }]);
    expect(wantedLetters(imported, PUBLISHED_WORLD)).toMatchObject([{ isStrangers: false }]);
    // No advisor makes a stranger's plan a school's by archiving it.
    const archive = { act: 'archive', person: 'radha', update: 'u1', note: '', until: '' };
    await stage.post(`/advisors/c/${OWN}/acts`, archive, await stage.cookie('lead'));
    expect(await radha()).toHaveProperty('archived');
    expect(wantedLetters(await radha(), PUBLISHED_WORLD)).toMatchObject([{ isStrangers: true }]);
  });

  test('is shared only by a link of the last hour', async () => {
    const { share, invitation, radha } = await radhasStage();
    expect((await share(await invitation(), 2)).status).toBe(403);
    expect((await radha()).cohortId).toBe(SELF_COHORT);
  });
});

describe('a plan that is taken out', () => {
  test('is seen by no advisor, keeps none of their notes, and its owner is notified', async () => {
    const { stage, lead, share, invitation, takeOut, radha, report } = await radhasStage();
    await share(await invitation());
    const at = `/advisors/c/${OWN}/p/radha`;
    const shown = await stage.get(at, lead);
    expect(shown.status).toBe(200);
    expect((await takeOut()).status).toBe(303);
    expect(await radha()).toMatchObject({ cohortId: SELF_COHORT });
    expect(await radha()).not.toHaveProperty('shared');
    expect(await radha()).not.toHaveProperty('casework');
    expect((await radha()).causes.map(({ notice }) => notice)).toEqual(['shared', 'taken-out']);
    expect(await report()).not.toContain(RADHA.facts.profile.name);
    expect((await stage.get(at, lead)).status).toBe(404);
  });

  test('is taken out only by a link of the last hour', async () => {
    const { share, invitation, takeOut, radha } = await radhasStage();
    await share(await invitation());
    expect((await takeOut(2)).status).toBe(403);
    expect(await radha()).toMatchObject({ cohortId: OWN, shared: { since: MONDAY } });
  });

  test('can be shared again', async () => {
    const { share, invitation, takeOut, radha } = await radhasStage();
    await share(await invitation());
    await takeOut();
    expect((await share(await invitation())).status).toBe(303);
    expect((await radha()).cohortId).toBe(OWN);
  });

  test('is never one that a school imported', async () => {
    const { stage, post } = await radhasStage();
    await stage.store.write({ ...bob(), id: 'imported', cohortId: OWN });
    const link = { personId: 'imported', purpose: 'answer', epoch: 0 } as const;
    const token = await signLink(stage.deps.linkKeys, link, MONDAY, 60);
    expect((await post(`/a/${token}/take-out`)).status).toBe(404);
    expect((await stage.store.read('applicant', 'imported'))?.cohortId).toBe(OWN);
  });
});

test('a shared plan that an advisor archived is brought back by none once its owner has taken it out', async () => {
  const { stage, lead, share, invitation, takeOut, radha, report } = await radhasStage();
  await share(await invitation());
  const archive = { act: 'archive', person: 'radha', update: 'u1', note: '', until: '' };
  await stage.post(`/advisors/c/${OWN}/acts`, archive, lead);
  expect(await radha()).toMatchObject({ cohortId: SELF_COHORT, archived: { from: OWN } });
  expect((await takeOut()).status).toBe(303);
  const back = { person: 'radha', update: 'u2' };
  expect((await stage.post(`/advisors/c/${OWN}/archive`, back, lead)).status).toBe(404);
  expect((await radha()).cohortId).toBe(SELF_COHORT);
  expect(await report()).not.toContain(RADHA.facts.profile.name);
});
