import { expect, test } from 'vitest';
import { sendingOf, setSending } from '#functions/store/switches.ts';
import { isCritical } from '#shared/people/mailing/switches-item.ts';
import { MONDAY } from '../../cast.ts';
import { memoryStore } from '../../season/memory-store.ts';
import { portsOf } from '../ports.ts';

test('email is sent until it is stopped, and again after it is resumed', async () => {
  const store = memoryStore();
  expect(await sendingOf(store)).toBe('on');
  await setSending(portsOf(store), 'stopped', 'operator', MONDAY);
  expect(await sendingOf(store)).toBe('stopped');
  await setSending(portsOf(store), 'on', 'operator', MONDAY);
  expect(await sendingOf(store)).toBe('on');
});

test('the count of complaints holds email, and never loosens what an operator stopped', async () => {
  const store = memoryStore();
  await setSending(portsOf(store), 'stopped', 'operator', MONDAY);
  await setSending(portsOf(store), 'critical', 'complaints', MONDAY);
  expect(await sendingOf(store)).toBe('stopped');
});

test('only what cannot wait is critical', () => {
  const needed = ['urgent', 'correction', 'link', 'sign-in', 'confirm'] as const;
  expect(needed.filter(isCritical)).toEqual(needed);
  expect((['digest', 'letters', 'date-moved'] as const).some(isCritical)).toBe(false);
});
