/** A requester's network: an IPv4 address, also within an IPv6 one, or the /64 that one household or school has to itself. */
import { isIPv4, isIPv6 } from 'node:net';

export function networkOf(address: string): string {
  const plain = plainOf(address);
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  return embeddedIn(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}

/** Mapped (`::ffff:`) or translated (NAT64): one /64 would hold the whole IPv4 internet. */
const HOLDS_IPV4 = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

function embeddedIn(groups: readonly string[]): string | undefined {
  if (!HOLDS_IPV4.includes(groups.slice(0, 6).join(':'))) return undefined;
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
  return bytes.join('.');
}

/** Some proxies write `203.0.113.7:52110` or `[2001:db8::7]:52110`: each connection would be a requester of its own. */
function plainOf(address: string): string {
  const withoutPort =
    /^\[([^\]]*)\]/.exec(address)?.[1] ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return withoutPort.split('%')[0] ?? '';
}

/** The eight groups of an address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = '', after] = hexOnly(address).toLowerCase().split('::');
  const [head, tail] = [before, after ?? ''].map((half) => half.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...tail].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

/** Its last two groups may be written as an IPv4 address: `::ffff:198.51.100.7`. */
function hexOnly(address: string): string {
  return address.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}

/** Enough of an address to recognize one source across log lines, but not to find a household: /24 or /48. */
export function shortenedNetwork(address: string): string {
  const network = networkOf(address);
  if (isIPv4(network)) return `${network.split('.').slice(0, 3).join('.')}.0/24`;
  // A header can say anything: only what is an address goes to the log.
  return isIPv6(plainOf(address)) ? `${network.split(':').slice(0, 3).join(':')}::/48` : 'unknown';
}
