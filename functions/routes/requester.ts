/** Who asks, as far as the network and the browser tell: limits count against them, and not against the person they ask about. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { DAY_MS, SECOND_MS } from '#shared/base/time/instant.ts';
import { takeOne } from '#shared/people/applicant/requester-tally.ts';
import {
  LINK_BOUNDS,
  OWN_LINK_BOUNDS,
  type RequestBounds,
} from '#shared/people/mailing/requested.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Who } from '#shared/people/person/person.ts';
import { networkOf, shortenedNetwork } from '../adapters/network.ts';
import { changeTo } from '../change.ts';
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

type RequestDeps = Omit<WebDeps, 'weigh' | 'wake' | 'undoKeys'>;

/** How many links these people may be sent by this request; undefined where the requester has asked for too many. */
export async function linkBounds(
  deps: RequestDeps,
  c: Context,
  people: readonly Who[],
): Promise<RequestBounds | undefined> {
  if (await opensOneOf(deps, c, people)) return OWN_LINK_BOUNDS;
  const requester = requesterOf(deps, c);
  const isCounted = await changeTo(deps, 'sign-ups', 'links', (tally, now) =>
    takeOne('links', tally, requester, now),
  );
  if (isCounted) return LINK_BOUNDS;
  deps.log('warn', 'links-refused', {});
  return undefined;
}

const NAME = 'away-known';
/** Enough for a family's computer, or an applicant who also writes letters. */
const PEOPLE_MAX = 4;
const MARK_CHARACTERS = 32;
/** Long enough to last from one season's emails to the next. */
const KEPT_DAYS = 180;

type BrowserDeps = Pick<WebDeps, 'baseUrl' | 'pepper'>;

/** Ending all links ends this, too: a stranger's browser is forgotten along with the stranger's link. */
type Known = Who & { readonly linkEpoch: number };

/** Keeps a keyed mark in the browser, and nothing in the store. */
export function rememberBrowser(deps: BrowserDeps, c: Context, person: Known): void {
  const marks = marksIn(deps, c);
  const mark = markOf(deps, person);
  if (marks.includes(mark)) return;
  const value = [mark, ...marks].slice(0, PEOPLE_MAX).join('.');
  const maxAge = (KEPT_DAYS * DAY_MS) / SECOND_MS;
  const secure = isHttps(deps);
  setCookie(c, nameAt(deps), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge });
}

/** True when this browser has opened a link of one of these people. Without its cookie, nobody is read. */
async function opensOneOf(deps: RequestDeps, c: Context, people: readonly Who[]): Promise<boolean> {
  const marks = marksIn(deps, c);
  if (marks.length === 0) return false;
  const found = await Promise.all(people.map(({ kind, id }) => deps.store.read(kind, id)));
  return found.some((person) => person && marks.includes(markOf(deps, person)));
}

function marksIn(deps: BrowserDeps, c: Context): string[] {
  return (getCookie(c, nameAt(deps)) ?? '')
    .split('.', PEOPLE_MAX)
    .filter((mark) => mark.length === MARK_CHARACTERS);
}

function markOf({ pepper }: BrowserDeps, { kind, id, linkEpoch }: Known): string {
  return hashAddress(`browser ${kind} ${id} ${linkEpoch}`, pepper).slice(0, MARK_CHARACTERS);
}

/** `__Host-` over HTTPS, so that no subdomain can set it. */
function nameAt(deps: BrowserDeps): string {
  return isHttps(deps) ? `__Host-${NAME}` : NAME;
}

function isHttps({ baseUrl }: BrowserDeps): boolean {
  return baseUrl.startsWith('https:');
}
