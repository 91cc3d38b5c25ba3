import { describe, expect, test } from 'vitest';
import { endLinksAt } from '#functions/end-links.ts';
import { signSignIn } from '#shared/people/advisor/sign-in-link.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';
import { alice, linkIn, reported } from './link-stage.ts';
import { BASE_URL, webStage } from './web-stage.ts';

const OSEI = { id: 'osei', name: 'Dr. Osei', address: 'osei@example.org' };

describe('all links are ended', () => {
  test('on the plan: the calendar ends with them, and a new link is emailed', async () => {
    const { stage, plan, old } = await alice();
    await stage.post(`${plan}/calendar`, { act: 'renew' });
    const page = await (await stage.get(`${plan}/calendar`)).text();
    const feed = /value="([^"]*\.ics)"/.exec(page)?.[1]?.replace(BASE_URL, '') ?? '';
    expect((await stage.get(feed)).status).toBe(200);
    expect((await stage.post(`${old}/end-links`, {})).status).toBe(200);
    for (const link of [plan, old]) expect((await stage.get(link)).status).toBe(410);
    expect((await stage.get(feed)).status).toBe(404);
    expect(stage.woken).toContainEqual({ kind: 'applicant', id: 'alice' });
    const emails = (await stage.person('alice')).causes.map(({ stream }) => stream);
    expect(emails).toEqual(['notice', 'notice']);
  });

  test('and the emailed link opens the plan again', async () => {
    const { stage, plan } = await alice();
    await stage.post(`${plan}/end-links`, {});
    const email = await reported(stage);
    expect(email?.subject).toBe('Your old links no longer work');
    expect((await stage.get(linkIn(email, '/a/'))).status).toBe(200);
  });

  test('by a link asked for at /links, once it is opened and never before', async () => {
    const { stage, plan } = await alice();
    await stage.post('/links', { address: 'alice@example.org', want: 'once' });
    expect((await stage.get(plan)).status).toBe(200);
    const once = `/in/${await signSignIn(
      stage.deps.linkKeys,
      { personKind: 'applicant', personId: 'alice', epoch: 0, causeId: 'c1' },
      NOVEMBER,
    )}`;
    expect(await (await stage.get(once)).text()).toContain('end all my other links');
    expect((await stage.get(plan)).status).toBe(200);
    const opened = await stage.post(once, { others: 'end' });
    expect(opened.status).toBe(303);
    expect((await stage.get(opened.headers.get('location') ?? '')).status).toBe(200);
    expect((await stage.get(plan)).status).toBe(410);
  });

  test('of a writer, on the page of the letters', async () => {
    const stage = webStage(NOVEMBER);
    await stage.store.write(newWriter(OSEI, NOVEMBER));
    const letters = `/l/${await stage.token({ personId: 'osei', purpose: 'letters' })}`;
    expect(await (await stage.get(letters)).text()).toContain(`action="${letters}/end-links"`);
    expect((await stage.post(`${letters}/end-links`, {})).status).toBe(200);
    expect((await stage.get(letters)).status).toBe(410);
    const writer = await stage.store.read('writer', 'osei');
    expect(writer?.causes.map(({ stream }) => stream)).toEqual(['link']);
  });

  test('by an operator, for every person at the address; a stranger has none', async () => {
    const { stage, plan } = await alice();
    const ended = await endLinksAt(stage.deps, 'Alice@example.org');
    expect(ended).toEqual([{ kind: 'applicant', id: 'alice' }]);
    expect((await stage.get(plan)).status).toBe(410);
    expect(await endLinksAt(stage.deps, 'nobody@example.org')).toEqual([]);
  });

  test('but a link that stops emails stops them still', async () => {
    const { stage, plan } = await alice();
    const stop = `/u/${await stage.token({ personId: 'alice', purpose: 'unsubscribe' }, 500)}`;
    await stage.post(`${plan}/end-links`, {});
    expect((await stage.post(stop, { action: 'stop' })).status).toBe(200);
    expect((await stage.person('alice')).reach).toBe('unsubscribed');
  });
});
