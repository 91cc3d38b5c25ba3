/** A link can be forwarded or stolen: what an old one no longer does, and what its owner is told. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { alice, linkIn, reported } from '../link-stage.ts';

describe('a link that is older than an hour', () => {
  test.each([
    ['GET', '/export.json'],
    ['GET', '/export.ics'],
    ['GET', '/export/rotations.csv'],
    ['GET', '/delete'],
    ['POST', '/delete'],
    ['POST', '/calendar'],
  ])('shows the plan, and is asked for a new one at %s %s', async (method, path) => {
    const { stage, old, plan } = await alice();
    const ask = (of: string) =>
      method === 'GET'
        ? stage.get(of + path)
        : stage.post(of + path, path === '/calendar' ? { act: 'renew' } : {});
    expect((await stage.get(old)).status).toBe(200);
    const before = JSON.stringify(await stage.person('alice'));
    const answer = await ask(old);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Email me a new link');
    expect(JSON.stringify(await stage.person('alice'))).toBe(before);
    expect((await ask(plan)).status).toBeLessThan(400);
  });

  test('still turns the calendar off', async () => {
    const { stage, old, plan } = await alice();
    await stage.post(`${plan}/calendar`, { act: 'renew' });
    expect((await stage.post(`${old}/calendar`, { act: 'stop' })).status).toBe(303);
  });

  test('is old a moment after the hour', async () => {
    const { stage, plan } = await alice();
    stage.at(plusMs(NOVEMBER, HOUR_MS));
    expect((await stage.get(`${plan}/export.json`)).status).toBe(200);
    stage.at(plusMs(NOVEMBER, HOUR_MS + 1));
    expect((await stage.get(`${plan}/export.json`)).status).toBe(403);
  });
});

describe('the owner is told', () => {
  test('of a download, once a day however many files it is', async () => {
    const { stage, plan } = await alice();
    for (const file of ['.json', '.ics', '/rotations.csv'])
      await stage.get(`${plan}/export${file}`);
    const email = await reported(stage);
    expect(email?.subject).toBe('Your rotation plan was downloaded');
    expect(linkIn(email, '/a/')).not.toBe('');
    const { causes } = await stage.person('alice');
    expect(causes).toHaveLength(1);
  });

  test('of a calendar address, each time it is made', async () => {
    const { stage, plan } = await alice();
    await stage.post(`${plan}/calendar`, { act: 'renew' });
    await stage.post(`${plan}/calendar`, { act: 'renew' });
    expect((await reported(stage))?.subject).toBe('A calendar address was made for your plan');
    expect((await stage.person('alice')).causes).toHaveLength(2);
  });

  test('after all reminders were stopped, too, but not at an address that complained', async () => {
    const { stage, plan } = await alice();
    const person = await stage.person('alice');
    await stage.store.write({ ...person, reach: 'unsubscribed' });
    await stage.get(`${plan}/export.json`);
    expect(await reported(stage)).toBeDefined();
    await stage.store.write({ ...(await stage.person('alice')), reach: 'complained' });
    expect(await reported(stage)).toBeUndefined();
  });
});
