/** The product from its parts: what `npm start` serves, what tests ask, and what the demo's past is played on. */
import { Hono } from 'hono';
import { breathe } from '#functions/adapters/breathe.ts';
import type { ExportFolder } from '#functions/adapters/export-folder.ts';
import { newSecret } from '#functions/adapters/ids.ts';
import { type MakeMime, mimeOf } from '#functions/adapters/mime.ts';
import { releaseFingerprint } from '#functions/adapters/release.ts';
import { xlsxOf } from '#functions/adapters/xlsx.ts';
import { advisorsApp } from '#functions/advisors.ts';
import { apiApp } from '#functions/api.ts';
import type { NudgeDeps } from '#functions/nudge.ts';
import { ofWorld, presentWorld, type WorldOf } from '#functions/present-world.ts';
import { replanOrLog } from '#functions/replan.ts';
import { worldApp } from '#functions/routes/world-app.ts';
import { shortlistApp } from '#functions/shortlist.ts';
import { type WebDeps, webApp } from '#functions/web.ts';
import { webhookApp } from '#functions/webhook.ts';
import { ADVISORS_PATH } from '#shared/base/links/advisor-paths.ts';
import { API_PATH, OPENAPI_PATH, PROGRAMS_PATH, SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';
import { renderWriterMail } from '#shared/views/mail/letter-request.ts';
import { briefStopUrl, mailLinks, writerLinks } from '#shared/views/mail/mail-links.ts';
import { renderMail } from '#shared/views/mail/render.ts';
import { PUBLISHED_WORLD, type WorldFor } from '#shared/world/world.ts';
import type { Background } from './background.ts';
import { type JobRunner, jobRunner } from './job-runner.ts';
import type { Secrets } from './secrets.ts';

export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Where people reach the pages, without a path. */
  readonly baseUrl: string;
  readonly mailer: Mailer;
  newId(): string;
  readonly log: WebDeps['log'];
}

/** How a server has the present world: kept for a minute, then read again. */
export function worldOfParts(parts: Parts): WorldOf {
  return presentWorld(parts);
}

/** What a sweep needs, in the world as it is when the sweep begins. */
export function presentNudgeDeps(parts: Parts): () => Promise<NudgeDeps> {
  return ofWorld(worldOfParts(parts), (worldFor) => nudgeDeps(parts, worldFor));
}

/** What comes before each sweep: everybody is planned anew when this release or the world is another one. */
export function replanFirst(parts: Parts): () => Promise<void> {
  return replanOrLog({ ...parts, release: releaseFingerprint() });
}

/** @param worldFor the release's own where nothing can have changed yet: a past that is played, a test */
export function nudgeDeps(
  { store, clock, secrets, baseUrl, mailer }: Parts,
  worldFor: WorldFor = () => PUBLISHED_WORLD,
): NudgeDeps {
  return {
    store,
    clock,
    mailer,
    worldFor,
    workflow: NO_WORKFLOW,
    render: async (planned, applicant, now) => {
      const urls = await mailLinks(secrets.linkKeys, applicant, baseUrl, now);
      return renderMail(planned, applicant, urls, worldFor(applicant.cohortId), now);
    },
    pepper: secrets.pepper,
    renderForWriter: async (mail, writer, now) =>
      renderWriterMail(
        mail,
        writer,
        await writerLinks(secrets.linkKeys, writer, baseUrl, now),
        now,
      ),
    signInUrl: (link, now) => signInUrl(secrets.linkKeys, link, baseUrl, now),
    advisorUrl: (path) => new URL(path, baseUrl).href,
    briefStopUrl: (advisor, now) => briefStopUrl(secrets.linkKeys, advisor, baseUrl, now),
  };
}

/** Runs the jobs that pages ask for. */
export function jobsOf(parts: Parts, files: ExportFolder): JobRunner {
  const { store, clock, secrets, log } = parts;
  const worldOf = worldOfParts(parts);
  return jobRunner(
    async () => ({
      store,
      clock,
      worldFor: await worldOf(),
      workflow: NO_WORKFLOW,
      pepper: secrets.pepper,
      breathe,
      files,
      xlsx: xlsxOf,
    }),
    (error) => log('error', 'job-failed', { error }),
  );
}

/** The applicants' pages. */
export function applicantPages(parts: Parts, wake: WebDeps['wake']): Hono {
  const { store, clock, secrets, baseUrl, newId, log } = parts;
  const { linkKeys, pepper } = secrets;
  const workflow = NO_WORKFLOW;
  return worldApp(worldOfParts(parts), (worldFor) =>
    webApp({ store, clock, worldFor, workflow, linkKeys, pepper, baseUrl, newId, log, wake }),
  );
}

/** Where schools' forms and systems send updates. */
function webhookDoors(parts: Parts): Hono {
  const { store, clock, secrets, baseUrl, newId, log } = parts;
  const ports = { store, clock, ...secrets, baseUrl, newId, log, workflow: NO_WORKFLOW };
  return worldApp(worldOfParts(parts), (worldFor) => webhookApp({ ...ports, worldFor }));
}

/** Everything on one address: advisors and senders under their own paths, the applicants' pages everywhere else. */
export function allPages(parts: Parts, background: Background): Hono {
  const wake = wakerOf(parts, background);
  const advisors = advisorPages(parts, background, wake);
  const open = openPages(parts);
  const applicants = applicantPages(parts, wake);
  const webhook = webhookDoors(parts);
  const api = apiApp(parts.baseUrl);
  const pages = new Hono();
  pages.all(ADVISORS_PATH, (c) => advisors.fetch(c.req.raw));
  pages.all(`${ADVISORS_PATH}/*`, (c) => advisors.fetch(c.req.raw));
  pages.all('/webhook/*', (c) => webhook.fetch(c.req.raw));
  pages.on(['GET', 'HEAD'], [OPENAPI_PATH, API_PATH], (c) => api.fetch(c.req.raw));
  for (const path of [SHORTLIST_PATH, PROGRAMS_PATH]) {
    pages.all(path, (c) => open.fetch(c.req.raw));
    pages.all(`${path}/*`, (c) => open.fetch(c.req.raw));
  }
  pages.all('*', (c) => applicants.fetch(c.req.raw));
  return pages;
}

/** The shortlist and the directory. */
function openPages(parts: Parts): Hono {
  const { clock, baseUrl, newId, log } = parts;
  return worldApp(worldOfParts(parts), (worldFor) =>
    shortlistApp({ clock, world: worldFor(), baseUrl, newId, log }),
  );
}

function advisorPages(parts: Parts, { jobs, files }: Background, wake: WebDeps['wake']): Hono {
  const { store, clock, secrets, baseUrl, newId, log } = parts;
  const workflow = NO_WORKFLOW;
  const ports = { store, clock, ...secrets, workflow, baseUrl, newId, newSecret, breathe, log };
  const startJob = jobs.start;
  return worldApp(worldOfParts(parts), (worldFor) =>
    advisorsApp({ ...ports, worldFor, wake, startJob, openExport }),
  );

  async function openExport(id: string) {
    const stream = files.read(id);
    return stream && { stream };
  }
}

/** Not waited for: how long it takes must not tell anybody whom we know. */
function wakerOf({ log }: Parts, { sweeper }: Background): WebDeps['wake'] {
  return async (who) => {
    void sweeper.visit(who).catch((error: unknown) => log('error', 'visit-failed', { error }));
  };
}

/** Makes the message that goes over the wire. */
export function mimeMaker(senderAddress: string): MakeMime {
  const identity = {
    from: { name: 'Away Rotations', address: senderAddress },
    messageIdDomain: senderAddress.slice(senderAddress.lastIndexOf('@') + 1),
  };
  return (mail, tag, now) => mimeOf(mail, tag, identity, now);
}
