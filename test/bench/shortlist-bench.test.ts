import { expect, test } from 'vitest';
import { shortlistBench } from './shortlist-bench.ts';

// It is about twice.
test('no query of the shortlist known costs many times what an ordinary one does', () => {
  expect(shortlistBench(3).ratio).toBeLessThan(5);
});
