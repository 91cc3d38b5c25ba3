import { expect, test } from 'vitest';
import { erase } from '../../../functions/erase.ts';
import { answerUpdate, tryOut } from '../../../functions/routes/answer-update.ts';
import { latestDeliveries } from '../../../functions/routes/keep-delivery.ts';
import { addSender } from '../../../functions/senders.ts';
import { DELIVERIES_SHOWN_MAX } from '../../../shared/limits.ts';
import { plusMs } from '../../../shared/time/instant.ts';
import { bob, MONDAY } from '../../cast.ts';
import { SCHOOL, type WebhookStage, webhookStage } from '../webhook-stage.ts';

const TOKYO = { applicant: { id: 'bob' }, event: { type: 'zone-changed', zone: 'Asia/Tokyo' } };

async function stageWithBob(): Promise<WebhookStage> {
  const stage = webhookStage(MONDAY);
  await stage.add('bob', bob().facts);
  await stage.addSender(SCHOOL);
  return stage;
}

test('trying out says what would change, and changes nothing', async () => {
  const { deps, store, person } = await stageWithBob();
  const sender = await store.read('sender', SCHOOL.id);
  if (!sender) throw new Error('No sender.');
  const kept = await person('bob');
  const tried = await answerUpdate(deps, sender, 'w1', TOKYO, tryOut);
  expect(tried).toMatchObject({ answer: 'accepted', item: { changed: 'Time zone set to Tokyo' } });
  const wrong = { ...TOKYO, event: { type: 'zone-changed', zone: 'Tokyo' } };
  expect((await answerUpdate(deps, sender, 'w2', wrong, tryOut)).answer).toBe('refused');
  expect(await person('bob')).toEqual(kept);
});

test('the last hundred deliveries are shown, newest first, with what was turned away', async () => {
  const stage = await stageWithBob();
  for (let n = 0; n < 120; n += 1) {
    stage.at(plusMs(MONDAY, n * 1000));
    await stage.send(n % 10 ? { updates: [TOKYO] } : { updates: [] }, { id: `m-${n}` });
  }
  const shown = await latestDeliveries(stage.store, SCHOOL.id);
  expect(shown.map(({ messageId }) => messageId)).toEqual(
    Array.from({ length: DELIVERIES_SHOWN_MAX }, (_, n) => `m-${119 - n}`),
  );
  expect(shown.find(({ messageId }) => messageId === 'm-110')?.refusal?.reason).toBe('batch-size');
});

test('a deleted plan leaves nothing of itself in what was delivered', async () => {
  const stage = webhookStage(MONDAY);
  await stage.add('bob', bob().facts);
  await addSender(stage.deps, SCHOOL);
  const refused = { applicant: { address: 'bob@example.org' }, event: { type: 'applied' } };
  await stage.send({ updates: [TOKYO, refused] }, { id: 'm1' });
  const told = async () =>
    JSON.stringify(await latestDeliveries(stage.store, SCHOOL.id)).match(/bob/g) ?? [];
  expect((await told()).length).toBeGreaterThan(1);
  await erase(stage.deps, 'bob');
  expect(await told()).toEqual([]);
  const again = await stage.send({ updates: [TOKYO] }, { id: 'm2' });
  expect(again.status).toBe(422);
});
