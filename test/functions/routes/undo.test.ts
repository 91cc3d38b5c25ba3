import { describe, expect, test } from 'vitest';
import { webApp } from '#functions/web.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { messageAnswerSchema } from '#shared/exchange/webhook/answer.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { bob, MONDAY } from '../../cast.ts';
import { SCHOOL, type WebhookStage, webhookStage } from '../webhook-stage.ts';

const zone = (place: string) => ({
  updates: [{ applicant: { id: 'bob' }, event: { type: 'zone-changed', zone: place } }],
});

/** The school set Bob's zone to Tokyo; the path is that of the undo link it was answered. */
async function reportedTokyo(): Promise<{ stage: WebhookStage; path: string }> {
  const stage = webhookStage(MONDAY);
  await stage.add('bob', bob().facts);
  await stage.addSender(SCHOOL);
  const response = messageAnswerSchema.parse(await (await stage.send(zone('Asia/Tokyo'))).json());
  const [answer] = response.updates;
  if (answer?.answer !== 'accepted' || !answer.undo) throw new Error('No undo link came.');
  return { stage, path: new URL(answer.undo).pathname };
}

const zoneOf = async (stage: WebhookStage) =>
  ((await stage.person('bob')) as Applicant).facts.profile.zone;

describe('the undo link of an answer', () => {
  test('shows the one update and changes nothing', async () => {
    const { stage, path } = await reportedTokyo();
    const shown = await stage.get(path);
    expect(shown.status).toBe(200);
    const text = await shown.text();
    expect(text).toContain('Time zone set to');
    expect(text).toContain('by an outside form, “School office”');
    expect(text).not.toMatch(/Bob|Brown/);
    expect(await zoneOf(stage)).toBe('Asia/Tokyo');
  });

  test('takes it back by its button, once', async () => {
    const { stage, path } = await reportedTokyo();
    expect(await (await stage.post(path, {})).text()).toContain('was undone');
    expect(await zoneOf(stage)).toBe('Pacific/Auckland');
    const { history } = (await stage.person('bob')) as Applicant;
    expect(history.at(-1)).toMatchObject({ by: 'sender', through: { senderId: 'school' } });
    expect(await (await stage.post(path, {})).text()).toContain('was undone');
    expect(((await stage.person('bob')) as Applicant).history).toEqual(history);
  });

  test.each([
    [
      'after a later update',
      409,
      async (stage: WebhookStage) => void (await stage.send(zone('UTC'))),
    ],
    ['after a day', 410, async (stage: WebhookStage) => stage.at(plusMs(MONDAY, 25 * HOUR_MS))],
  ])('%s says that it is too late, and nothing changes', async (_, status, meanwhile) => {
    const { stage, path } = await reportedTokyo();
    await meanwhile(stage);
    const kept = await stage.person('bob');
    const response = await stage.post(path, {});
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringContaining('can no longer be undone'),
    ]);
    expect(await stage.person('bob')).toEqual(kept);
  });

  test('never takes back what came between its look and its act', async () => {
    const { stage, path } = await reportedTokyo();
    const { read } = stage.store;
    let looks = 0;
    const crowded = {
      ...stage.store,
      read: (async (kind, id) => {
        const item = await read(kind, id);
        looks += kind === 'applicant' ? 1 : 0;
        if (looks === 1) await stage.send(zone('UTC'), { id: 'between' });
        return item;
      }) as typeof read,
    };
    const app = webApp({ ...stage.deps, store: crowded });
    const url = `${stage.deps.baseUrl}${path}`;
    const response = await app.request(url, {
      method: 'POST',
      headers: { origin: stage.deps.baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(409);
    expect(await zoneOf(stage)).toBe('UTC');
  });

  test('opens nothing else, and no other link opens it', async () => {
    const { stage, path } = await reportedTokyo();
    const token = path.slice('/undo/'.length);
    expect((await stage.get(`/a/${token}`)).status).toBe(404);
    expect((await stage.get(`/u/${token}`)).status).toBe(404);
    expect((await stage.get('/undo/nonsense')).status).toBe(404);
    expect((await stage.get(`/undo/${await stage.token({ personId: 'bob' })}`)).status).toBe(404);
  });
});
