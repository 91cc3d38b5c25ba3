/** Every package that is delivered, also those that packages bring, may be delivered: the lock file names its license. */
import { expect, test } from 'vitest';
import { read } from './files.ts';

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
}

const PACKAGES: Readonly<Record<string, Locked>> = JSON.parse(read('package-lock.json')).packages;
const DELIVERED = Object.entries(PACKAGES).filter(([path, { dev }]) => path !== '' && !dev);

/** They ask for a notice and for nothing else. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'MIT-0',
  'Unlicense',
  'Zlib',
];

test('every delivered package has a license that asks for a notice alone', () => {
  expect(DELIVERED.length).toBeGreaterThan(20);
  const others = DELIVERED.filter(([, { license = '' }]) => !isPermissive(license));
  expect(others.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
});

function isPermissive(license: string): boolean {
  return license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((each) => each.split(' AND ').every((name) => PERMISSIVE.includes(name)));
}
