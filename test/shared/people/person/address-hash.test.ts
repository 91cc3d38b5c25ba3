import { expect, test } from 'vitest';
import { hashAddress } from '#shared/people/person/address-hash.ts';

test('an address is one id however it is typed, and fits a key', () => {
  const id = hashAddress('alice@example.org', 'pepper');
  expect(hashAddress('  Alice@Example.ORG ', 'pepper')).toBe(id);
  expect(id).toMatch(/^[0-9a-f]{64}$/);
});

test('another address, or another deployment, is another id', () => {
  const id = hashAddress('alice@example.org', 'pepper');
  expect(hashAddress('alicf@example.org', 'pepper')).not.toBe(id);
  expect(hashAddress('alice@example.org', 'salt')).not.toBe(id);
});
