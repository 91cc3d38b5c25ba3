/** Demo, the default: invented people, a clock that can be moved, and an outbox instead of real email. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { Hono, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { systemClock, type VirtualClock, virtualClock } from '#functions/adapters/clock.ts';
import type { Env } from '#functions/adapters/env.ts';
import { exportFolder } from '#functions/adapters/export-folder.ts';
import { newId } from '#functions/adapters/ids.ts';
import { log } from '#functions/adapters/log.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { presentWorld } from '#functions/present-world.ts';
import { isLoopback } from '#functions/routes/safe-app.ts';
import { type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { messagePage, serverErrorPage } from '#shared/views/pages/message-pages.ts';
import { allPages } from './all-pages.ts';
import { type Background, backgroundOf, tick } from './background.ts';
import { clockRoutes } from './clock-routes.ts';
import { enterMode, exportsIn, storeFileIn } from './data-folder.ts';
import { alice } from './demo/applying.ts';
import { seedDemo } from './demo/seed.ts';
import { demoStart } from './demo/story.ts';
import type { DemoDeps } from './demo-deps.ts';
import { recorderIn } from './erasures.ts';
import { galleryRoutes } from './gallery-routes.ts';
import { type Jumper, jumperOf } from './jump.ts';
import { outboxRoutes } from './outbox-routes.ts';
import { DEMO_STYLE_PATH, DEMO_STYLE_SHEET } from './pages/frame.ts';
import {
  CLOCK_PATH,
  GALLERY_PATH,
  galleryAt,
  HOME_PATH,
  OUTBOX_PATH,
  PEOPLE_PATH,
} from './pages/paths.ts';
import type { Parts } from './parts.ts';
import { peopleRoutes } from './people-routes.ts';
import { type Secrets, secretsIn } from './secrets.ts';
import { addressOf, type Opened } from './server.ts';
import { demoWelcome } from './welcome.ts';

const SENDER = 'plan@away-rotations.example.org';

export async function openDemo(env: Env): Promise<Result<Opened, string>> {
  const baseUrl = addressOf(env.port);
  const file = storeFileIn(env.dataFolder);
  if (!existsSync(file)) await seedFile(file, secretsIn(env.dataFolder), baseUrl, env.startAt);
  const store = openSqliteStore(file);
  const entered = enterMode(store, 'demo');
  if (!entered.ok) {
    store.close();
    return entered;
  }
  const clock = clockOf(store, env.startAt);
  const parts = {
    ...partsOf(store, clock, secretsIn(env.dataFolder), baseUrl),
    recordErasure: recorderIn(env.dataFolder, store),
  };
  const background = backgroundOf(parts, exportFolder(exportsIn(env.dataFolder)));
  const { sweeper, jobs, shortlists } = background;
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
      await Promise.all([jumper.leave(), sweeper.finish(), jobs.finish(), shortlists.close()]);
      store.close();
    },
  });
}

/** Under another name until it is complete, so that a killed start leaves no half cohort. */
async function seedFile(
  file: string,
  secrets: Secrets,
  baseUrl: string,
  startAt: Instant = systemClock.now(),
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  for (const part of ['', '-wal', '-shm']) rmSync(`${unfinished}${part}`, { force: true });
  const store = openSqliteStore(unfinished);
  try {
    enterMode(store, 'demo');
    await seedDemo(partsOf(store, clockOf(store, startAt), secrets, baseUrl), startAt);
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

function partsOf(store: SqliteStore, clock: VirtualClock, secrets: Secrets, baseUrl: string) {
  const mailer = outboxMailer(mimeFrom(SENDER));
  return { store, clock, secrets, baseUrl, mailer, newId, log };
}

export function demoApp(
  parts: Parts,
  store: SqliteStore,
  jumper: Jumper,
  background: Background,
): Hono {
  const { clock, secrets, baseUrl, newId, log } = parts;
  const pages = allPages({ ...parts, outbox: OUTBOX_PATH }, background);
  const app = new Hono();
  app.use(loopbackOnly);
  app.route(
    '/',
    demoRoutes({ store, jumper, clock, secrets, baseUrl, worldOf: presentWorld(parts) }),
  );
  // Every other address belongs to the product's own pages, which also answer "not found".
  app.notFound((c) => pages.fetch(c.req.raw, c.env));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return c.html(messagePage('cross-site'), 403);
    const reference = newId();
    log('error', 'demo-failed', { reference, error });
    return c.html(serverErrorPage(reference), 500);
  });
  return app;
}

/** The demo's own pages. They exist in demo mode only, because they show every email and every plan to anyone. */
function demoRoutes(deps: DemoDeps): Hono {
  const app = new Hono();
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
  for (const path of [
    HOME_PATH,
    PEOPLE_PATH,
    '/as/*',
    OUTBOX_PATH,
    `${OUTBOX_PATH}/:seq`,
    CLOCK_PATH,
    GALLERY_PATH,
    galleryAt(':id'),
  ]) {
    app.use(path, headers, async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
    });
  }
  app.use(CLOCK_PATH, csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin }));

  app.get(DEMO_STYLE_PATH, (c) =>
    c.body(DEMO_STYLE_SHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.route('/', peopleRoutes(deps));
  app.route('/', outboxRoutes(deps));
  app.route('/', clockRoutes(deps));
  app.route('/', galleryRoutes(deps));
  return app;
}

/** The demo shows everything to anyone on this machine, so a page elsewhere must not reach it under a name of its own. */
const loopbackOnly: MiddlewareHandler = async (c, next) => {
  if (isLoopback(URL.parse(c.req.url))) return next();
  return c.text('The demo answers only at 127.0.0.1 and localhost.', 421);
};
