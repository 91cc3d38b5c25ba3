/** A demo of one person in memory, whose time only jumps move. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { virtualClock } from '#functions/adapters/clock.ts';
import { exportFolder } from '#functions/adapters/export-folder.ts';
import { newId } from '#functions/adapters/ids.ts';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { openSqliteStore, type SqliteStore } from '#functions/adapters/sqlite-store.ts';
import { compose } from '#functions/compose.ts';
import { type UpdateAnswer, update } from '#functions/update.ts';
import { visitDeps } from '#functions/visits.ts';
import { backgroundOf } from '#infra/local/background.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { demoApp } from '#infra/local/demo-host.ts';
import { type Jumper, type JumpProgress, jumperOf } from '#infra/local/jump.ts';
import { type Parts, portsOf } from '#infra/local/parts.ts';
import { newSecrets } from '#infra/local/secrets.ts';
import { type Sweeper, sweeperOf } from '#infra/local/sweeper.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

/** A Monday in New York, 10 a.m. */
export const MONDAY: Instant = '2026-11-23T15:00:00.000Z';
const NEW_YORK = 'America/New_York';
export const BASE_URL = 'http://127.0.0.1:8090';

export interface SmallDemo {
  readonly store: SqliteStore;
  readonly parts: Parts;
  readonly sweeper: Sweeper;
  readonly jumper: Jumper;
  readonly app: Hono;
  /** Alice reports something. */
  report(id: string, event: Event): Promise<UpdateAnswer>;
  /** Waits until a running jump has ended. */
  arrived(): Promise<Readonly<JumpProgress>>;
  /** New York day and subject of every email, oldest first. */
  emails(): string[];
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string>, origin?: string): Promise<Response>;
}

/** Alice, in New York, with nothing on her list. */
export async function smallDemo(name = 'Alice Mathew'): Promise<SmallDemo> {
  const store = openSqliteStore(':memory:');
  const clock = virtualClock(
    { read: () => store.getSetting('clock'), write: (value) => store.setSetting('clock', value) },
    MONDAY,
    { now: () => '2020-01-01T00:00:00.000Z' },
  );
  const mailer = outboxMailer(mimeFrom('plan@example.org'));
  const log = () => undefined;
  const secrets = newSecrets();
  const parts = { store, clock, secrets, baseUrl: BASE_URL, mailer, newId, log };
  const sweeper = sweeperOf(compose(portsOf(parts), visitDeps), ({ errors: [first] }) => {
    if (first) throw first.error;
  });
  const failed = (error: unknown) => {
    throw error;
  };
  const jumper = jumperOf({ clock, store, sweeper, settings: store, failed });
  const files = exportFolder(join(tmpdir(), 'away-small-demo'));
  const app = demoApp(parts, store, jumper, { ...backgroundOf(parts, files), sweeper });
  await store.write(
    newApplicant(
      {
        id: 'alice',
        cohortId: DEMO_COHORT,
        facts: {
          profile: {
            name,
            address: 'alice@example.org',
            zone: NEW_YORK,
            matchYear: 2030,
            enrollment: 'enrolled',
            pathway: 'integrated-ir',
          },
          rotations: [],
          documents: [],
        },
      },
      MONDAY,
    ),
  );
  return {
    store,
    parts,
    sweeper,
    jumper,
    app,
    report: (id, event) =>
      update({ store, clock, worldFor: () => PUBLISHED_WORLD, workflow: NO_WORKFLOW }, 'alice', {
        id,
        by: 'applicant',
        event,
      }),
    arrived: async () => {
      for (let attempt = 0; attempt < 10_000; attempt += 1) {
        const progress = jumper.progress();
        if (progress && progress.state !== 'running') return progress;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('The jump did not end.');
    },
    emails: () =>
      store.outbox
        .list(100)
        .rows.map(({ at, subject }) => `${dayIn(NEW_YORK, at)} ${subject}`)
        .reverse(),
    get: async (path) => app.request(`${BASE_URL}${path}`),
    post: async (path, fields, origin = BASE_URL) =>
      app.request(`${BASE_URL}${path}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** Alice holds an offer at Brown that expires on a day. */
export async function withOffer(demo: SmallDemo, expiresOn: `${number}-${number}-${number}`) {
  const rotationId = 'brown';
  const dates = { start: '2027-07-05', end: '2027-07-30' } as const;
  await demo.report(rotationId, {
    type: 'rotation-added',
    rotation: {
      host: { name: 'Brown' },
      specialty: 'ir',
      mode: 'hands-on',
      route: 'institution',
      country: 'US',
      dates,
    },
  });
  await demo.report('u1', { type: 'chosen', rotationId });
  await demo.report('u2', { type: 'applied', rotationId });
  await demo.report('u3', { type: 'offered', rotationId, expiresOn });
}
