/** The cookie of an advisor's session. Over https no other host can set or read it. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { SESSION_HOURS } from '#shared/base/limits.ts';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { HOUR_MS, SECOND_MS } from '#shared/base/time/instant.ts';
import { SECOND_TAP_MS } from '../../sessions.ts';

const NAME = 'away-advisor';
const PAGE_NAME = 'away-advisor-page';
/** A sign-in link lasts a quarter of an hour, and may be asked for twice. */
const PAGE_SECONDS = 1800;

/** The session that the browser sent, if any. */
export function cookieIn(c: Context, baseUrl: string): string | undefined {
  return getCookie(c, nameAt(baseUrl));
}

/** For as long as a session lasts; `__Host-` over HTTPS, so that no subdomain can set it. */
export function keepCookie(c: Context, baseUrl: string, cookie: string): void {
  const maxAge = (SESSION_HOURS * HOUR_MS) / SECOND_MS;
  setCookie(c, nameAt(baseUrl), cookie, { ...optionsAt(baseUrl), maxAge });
}

/** Signs the browser out; the session itself is ended in the store. */
export function forgetCookie(c: Context, baseUrl: string): void {
  deleteCookie(c, nameAt(baseUrl), optionsAt(baseUrl));
}

/** The page that was requested without a session, so that signing in on this browser leads there. */
export function rememberPage(c: Context, baseUrl: string): void {
  const { pathname, search } = new URL(c.req.url);
  setCookie(c, PAGE_NAME, pathname + search, { ...optionsAt(baseUrl), maxAge: PAGE_SECONDS });
}

/** The page that was remembered, also for a second tap; else the advisor's own. Never one outside the advisors' pages. */
export function pageCameFor(c: Context, baseUrl: string): string {
  const page = getCookie(c, PAGE_NAME);
  if (!page || !isAdvisors(page)) return ADVISORS_PATH;
  setCookie(c, PAGE_NAME, page, { ...optionsAt(baseUrl), maxAge: SECOND_TAP_MS / SECOND_MS });
  return page;
}

function isAdvisors(page: string): boolean {
  return page.startsWith(`${ADVISORS_PATH}/`) && /^[!-~]{1,2000}$/.test(page);
}

function nameAt(baseUrl: string): string {
  return isHttps(baseUrl) ? `__Host-${NAME}` : NAME;
}

function optionsAt(baseUrl: string): CookieOptions {
  // Lax, not Strict: people who follow a link from an email must still be signed in.
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(baseUrl) };
}

function isHttps(baseUrl: string): boolean {
  return baseUrl.startsWith('https:');
}
