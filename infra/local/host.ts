/** Starts the product on a data folder and stops it again, in an order that loses nothing. */
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#functions/adapters/clock.ts';
import type { Env } from '#functions/adapters/env.ts';
import { exportFolder } from '#functions/adapters/export-folder.ts';
import { newId } from '#functions/adapters/ids.ts';
import { takeLock } from '#functions/adapters/lock.ts';
import { log } from '#functions/adapters/log.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { smtpMailer } from '#functions/adapters/smtp-mailer.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { MINUTE_MS } from '#shared/base/time/instant.ts';
import { allPages } from './all-pages.ts';
import { backgroundOf, tick } from './background.ts';
import { enterMode, exportsIn, storeFileIn } from './data-folder.ts';
import { openDemo } from './demo-host.ts';
import { recorderIn } from './erasures.ts';
import { secretsIn } from './secrets.ts';
import { addressOf, listen, type Opened } from './server.ts';
import { liveWelcome } from './welcome.ts';

export interface Host {
  /** Printed once it is up. */
  readonly welcome: string;
  /** Finishes the requests and the visit in progress, then closes the data. */
  stop(): Promise<void>;
}

/** Everything that is known to prevent a start is one sentence, and leaves no lock behind. */
export async function startHost(env: Env): Promise<Result<Host, string>> {
  const lock = takeLock(env.dataFolder);
  if (!lock.ok) return lock;
  const opened = await open(env);
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const { app, welcome, sweep, close } = opened.value;
  const server = await listen(app.fetch, env.port);
  if (!server.ok) {
    await close();
    lock.value.release();
    return server;
  }
  const timer = every(MINUTE_MS, sweep, (error) => log('error', 'sweep-failed', { error }));
  return success({
    welcome,
    stop: async () => {
      timer.stop();
      await server.value.close();
      await close();
      lock.value.release();
    },
  });
}

async function open(env: Env): Promise<Result<Opened, string>> {
  try {
    const { smtpUrl, publicUrl, from, replyTo } = env;
    if (!smtpUrl || !publicUrl || !from || !replyTo) return await openDemo(env);
    return openLive({ ...env, smtpUrl, publicUrl, from, replyTo });
  } catch (error) {
    return failure(
      `The data folder ${env.dataFolder} cannot be used: ${error instanceof Error ? error.message : error}`,
    );
  }
}

type LiveEnv = Env & Required<Pick<Env, 'smtpUrl' | 'publicUrl' | 'from' | 'replyTo'>>;

/** Live: real people, real email, the system's clock, and none of the demo's pages. */
function openLive(env: LiveEnv): Result<Opened, string> {
  const store = openSqliteStore(storeFileIn(env.dataFolder));
  const entered = enterMode(store, 'live');
  if (!entered.ok) {
    store.close();
    return entered;
  }
  const parts = {
    store,
    clock: systemClock,
    secrets: secretsIn(env.dataFolder),
    baseUrl: env.publicUrl,
    contact: env.replyTo,
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

/** @param tick awaited before the next pause, so that two never run at once */
export function every(
  pauseMs: number,
  tick: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { stop(): void } {
  const stopped = new AbortController();
  void run();
  return { stop: () => stopped.abort() };

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await tick();
      } catch (error) {
        failed(error);
      }
      // The pause throws only when the timer is stopped.
      await wait(pauseMs, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);
    }
  }
}
