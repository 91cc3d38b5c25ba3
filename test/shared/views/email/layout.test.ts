import { expect, test } from 'vitest';
import { oneLine } from '#shared/views/email/layout.ts';

test('a plain line stays as it is', () => {
  expect(oneLine('Nguyễn Thị Ánh')).toBe('Nguyễn Thị Ánh');
});

test('every kind of line break becomes a space', () => {
  expect(oneLine('a\r\nb\u2028c\u0085d')).toBe('a b c d');
});

test('a long line is cut and says so', () => {
  expect(oneLine('x'.repeat(300))).toHaveLength(180);
  expect(oneLine('x'.repeat(300))).toMatch(/…$/);
});
