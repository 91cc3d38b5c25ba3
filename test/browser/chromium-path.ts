import { existsSync } from 'node:fs';

const own = process.env.AWAY_CHROMIUM;

/** Debian's or Google's, or the one that AWAY_CHROMIUM names. Undefined where there is none. */
export const chromiumPath = (own ? [own] : ['/usr/bin/chromium', '/usr/bin/google-chrome']).find(
  (path) => existsSync(path),
);
