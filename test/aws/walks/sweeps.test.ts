/** Two sweeps at once, and a look that is sent back from the dead letters: nobody is emailed twice. */
import { expect, test } from 'vitest';
import { emailsTo } from './emails.ts';
import { call } from './lambda.ts';
import { isRested, person } from './people.ts';
import { everybodyLookedAt, giveUp, sendBack } from './queues.ts';

const PEOPLE = 4;

test('two sweeps at once email everybody once', async () => {
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => person('twice')));
  const swept = await Promise.all([call('SweepFunction', {}), call('SweepFunction', {})]);
  for (const each of swept) expect(each).toMatchObject({ failed: 0, finished: true });
  await everybodyLookedAt();
  for (const who of people) {
    expect(isRested(await who.item())).toBe(true);
    expect(await emailsTo(who.id)).toHaveLength(1);
  }
});

test('a visit that was given up is redriven as the runbook says, and made once', async () => {
  const alice = await person();
  await giveUp(alice.id);
  await giveUp(alice.id);
  expect((await sendBack()) + (await sendBack())).toBe(2);
  await everybodyLookedAt();
  expect(await emailsTo(alice.id)).toHaveLength(1);
});

test('a message from elsewhere holds up none of the others', async () => {
  const alice = await person();
  const body = JSON.stringify({ kind: 'applicant', personId: alice.id });
  const bad = { messageId: 'bad', body: '{"kind":"nobody"}' };
  const answer = await call('NudgeFunction', { Records: [bad, { messageId: 'good', body }] });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
  expect(isRested(await alice.item())).toBe(true);
});
