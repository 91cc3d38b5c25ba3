import { expect, test } from 'vitest';
import { newId } from '#functions/adapters/ids.ts';
import { idSchema } from '#shared/base/text.ts';

test('a new id is an id, and never the same twice', () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(1000);
});
