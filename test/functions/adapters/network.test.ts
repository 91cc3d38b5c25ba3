import { expect, test } from 'vitest';
import { networkOf, shortenedNetwork } from '#functions/adapters/network.ts';

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['198.51.100.7:52110', '198.51.100.7'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['[::ffff:198.51.100.7]:443', '198.51.100.7'],
  ['unknown', 'unknown'],
  ['', ''],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['198.51.100.7:52110', '198.51.100.0/24'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['::ffff:198.51.100.7', '198.51.100.0/24'],
  ['unknown', 'unknown'],
  ['a name of someone::/64', 'unknown'],
  ['::/64', 'unknown'],
])('the log shows %s as %s', (address, shown) => {
  expect(shortenedNetwork(address)).toBe(shown);
});
