import { describe, expect, test } from 'vitest';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function alicesStage(): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return stage;
}

async function stopLink(stage: Stage, signedDaysAgo = 0): Promise<string> {
  return `/u/${await stage.token({ personId: 'alice', purpose: 'unsubscribe' }, signedDaysAgo)}`;
}

async function reaches(stage: Stage): Promise<unknown[]> {
  const address = await stage.store.read(
    'address',
    hashAddress('alice@example.org', stage.deps.pepper),
  );
  return [((await stage.person('alice')) as Applicant).reach, address?.reach];
}

const ONE_CLICK = 'List-Unsubscribe=One-Click';

describe('stopping the emails', () => {
  test('asks first: a scanner that opens the link stops nothing', async () => {
    const stage = await alicesStage();
    const response = await stage.get(await stopLink(stage));
    expect(await response.text()).toContain('Stop all emails?');
    expect(await reaches(stage)).toEqual(['ok', 'ok']);
  });

  test('is done by one button, for the address and the person', async () => {
    const stage = await alicesStage();
    const response = await stage.post(await stopLink(stage), { action: 'stop' });
    expect(await response.text()).toContain('Emails are stopped');
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('is done at once for an email system, which has no origin', async () => {
    const stage = await alicesStage();
    const response = await stage.postBody(await stopLink(stage), ONE_CLICK, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBe(200);
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('is done with further fields beside it', async () => {
    const stage = await alicesStage();
    const response = await stage.postBody(await stopLink(stage), `${ONE_CLICK}&utm_source=mail`, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBe(200);
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test.each([
    ['an empty body', '', 'application/x-www-form-urlencoded'],
    ['JSON', '{"List-Unsubscribe":"One-Click"}', 'application/json'],
    ['another value', 'List-Unsubscribe=Yes', 'application/x-www-form-urlencoded'],
    ['plain text', ONE_CLICK, 'text/plain'],
  ])('is not done by %s, which the log shows', async (_, body, type) => {
    const stage = await alicesStage();
    const headers = { 'content-type': type, origin: 'https://evil.example.org' };
    const response = await stage.postBody(await stopLink(stage), body, headers);
    expect(response.status).toBe(400);
    expect(await reaches(stage)).toEqual(['ok', 'ok']);
    expect(stage.log).toContainEqual({
      level: 'info',
      event: 'one-click-refused',
      fields: { reason: 'unsubscribe' },
    });
  });

  test('is done when the email system posts it as multipart', async () => {
    const stage = await alicesStage();
    const body = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
    const response = await stage.postBody(await stopLink(stage), body, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(response.status).toBe(200);
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('twice is the same as once', async () => {
    const stage = await alicesStage();
    const link = await stopLink(stage);
    await stage.post(link, { action: 'stop' });
    const { version } = await stage.person('alice');
    expect((await stage.post(link, { action: 'stop' })).status).toBe(200);
    expect((await stage.person('alice')).version).toBe(version);
  });

  test('works from an email that is years old', async () => {
    const stage = await alicesStage();
    await stage.post(await stopLink(stage, 900), { action: 'stop' });
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('wins against a simultaneous write', async () => {
    const stage = await alicesStage();
    const { store } = stage;
    let races = 0;
    const racing = webStage(NOVEMBER, {
      store: {
        ...store,
        write: async (item, alongside) => {
          if (item.kind === 'applicant' && races < 3) {
            races += 1;
            await store.write(await store.read('applicant', 'alice').then((it) => it ?? item));
          }
          return store.write(item, alongside);
        },
      },
    });
    await racing.post(await stopLink(stage), { action: 'stop' });
    expect(races).toBe(3);
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('can be undone by a link that still works', async () => {
    const stage = await alicesStage();
    await stage.post(await stopLink(stage), { action: 'stop' });
    const response = await stage.post(await stopLink(stage), { action: 'resume' });
    expect(await response.text()).toContain('Emails are back on');
    expect(await reaches(stage)).toEqual(['ok', 'ok']);
  });
});

describe('nothing is stopped or started', () => {
  test('by a link to the plan, or a forged one', async () => {
    const stage = await alicesStage();
    for (const token of ['nonsense', await stage.token({ personId: 'alice' })]) {
      expect((await stage.post(`/u/${token}`, { action: 'stop' })).status).toBe(404);
    }
    expect(await reaches(stage)).toEqual(['ok', 'ok']);
  });

  test('for somebody else', async () => {
    const stage = await alicesStage();
    const facts = aliceFacts();
    await stage.add('bob', { ...facts, profile: { ...facts.profile, address: 'bob@example.org' } });
    await stage.post(await stopLink(stage), { action: 'stop' });
    expect(((await stage.person('bob')) as Applicant).reach).toBe('ok');
  });

  test('at an address that now belongs to somebody else', async () => {
    const stage = await alicesStage();
    const id = hashAddress('alice@example.org', stage.deps.pepper);
    const address = await stage.store.read('address', id);
    if (!address) throw new Error('Alice has no address.');
    await stage.store.write({ ...address, personKind: 'writer', personId: 'osei' });
    await stage.post(await stopLink(stage), { action: 'stop' });
    expect(await reaches(stage)).toEqual(['unsubscribed', 'ok']);
  });

  test('again, by a link whose time is over', async () => {
    const stage = await alicesStage();
    await stage.post(await stopLink(stage), { action: 'stop' });
    expect((await stage.post(await stopLink(stage, 61), { action: 'resume' })).status).toBe(404);
    expect(await reaches(stage)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('again, at an address that bounced: it says so and stays as it is', async () => {
    const stage = await alicesStage();
    const alice = (await stage.person('alice')) as Applicant;
    await stage.store.write({ ...alice, reach: 'bounced' });
    const response = await stage.post(await stopLink(stage), { action: 'resume' });
    expect(response.status).toBe(409);
    expect((await reaches(stage))[0]).toBe('bounced');
  });
});
