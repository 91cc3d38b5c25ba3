/** A machine whose pages are asked over HTTP, at the moment that its story says. */
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { compose, given } from '#functions/compose.ts';
import { presentApp } from '#functions/routes/present-app.ts';
import { webApp } from '#functions/web.ts';
import { nudgeDeps, type Parts, portsOf } from '#infra/local/parts.ts';
import { newSecrets } from '#infra/local/secrets.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';

export const BASE_URL = 'https://rotations.example.org';

export function machineAt(now: () => Instant) {
  const store = openSqliteStore(':memory:');
  const secrets = newSecrets();
  let ids = 0;
  const parts: Parts = {
    store,
    baseUrl: BASE_URL,
    secrets,
    clock: { now },
    mailer: outboxMailer(mimeFrom('reminders@rotations.example.org')),
    newId: () => {
      ids += 1;
      return `page-${ids}`;
    },
    log: (level, event, { error }) => {
      if (level === 'error') throw new Error(`The pages logged ${event}`, { cause: error });
    },
  };
  const wake = async () => undefined;
  const pages = presentApp(
    compose({ ...portsOf(parts), ...given({ wake, weigh: weighHere }) }, webApp),
  );
  return { store, secrets, pages, deps: nudgeDeps(parts) };
}
