import { expect, test } from 'vitest';
import { dayBench } from './day-bench.ts';

test('adding days is ten times as quick as by the runtime’s dates', () => {
  expect(dayBench().quicker).toBeGreaterThanOrEqual(10);
});
