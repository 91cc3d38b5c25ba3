import { expect, test } from 'vitest';
import { erase } from '#functions/erase.ts';
import { answerUpdate, tryOut } from '#functions/routes/answer-update.ts';
import { latestDeliveries } from '#functions/routes/keep-delivery.ts';
import { addSender } from '#functions/senders.ts';
import { DELIVERIES_SHOWN_MAX } from '#shared/base/limits.ts';
import { plusMs } from '#shared/base/time/instant.ts';
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

test('a sender that was once allowed more has nobody emailed, and starts no emails that were stopped', async () => {
  const stage = await stageWithBob();
  const eventTypes = ['zone-changed', 'letter-contact', 'topic-set'];
  await stage.addSender({ ...SCHOOL, id: 'older', eventTypes });
  const kept = await stage.person('bob');
  const events = [
    {
      type: 'letter-contact',
      rotationId: 'r1',
      letterId: 'l1',
      agreedInPerson: 'yes',
      address: 'wren@example.org',
    },
    { type: 'topic-set', topic: 'overview', wish: 'emailed' },
  ];
  const updates = events.map((event) => ({ applicant: { id: 'bob' }, event }));
  const sent = await stage.send({ updates }, { sender: 'older' });
  const message = 'This sender may report only: zone-changed.';
  expect(sent.status).toBe(422);
  expect(await sent.json()).toMatchObject({
    updates: [
      { answer: 'refused', reason: 'not-reportable', message },
      { answer: 'refused', reason: 'not-reportable', message },
    ],
  });
  expect(await stage.person('bob')).toEqual(kept);
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
  const response = async () =>
    JSON.stringify(await latestDeliveries(stage.store, SCHOOL.id)).match(/bob/g) ?? [];
  expect((await response()).length).toBeGreaterThan(1);
  await erase(stage.deps, 'bob');
  expect(await response()).toEqual([]);
  const again = await stage.send({ updates: [TOKYO] }, { id: 'm2' });
  expect(again.status).toBe(422);
});
