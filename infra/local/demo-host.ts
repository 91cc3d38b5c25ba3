/** Demo, the default: made-up people on a clock that can be moved, and an outbox that nothing leaves. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { systemClock, type VirtualClock, virtualClock } from '#functions/adapters/clock.ts';
import type { Env } from '#functions/adapters/env.ts';
import { exportFolder } from '#functions/adapters/export-folder.ts';
import { newId } from '#functions/adapters/ids.ts';
import { log } from '#functions/adapters/log.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { backgroundOf, tick } from './background.ts';
import { exportsIn, storeFileIn } from './data-folder.ts';
import { alice } from './demo/applying.ts';
import { seedDemo } from './demo/seed.ts';
import { demoStart } from './demo/start.ts';
import { demoApp } from './demo-app.ts';
import { jumperOf } from './jump.ts';
import { enterMode } from './mode.ts';
import type { Opened } from './opened.ts';
import { secretsOf } from './secrets.ts';
import { addressOf } from './server.ts';
import { demoWelcome } from './welcome.ts';

const SENDER = 'plan@away-rotations.example.org';

export async function openDemo(env: Env): Promise<Result<Opened, string>> {
  const baseUrl = addressOf(env.port);
  const file = storeFileIn(env.dataFolder);
  if (!existsSync(file)) await seedFile(file, baseUrl, env.startAt);
  const store = openSqliteStore(file);
  const entered = enterMode(store, 'demo');
  if (!entered.ok) {
    store.close();
    return entered;
  }
  const clock = clockOf(store, env.startAt);
  const parts = partsOf(store, clock, baseUrl);
  const background = backgroundOf(parts, exportFolder(exportsIn(env.dataFolder)));
  const { sweeper } = background;
  const jumper = jumperOf({
    clock,
    store,
    sweeper,
    settings: store,
    failed: (error) => log('error', 'jump-failed', { error }),
  });
  const now = clock.now();
  const example = alice(demoStart(now));
  return success({
    app: demoApp(parts, store, jumper, background),
    welcome: demoWelcome({ baseUrl, dataFolder: env.dataFolder, now, example }),
    sweep: () => tick(background),
    close: async () => {
      await Promise.all([jumper.leave(), sweeper.finish(), background.jobs.finish()]);
      store.close();
    },
  });
}

/** Under another name until it is whole: a start that is killed leaves no half cohort. */
async function seedFile(
  file: string,
  baseUrl: string,
  startAt: Instant = systemClock.now(),
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  for (const part of ['', '-wal', '-shm']) rmSync(`${unfinished}${part}`, { force: true });
  const store = openSqliteStore(unfinished);
  try {
    enterMode(store, 'demo');
    await seedDemo(partsOf(store, clockOf(store, startAt), baseUrl), startAt);
  } finally {
    store.close();
  }
  renameSync(unfinished, file);
}

function clockOf(store: SqliteStore, startAt: Instant | undefined): VirtualClock {
  const setting = {
    read: () => store.getSetting('clock'),
    write: (value: string) => store.setSetting('clock', value),
  };
  return virtualClock(setting, startAt);
}

function partsOf(store: SqliteStore, clock: VirtualClock, baseUrl: string) {
  const mailer = outboxMailer(mimeFrom(SENDER));
  return { store, clock, secrets: secretsOf(store), baseUrl, mailer, newId, log };
}
