/** `/links` and `/forms/<cohort>` email a plan's link to its own address and answer everyone alike. Only a POST to `/in/<token>` uses one up. */

import * as z from 'zod';
import { SESSION_HOURS } from '#shared/base/limits.ts';
import { readLink, signLink } from '#shared/base/links/link.ts';
import { cohortFormPath, NEW_LINK_PATH, oneTimePath, pagePaths } from '#shared/base/links/urls.ts';
import { addressSchema, idSchema } from '#shared/base/text.ts';
import { waitsUntil } from '#shared/people/applicant/moving.ts';
import {
  LINK_BOUNDS,
  type RequestBounds,
  withNotice,
  withRequest,
} from '#shared/people/mailing/requested.ts';
import { withoutLinks } from '#shared/people/person/applicant.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import {
  askForLinkPage,
  cohortFormPage,
  emailedPage,
  messagePage,
  oneTimeLinkPage,
} from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { askForEmail, askForPlan } from '../ask-email.ts';
import { change } from '../change.ts';
import { livingPlan } from '../join-plans.ts';
import { plansAt } from '../plans-at.ts';
import { signIn } from '../sessions.ts';
import { fields } from './forms.ts';
import { linkBounds } from './requester.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function newLinkRoutes(deps: WebDeps): WebRoute[] {
  return [
    opens('anybody').get(NEW_LINK_PATH, (c) => c.html(askForLinkPage())),
    opens('anybody').post(
      NEW_LINK_PATH,
      fields(
        z.strictObject({
          address: z.string().exactOptional(),
          want: z.literal('once').exactOptional(),
          /** The old link, if its page asks for a new one. */
          token: z.string().exactOptional(),
        }),
      ),
      async (c, _, { token, address, want }) => {
        if (token !== undefined) {
          const personId = await personOfToken(deps, token);
          await askForPlan(deps, personId);
          if (personId) await askForLetters(deps, personId, LINK_BOUNDS);
          return c.html(emailedPage('link-asked', deps));
        }
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) return c.html(askForLinkPage(formSentences.noAddress), 422);
        const plans = await plansAt(deps, parsed.data);
        // The same person may also write letters; that page has a link of its own.
        const writerId = writerIdOf(parsed.data, deps.pepper);
        const bounds = await linkBounds(deps, c, [
          ...plans.map((id) => ({ kind: 'applicant', id }) as const),
          { kind: 'writer', id: writerId },
        ]);
        if (!bounds) return c.html(messagePage('too-many-links'), 429);
        for (const id of plans) {
          await askForPlan(deps, id, want === 'once' ? 'sign-in' : 'link', bounds);
        }
        await askForLetters(deps, writerId, bounds);
        return c.html(emailedPage('link-asked', deps));
      },
    ),
  ];
}

/** An expired link names its person, as a valid one does. */
async function personOfToken(deps: WebDeps, token: string): Promise<string | undefined> {
  const reading = await readLink(deps.linkKeys, token, deps.clock.now());
  return reading.state === 'foreign' ? undefined : reading.link.personId;
}

/** Does nothing for a stranger. A writer who stopped the emails is told once how to restart them: anyone may have asked. */
async function askForLetters(
  deps: WebDeps,
  writerId: string,
  bounds: RequestBounds,
): Promise<void> {
  await askForEmail(deps, 'writer', writerId, (writer, at) =>
    writer.reach === 'unsubscribed'
      ? withNotice(writer, 'stopped', String(writer.linkEpoch), at)
      : withRequest(writer, { id: deps.newId(), stream: 'link', at }, bounds),
  );
}

export function cohortFormRoutes(deps: WebDeps): WebRoute[] {
  const path = cohortFormPath(':cohortId');
  return [
    opens('anybody').get(path, (c) => {
      const id = idSchema.safeParse(c.req.param('cohortId'));
      return id.success
        ? c.html(cohortFormPage(cohortFormPath(id.data)))
        : c.html(messagePage('not-found'), 404);
    }),
    opens('anybody').post(
      path,
      fields(z.strictObject({ address: z.string(), want: z.literal('once').exactOptional() })),
      async (c, _, { address }) => {
        const id = idSchema.safeParse(c.req.param('cohortId'));
        if (!id.success) return c.html(messagePage('not-found'), 404);
        const parsed = addressSchema.safeParse(address);
        if (!parsed.success) {
          return c.html(cohortFormPage(cohortFormPath(id.data), formSentences.noAddress), 422);
        }
        const personId = await personIn(deps, id.data, parsed.data);
        const bounds = await linkBounds(
          deps,
          c,
          personId === undefined ? [] : [{ kind: 'applicant', id: personId }],
        );
        if (!bounds) return c.html(messagePage('too-many-links'), 429);
        await askForPlan(deps, personId, 'link', bounds);
        return c.html(emailedPage('link-asked', deps));
      },
    ),
  ];
}

async function personIn(
  deps: WebDeps,
  cohortId: string,
  address: string,
): Promise<string | undefined> {
  for (const id of await plansAt(deps, address)) {
    const plan = await deps.store.read('applicant', id);
    if (plan?.cohortId === cohortId) return (await livingPlan(deps.store, plan)).id;
  }
  return undefined;
}

/** The button that also ends the links emailed so far. */
const onceFields = fields(z.strictObject({ others: z.literal('end').exactOptional() }));

export function oneTimeRoutes(deps: WebDeps): WebRoute[] {
  const path = oneTimePath(':token');
  return [
    opens('one-time').get(path, (c, { token }) => c.html(oneTimeLinkPage(oneTimePath(token)))),
    opens('one-time').post(path, onceFields, async (c, { token }, { others }) => {
      // The session only marks the link as spent: these pages know people by the link in their path, and no browser
      // keeps this cookie.
      const sessionDeps = { ...deps, newSecret: () => deps.newId() };
      const opened = await signIn(sessionDeps, 'applicant', token);
      if (!opened.ok) return c.html(messagePage(`once-${opened.failure}`), 410);
      const { personId } = opened.value;
      const epoch = await change(deps, 'applicant', personId, (applicant) => {
        const mayEnd = applicant && others && !waitsUntil(applicant, deps.clock.now());
        const after = mayEnd ? withoutLinks(applicant) : applicant;
        return { ...(after && { write: after }), answer: after?.linkEpoch ?? 0 };
      });
      const link = { personId, purpose: 'answer', epoch } as const;
      const now = deps.clock.now();
      const signed = await signLink(deps.linkKeys, link, now, SESSION_HOURS / 24);
      deps.log('info', 'plan-opened-once', { personId });
      return c.redirect(pagePaths(signed).plan, 303);
    }),
  ];
}
