/** A requester's network: an IPv4 address, or the /64 that one household or school has to itself. */
import { isIPv4, isIPv6 } from 'node:net';

export function networkOf(address: string): string {
  const plain = plainOf(address);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

/** Some proxies write `203.0.113.7:52110` or `[2001:db8::7]:52110`: each connection would be a requester of its own. */
function plainOf(address: string): string {
  const withoutPort =
    /^\[([^\]]*)\]/.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return withoutPort.split('%')[0] ?? '';
}

/** The eight groups of an address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.toLowerCase().split('::');
  const [head, tail] = [before, after ?? ''].map((half) => half.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...tail].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

/** Enough of an address to recognize one source across log lines, but not to find a household: /24 or /48. */
export function shortenedNetwork(address: string): string {
  const network = networkOf(address);
  if (isIPv4(network)) return `${network.split('.').slice(0, 3).join('.')}.0/24`;
  // A header can say anything: only what is an address goes to the log.
  return isIPv6(plainOf(address)) ? `${network.split(':').slice(0, 3).join(':')}::/48` : 'unknown';
}
