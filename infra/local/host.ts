/** Starts the product on a data folder and stops it again, in an order that loses nothing. */
import type { Env } from '#functions/adapters/env.ts';
import { takeLock } from '#functions/adapters/lock.ts';
import { log } from '#functions/adapters/log.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { MINUTE_MS } from '#shared/base/time/instant.ts';
import { openDemo } from './demo-host.ts';
import { openLive } from './live-host.ts';
import { listen, type Opened } from './server.ts';
import { every } from './timer.ts';

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
