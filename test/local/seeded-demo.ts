/** A demo in memory, seeded with its whole cast. */
import { newId } from '#functions/adapters/ids.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { seedDemo } from '#infra/local/demo/seed.ts';
import { newSecrets } from '#infra/local/secrets.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { BASE_URL } from './small-demo.ts';

export async function seededDemo(startAt: Instant) {
  const store = openSqliteStore(':memory:');
  const parts = {
    store,
    clock: { now: () => startAt },
    secrets: newSecrets(),
    baseUrl: BASE_URL,
    mailer: outboxMailer(mimeFrom('plan@example.org')),
    newId,
    log: () => undefined,
  };
  await seedDemo(parts, startAt);
  return parts;
}
