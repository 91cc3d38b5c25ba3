import { describe, expect, test } from 'vitest';
import { sendingOf, setSending } from '#functions/store/switches.ts';
import { complaintsOf, count, heedComplaint, isTooMany } from '#functions/store/tally.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { MONDAY } from '../../cast.ts';
import { memoryStore } from '../../season/memory-store.ts';
import { portsOf } from '../ports.ts';

describe('complaints', () => {
  test('of 0.08 % are borne, and one more is too many', () => {
    expect(isTooMany({ sent: 10_000, complained: 8 })).toBe(false);
    expect(isTooMany({ sent: 10_000, complained: 9 })).toBe(true);
    expect(isTooMany({ sent: 0, complained: 0 })).toBe(false);
  });

  test('that are too many hold all but critical mail', async () => {
    const store = memoryStore();
    for (let mail = 0; mail < 20; mail += 1) await count(portsOf(store), 'sent', MONDAY);
    expect(await heedComplaint(portsOf(store), MONDAY)).toBe(true);
    expect(await sendingOf(store)).toBe('critical');
    expect(await store.read('switches', 'sending')).toMatchObject({ by: 'complaints' });
  });

  test('are counted over thirty days', async () => {
    const store = memoryStore();
    await count(portsOf(store), 'complained', plusMs(MONDAY, -29 * DAY_MS));
    await count(portsOf(store), 'complained', plusMs(MONDAY, -30 * DAY_MS));
    expect(await complaintsOf(store, MONDAY)).toEqual({ sent: 0, complained: 1 });
  });

  test('that an operator looked into are not counted again, and new ones are', async () => {
    const store = memoryStore();
    await heedComplaint(portsOf(store), MONDAY);
    await setSending(portsOf(store), 'on', 'operator', MONDAY);
    const next = plusMs(MONDAY, DAY_MS);
    expect(await complaintsOf(store, next)).toEqual({ sent: 0, complained: 0 });
    await heedComplaint(portsOf(store), next);
    expect(await sendingOf(store)).toBe('critical');
  });
});
