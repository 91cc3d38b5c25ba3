/** A request for a link counts against the person who asks: nobody floods others with links, or locks an owner out. */
import { describe, expect, test } from 'vitest';
import { REQUESTS_MAX } from '#shared/people/applicant/requester-tally.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { advisorsStage, TEAM } from '../advisors-stage.ts';
import { type Stage, webStage } from '../web-stage.ts';

const { each: EACH } = REQUESTS_MAX.links;
const FROM_HERE = { 'x-forwarded-for': '198.51.100.7' };
const FROM_ELSEWHERE = { 'x-forwarded-for': '203.0.113.9' };

async function alicesStage(): Promise<Stage> {
  const stage = webStage(NOVEMBER, { proxyHeader: 'x-forwarded-for' });
  await stage.add('alice', aliceFacts());
  return stage;
}

const ask = (stage: Stage, address: string, headers: Record<string, string>) =>
  stage.post('/links', { address }, headers);

/** Uses up what the network may ask for, with addresses that nobody has. */
async function useUp(stage: Stage): Promise<void> {
  for (let n = 0; n < EACH; n += 1) {
    const answer = await ask(stage, `nobody${n}@example.org`, FROM_HERE);
    expect(answer.status).toBe(200);
  }
}

const linksAsked = async (stage: Stage) =>
  (await stage.person('alice')).causes.filter(({ stream }) => stream === 'link').length;

/** The cookie of a browser that has opened Alice's plan. */
async function browserOfAlice(stage: Stage): Promise<string> {
  const page = await stage.get(`/a/${await stage.token({ personId: 'alice' })}`);
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
  return cookie;
}

describe('one network', () => {
  test('asks for so many links an hour, whether anybody has the address or not, and the page says so', async () => {
    const stage = await alicesStage();
    await useUp(stage);
    for (const address of ['alice@example.org', 'mallory@example.org']) {
      const answer = await ask(stage, address, FROM_HERE);
      expect(answer.status).toBe(429);
      expect(await answer.text()).toContain('Too many links were requested from your network');
    }
    expect(await linksAsked(stage)).toBe(0);
    expect(stage.log.filter(({ event }) => event === 'links-refused')).toHaveLength(2);
  });

  test('counts the form of a cohort, too, and is free again in the next hour', async () => {
    const stage = await alicesStage();
    await useUp(stage);
    const form = () => stage.post('/forms/c1', { address: 'alice@example.org' }, FROM_HERE);
    expect((await form()).status).toBe(429);
    stage.at('2026-11-30T18:00:00.000Z');
    expect((await form()).status).toBe(200);
    expect(await linksAsked(stage)).toBe(1);
  });

  test('takes nothing from another', async () => {
    const stage = await alicesStage();
    await useUp(stage);
    expect((await ask(stage, 'alice@example.org', FROM_ELSEWHERE)).status).toBe(200);
    expect(await linksAsked(stage)).toBe(1);
  });

  test('that asks for an advisor’s link uses up its own requests, not the advisor’s', async () => {
    const stage = await advisorsStage({ proxyHeader: 'x-forwarded-for' });
    const request = (headers: Record<string, string>, cookie?: string) =>
      stage.post('/advisors/sign-in', { address: TEAM.lead.address }, cookie, headers);
    const signedIn = await stage.post(`/advisors/in/${await stage.token('lead')}`, {});
    const cookie = signedIn.headers.getSetCookie().find((each) => each.includes('away-known'));
    for (let n = 0; n < EACH; n += 1) await request(FROM_HERE);
    expect((await request(FROM_HERE)).status).toBe(429);
    expect((await request(FROM_ELSEWHERE)).status).toBe(200);
    expect((await request(FROM_HERE, cookie?.split(';')[0])).status).toBe(200);
  });
});

describe('a browser that has opened the link before', () => {
  test('asks for another one when its network has used up its requests', async () => {
    const stage = await alicesStage();
    const cookie = await browserOfAlice(stage);
    await useUp(stage);
    const answer = await ask(stage, 'alice@example.org', { ...FROM_HERE, cookie });
    expect(answer.status).toBe(200);
    expect(await linksAsked(stage)).toBe(1);
  });

  test('asks for nobody else’s', async () => {
    const stage = await alicesStage();
    await stage.add('bob', {
      ...aliceFacts(),
      profile: { ...aliceFacts().profile, address: 'bob@example.org' },
    });
    const cookie = await browserOfAlice(stage);
    await useUp(stage);
    const answer = await ask(stage, 'bob@example.org', { ...FROM_HERE, cookie });
    expect(answer.status).toBe(429);
    expect((await stage.person('bob')).causes).toEqual([]);
  });

  test('is a stranger’s again once the owner has ended all links', async () => {
    const stage = await alicesStage();
    const cookie = await browserOfAlice(stage);
    const alice = await stage.person('alice');
    await stage.store.write({ ...alice, linkEpoch: alice.linkEpoch + 1 });
    await useUp(stage);
    expect((await ask(stage, 'alice@example.org', { ...FROM_HERE, cookie })).status).toBe(429);
  });

  test.each(['', 'away-known=alice', `__Host-away-known=${'a'.repeat(32)}`])(
    'cannot be feigned with the cookie "%s"',
    async (cookie) => {
      const stage = await alicesStage();
      await useUp(stage);
      const answer = await ask(stage, 'alice@example.org', { ...FROM_HERE, cookie });
      expect(answer.status).toBe(429);
    },
  );

  test('holds a mark that names nobody', async () => {
    expect(await browserOfAlice(await alicesStage())).toMatch(/^__Host-away-known=[0-9a-f]{32}$/);
  });
});

describe('an applicant who stopped reminders gets a link', () => {
  test.each([
    ['/links', { address: 'alice@example.org' }],
    [
      '/start',
      {
        name: 'Alice Mathew',
        address: 'alice@example.org',
        zone: 'Asia/Kolkata',
        matchYear: '2028',
        enrollment: 'enrolled',
        pathway: 'integrated-ir',
      },
    ],
  ])('when they ask at %s', async (path, fields) => {
    const stage = await alicesStage();
    const stop = await stage.token({ personId: 'alice', purpose: 'unsubscribe' });
    await stage.post(`/u/${stop}`, { 'List-Unsubscribe': 'One-Click' });
    expect((await stage.person('alice')).reach).toBe('unsubscribed');
    expect((await stage.post(path, fields)).status).toBe(200);
    expect(await linksAsked(stage)).toBe(1);
  });
});
