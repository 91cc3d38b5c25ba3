import { describe, expect, test } from 'vitest';
import { setReach } from '#functions/set-reach.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { alice, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

async function stage(reach: Applicant['reach']) {
  const store = memoryStore();
  await store.write(alice({ reach, dueAt: '2026-11-30T15:00:00.000Z' }));
  const set = (wish: 'ok' | 'unsubscribed') =>
    setReach({ store, clock: { now: () => MONDAY } }, 'applicant', 'alice', wish);
  return { set, item: () => store.read('applicant', 'alice') };
}

describe('a wish', () => {
  test('to get no email is written, and they are visited again', async () => {
    const { set, item } = await stage('ok');
    expect(await set('unsubscribed')).toBe('unsubscribed');
    expect(await item()).toMatchObject({ reach: 'unsubscribed', dueAt: MONDAY });
  });

  test('to have them again is, too', async () => {
    const { set, item } = await stage('unsubscribed');
    expect(await set('ok')).toBe('ok');
    expect(await item()).toMatchObject({ reach: 'ok', dueAt: MONDAY });
  });

  test('that is so already writes nothing', async () => {
    const { set, item } = await stage('unsubscribed');
    expect(await set('unsubscribed')).toBe('unsubscribed');
    expect(await item()).toMatchObject({ version: 1 });
  });

  test('for emails at an address that bounced changes nothing', async () => {
    const { set, item } = await stage('bounced');
    expect(await set('ok')).toBe('bounced');
    expect(await item()).toMatchObject({ reach: 'bounced', version: 1 });
  });
});
