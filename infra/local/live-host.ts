/** Live: real people, real email, the system's clock, and none of the demo's pages. */
import { systemClock } from '#functions/adapters/clock.ts';
import type { Env } from '#functions/adapters/env.ts';
import { exportFolder } from '#functions/adapters/export-folder.ts';
import { newId } from '#functions/adapters/ids.ts';
import { log } from '#functions/adapters/log.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { smtpMailer } from '#functions/adapters/smtp-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { type Result, success } from '#shared/base/result.ts';
import { allPages } from './all-pages.ts';
import { backgroundOf, tick } from './background.ts';
import { enterMode, exportsIn, storeFileIn } from './data-folder.ts';
import { recorderIn } from './erasures.ts';
import { secretsIn } from './secrets.ts';
import { addressOf, type Opened } from './server.ts';
import { liveWelcome } from './welcome.ts';

type LiveEnv = Env & Required<Pick<Env, 'smtpUrl' | 'publicUrl' | 'from' | 'replyTo'>>;

export function openLive(env: LiveEnv): Result<Opened, string> {
  const store = openSqliteStore(storeFileIn(env.dataFolder));
  const entered = enterMode(store, 'live');
  if (!entered.ok) {
    store.close();
    return entered;
  }
  const parts = {
    store,
    clock: systemClock,
    secrets: secretsIn(env.dataFolder, store),
    baseUrl: env.publicUrl,
    mailer: smtpMailer(
      { url: env.smtpUrl, envelopeFrom: env.from },
      mimeFrom(env.from, env.replyTo),
    ),
    newId,
    log,
    recordErasure: recorderIn(env.dataFolder, store),
    ...(env.proxyHeader && { proxyHeader: env.proxyHeader }),
  };
  const background = backgroundOf(parts, exportFolder(exportsIn(env.dataFolder)));
  return success({
    app: allPages(parts, background),
    welcome: liveWelcome(addressOf(env.port), env.publicUrl, env.dataFolder),
    sweep: () => tick(background),
    close: async () => {
      const { sweeper, jobs, shortlists } = background;
      await Promise.all([sweeper.finish(), jobs.finish(), shortlists.close()]);
      store.close();
    },
  });
}
