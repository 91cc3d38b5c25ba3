/** The cookie of an advisor's session. Over https no other host can set or read it. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { SESSION_HOURS } from '../../../shared/limits.ts';
import { HOUR_MS, SECOND_MS } from '../../../shared/time/instant.ts';

const NAME = 'away-advisor';

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

function nameAt(baseUrl: string): string {
  return isHttps(baseUrl) ? `__Host-${NAME}` : NAME;
}

function optionsAt(baseUrl: string): CookieOptions {
  // Lax, not Strict: who follows a link from a mail is signed in when they arrive.
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(baseUrl) };
}

function isHttps(baseUrl: string): boolean {
  return baseUrl.startsWith('https:');
}
