/** The product from its parts: what `npm start` serves, what tests ask, and what the demo's past is played on. */
import type { Hono } from 'hono';
import { type MakeMime, mimeOf } from '../../functions/adapters/mime.ts';
import type { NudgeDeps } from '../../functions/nudge.ts';
import { type WebDeps, webApp } from '../../functions/web.ts';
import { mailLinks } from '../../shared/links/mail-links.ts';
import type { Mailer } from '../../shared/mail/mailer.ts';
import { renderMail } from '../../shared/mail/render.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { NO_WORKFLOW } from '../../shared/workflow/workflow.ts';
import { PUBLISHED_WORLD } from '../../shared/world.ts';
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

/** What a sweep needs. */
export function nudgeDeps({ store, clock, secrets, baseUrl, mailer }: Parts): NudgeDeps {
  return {
    store,
    clock,
    mailer,
    world: PUBLISHED_WORLD,
    workflow: NO_WORKFLOW,
    render: async (planned, applicant, now) => {
      const urls = await mailLinks(secrets.linkKeys, applicant, baseUrl, now);
      return renderMail(planned, applicant, urls, PUBLISHED_WORLD, now);
    },
  };
}

/** The applicants' pages. */
export function applicantPages({ store, clock, secrets, baseUrl, newId, log }: Parts): Hono {
  const { linkKeys, pepper } = secrets;
  const world = PUBLISHED_WORLD;
  const workflow = NO_WORKFLOW;
  return webApp({ store, clock, world, workflow, linkKeys, pepper, baseUrl, newId, log });
}

/** Makes the message that goes over the wire. */
export function mimeMaker(senderAddress: string): MakeMime {
  const identity = {
    from: { name: 'Away Rotations', address: senderAddress },
    messageIdDomain: senderAddress.slice(senderAddress.lastIndexOf('@') + 1),
  };
  return (mail, tag, now) => mimeOf(mail, tag, identity, now);
}
