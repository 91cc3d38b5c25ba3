import { expect, test } from 'vitest';
import { agendaBench } from './agenda-bench.ts';

// It is about seven times; a machine under load makes it ten.
test('an agenda with its standings costs a few times what parsing its item does', () => {
  expect(agendaBench(30, 30).ratio).toBeLessThan(20);
});
