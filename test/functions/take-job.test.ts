/** A job as its queue hands it over: with the time that the call has left. */
import { expect, test } from 'vitest';
import { type TakeJobDeps, takeJob } from '#functions/take-job.ts';
import { JOB_LEASE_MS } from '#shared/base/limits.ts';
import { MINUTE_MS } from '#shared/base/time/instant.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { alice, MONDAY } from '../cast.ts';
import { type AdvisorsStage, advisorsStage } from './advisors-stage.ts';

const MESSAGE = { from: 'Dana Advisor', subject: 'Office hours', paragraphs: ['Come on Friday.'] };
const HOUR_LEFT = { getRemainingTimeInMillis: () => 60 * MINUTE_MS };
const NO_TIME_LEFT = { getRemainingTimeInMillis: () => 59_999 };

async function stage(over: Partial<TakeJobDeps> = {}) {
  const stage = await advisorsStage();
  const of = { id: 'm1', cohortId: 'c2028', message: MESSAGE };
  const { item, parts } = newBulk(of, ['alice'], MONDAY);
  for (const each of [...parts, item, alice()]) await stage.store.write(each);
  const again: [string, number][] = [];
  const take = takeJob({
    ...stage.deps,
    files: { write: async () => 0 },
    xlsx: async function* () {},
    log: (level, event, fields) => stage.log.push({ level, event, fields: { ...fields } }),
    jobAgain: async (...asked) => void again.push(asked),
    ...over,
  });
  return { ...stage, again, take };
}

const message = (body: unknown) => ({
  Records: [{ body: JSON.stringify(body), receiptHandle: 'handle' }],
});
const M1 = message({ kind: 'bulk', id: 'm1' });
const outcome = ({ log }: AdvisorsStage) => log.at(-1)?.fields;

test('is run to its end', async () => {
  const staged = await stage();
  await staged.take(M1, HOUR_LEFT);
  expect(outcome(staged)).toEqual({ reference: 'm1', code: 'finished', reason: 'bulk' });
  expect(await staged.store.read('bulk', 'm1')).toMatchObject({ handedOutAt: MONDAY, given: 1 });
  expect([staged.jobs, staged.again]).toEqual([[], []]);
});

test('is left to the next call when a minute is left, which is asked for', async () => {
  const staged = await stage();
  await staged.take(M1, NO_TIME_LEFT);
  expect(outcome(staged)).toMatchObject({ code: 'paused' });
  expect(staged.jobs).toEqual([{ kind: 'bulk', id: 'm1' }]);
  await staged.take(M1, HOUR_LEFT);
  expect(outcome(staged)).toMatchObject({ code: 'finished' });
});

test('comes again when the lease of the run that failed is over', async () => {
  const broken = await stage({
    breathe: async () => {
      throw new Error('the table is away');
    },
  });
  await expect(broken.take(M1, HOUR_LEFT)).rejects.toThrow('the table is away');
  expect(broken.again).toEqual([['handle', JOB_LEASE_MS / 1000 + 10]]);
});

test.each([{ kind: 'applicant', id: 'alice' }, { kind: 'bulk' }, 'bulk'])(
  'is refused as no job of ours: %j',
  async (body) => {
    const staged = await stage();
    await expect(staged.take(message(body), HOUR_LEFT)).rejects.toThrow();
    expect(await staged.store.read('bulk', 'm1')).toMatchObject({ version: 1 });
  },
);
