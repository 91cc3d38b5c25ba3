import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { FEED_DAYS } from '#functions/routes/open-plan.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { aliceAtYale, FEBRUARY } from '../../shared/people/mailing/alice.ts';
import { acceptedAtBrown } from '../../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from '../web-stage.ts';

describe('the calendar feed', () => {
  test('is off until the person makes an address, and then opens without anything else', async () => {
    const { stage, page } = await alice();
    expect(await page()).toContain('Create a calendar address');
    const path = await made(stage, page);
    const answer = await stage.get(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
    expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(5);
    expect(await page()).toContain(`href="webcal://${new URL(BASE_URL).host}${path}"`);
  });

  test('is the same address at every visit', async () => {
    const { stage, page } = await alice();
    const path = await made(stage, page);
    stage.at(plusMs(FEBRUARY, DAY_MS));
    expect(feedIn(await page())).toBe(path);
  });

  test('that has not changed says so, and one that has does not', async () => {
    const { stage, page, report } = await alice();
    const path = await made(stage, page);
    const tag = (await stage.get(path)).headers.get('etag') ?? '';
    const again = () => stage.get(path, { 'if-none-match': tag });
    expect((await again()).status).toBe(304);
    await report();
    expect((await again()).status).toBe(200);
  });

  test('renewed voids the old address, and stopped every one', async () => {
    const { stage, page, act } = await alice();
    const first = await made(stage, page);
    await act('renew');
    const second = feedIn(await page());
    expect([(await stage.get(first)).status, (await stage.get(second)).status]).toEqual([404, 200]);
    await act('stop');
    expect((await stage.get(second)).status).toBe(404);
    expect(await page()).toContain('Create a calendar address');
    await act('renew');
    expect((await stage.get(second)).status).toBe(404);
  });

  test('names no visa until its owner asks for full titles, and none again after that', async () => {
    const { stage, page, act } = await alice(acceptedAtBrown().facts, '2027-03-15T15:00:00.000Z');
    const path = await made(stage, page);
    const feed = async () => (await stage.get(path)).text();
    expect(await feed()).toMatch(/one step for your/);
    expect(await feed()).not.toMatch(PRIVATE);
    expect((await act('full')).status).toBe(303);
    expect(await feed()).toMatch(PRIVATE);
    expect(await page()).toContain('Show short titles');
    await act('discreet');
    expect(await feed()).not.toMatch(PRIVATE);
  });

  test('shows no full titles because of an old email: that takes a link of the last hour', async () => {
    const { stage, page } = await alice(acceptedAtBrown().facts, '2027-03-15T15:00:00.000Z');
    const path = await made(stage, page);
    const old = await stage.token({ personId: 'alice' }, 1);
    expect((await stage.post(`/a/${old}/calendar`, { act: 'full' })).status).toBe(403);
    expect(await (await stage.get(path)).text()).not.toMatch(PRIVATE);
  });

  test('that is off cannot have full titles', async () => {
    const { stage, act } = await alice();
    await act('full');
    expect((await stage.person('alice')).feed).toBeUndefined();
  });

  test('never opens for another link, a broken one, or one that is too old', async () => {
    const { stage, page, token } = await alice();
    const path = await made(stage, page);
    for (const bad of [`/c/${token}.ics`, '/c/x.ics', '/c/.ics', `${path.slice(0, -8)}AAAA.ics`]) {
      const answer = await stage.get(bad);
      expect(answer.status, bad).toBe(404);
      expect(await answer.text()).not.toContain('Alice');
    }
    const feed = path.slice('/c/'.length, -'.ics'.length);
    expect((await stage.get(`/a/${feed}`)).status).toBe(404);
    stage.at(plusMs(FEBRUARY, FEED_DAYS * DAY_MS));
    expect((await stage.get(path)).status).toBe(404);
  });

  test('is off at first: showing the page changes nothing, and an unknown button is refused', async () => {
    const { stage, page, act } = await alice();
    const path = await made(stage, page);
    const { version } = await stage.person('alice');
    await stage.get(path);
    expect((await act('erase')).status).toBe(400);
    expect((await stage.person('alice')).version).toBe(version);
  });

  test('is made by a button only, and by our own page only', async () => {
    const { stage, token } = await alice();
    const answer = await stage.post(
      `/a/${token}/calendar`,
      { act: 'renew' },
      { origin: 'https://evil.example.org' },
    );
    expect(answer.status).toBe(403);
    await stage.get(`/a/${token}/calendar`);
    expect((await stage.person('alice')).version).toBe(1);
  });
});

const PRIVATE = /\bvisa|immuniz|titer|flu shot|TB test|passport|health insurance/i;

async function alice(facts = aliceAtYale().facts, start = FEBRUARY) {
  const stage = webStage(start);
  await stage.add('alice', facts);
  const token = await stage.token({ personId: 'alice' });
  return {
    stage,
    token,
    page: async () => (await stage.get(`/a/${token}/calendar`)).text(),
    act: (act: string) => stage.post(`/a/${token}/calendar`, { act }),
    report: async () => {
      const person = await stage.store.read('applicant', 'alice');
      if (!person) throw new Error('Alice is gone.');
      const [rotation] = person.facts.rotations;
      if (!rotation) throw new Error('Alice has no rotation.');
      const dates = { start: '2027-12-06', end: '2027-12-31' } as const;
      const facts = { ...person.facts, rotations: [{ ...rotation, dates }] };
      await stage.store.write({ ...person, facts, revision: person.revision + 1 });
    },
  };
}

async function made(stage: Stage, page: () => Promise<string>): Promise<string> {
  const action = /action="([^"]*\/calendar)"/.exec(await page())?.[1] ?? '';
  expect((await stage.post(action, { act: 'renew' })).status).toBe(303);
  return feedIn(await page());
}

function feedIn(page: string): string {
  return /value="([^"]*\.ics)"/.exec(page)?.[1]?.replace(BASE_URL, '') ?? '';
}
