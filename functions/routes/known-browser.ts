/** Browsers that have opened a person's link may ask for another, however many requests others make. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { DAY_MS, SECOND_MS } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { PersonKind } from '#shared/people/person/person.ts';
import type { Store } from '#shared/store/store.ts';

const NAME = 'away-known';
/** A family's computer, or an applicant who also writes letters. */
const PEOPLE_MAX = 4;
const MARK_CHARACTERS = 32;
/** From one season's emails to the next. */
const KEPT_DAYS = 180;

interface BrowserDeps {
  readonly baseUrl: string;
  readonly pepper: string;
}

/** Ending all links also ends this: the browser of a stranger who had one is a stranger's again. */
interface Known {
  readonly kind: PersonKind;
  readonly id: string;
  readonly linkEpoch: number;
}

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

function isKnownTo(deps: BrowserDeps, c: Context, person: Known): boolean {
  return marksIn(deps, c).includes(markOf(deps, person));
}

/** True when this browser has opened a link of one of these people. Without its cookie, nobody is read. */
export async function opensOneOf(
  deps: BrowserDeps & { readonly store: Store },
  c: Context,
  people: readonly { readonly kind: PersonKind; readonly id: string }[],
): Promise<boolean> {
  if (marksIn(deps, c).length === 0) return false;
  const found = await Promise.all(people.map(({ kind, id }) => deps.store.read(kind, id)));
  return found.some((person) => person && isKnownTo(deps, c, person));
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
