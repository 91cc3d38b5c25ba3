/** Who asks, as far as the network tells: limits count against them, and not against the person they ask about. */
import type { Context } from 'hono';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { networkOf, shortenedNetwork } from '../adapters/network.ts';
import type { WebDeps } from './web-deps.ts';

const HASH_CHARACTERS = 24;

/** Keyed hashes of the site and the network, as tallies count them: no item and no log holds a network address. */
export function requesterOf(deps: Pick<WebDeps, 'pepper' | 'proxyHeader'>, c: Context): string {
  // One household or rented server may have every address of a /24 or /48.
  const site = `site ${sourceShown(deps, c)}`;
  const network = `network ${networkOf(sourceOf(c, deps.proxyHeader))}`;
  return [site, network]
    .map((each) => hashAddress(each, deps.pepper).slice(0, HASH_CHARACTERS))
    .join('/');
}

export function sourceShown(deps: Pick<WebDeps, 'proxyHeader'>, c: Context): string {
  return shortenedNetwork(sourceOf(c, deps.proxyHeader));
}

/** The last address in the proxy's header is the one that the proxy itself saw. */
export function sourceOf(c: Context, proxyHeader: string | undefined): string {
  const { requestContext, incoming } = (c.env ?? {}) as {
    readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
    readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
  };
  const forwarded = proxyHeader && c.req.header(proxyHeader)?.split(',').at(-1)?.trim();
  return forwarded || requestContext?.http?.sourceIp || incoming?.socket?.remoteAddress || '';
}
