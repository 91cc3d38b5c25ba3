/** `/advisors/dates`: corrects a season's or a host's date with source and reason, and withdraws corrections. */
import type { Context } from 'hono';
import * as z from 'zod';
import { DATES_BACK_PATH, DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { type Advisor, worksFor } from '#shared/people/advisor/advisor.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import type { DatesProblem } from '#shared/views/pages/advisors/correction-forms.ts';
import { datesPage } from '#shared/views/pages/advisors/dates-page.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { correct, takeBack } from '#shared/world/corrections/change-world.ts';
import { readCorrection } from '#shared/world/corrections/read-correction.ts';
import { changeWorld, worldItem } from '../../change-world.ts';
import { anyFields, texts } from '../forms.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, signedIn } from './route.ts';

const backSchema = z.strictObject({ update: idSchema, entry: idSchema, reason: noteSchema });

export function dateRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(ROLES).get(DATES_PATH, async (c, { advisor }) => c.html(await present(deps, advisor))),
    signedIn(WORKERS).post(DATES_PATH, anyFields, async (c, { advisor }, entries) => {
      const values = Object.fromEntries(entries);
      const read = readCorrection(values);
      if (!read.ok) return refuse(c, deps, advisor, values, { reason: 'invalid', ...read.failure });
      const { name } = advisor.profile;
      const unconfirmed = { by: name, cohortIds: worksFor(advisor) };
      const correction = { ...read.value.correction, unconfirmed };
      const change = { id: correction.id, by: name, reason: read.value.reason };
      const now = deps.clock.now();
      const done = await changeWorld(deps, (item) => correct(item, correction, change, now));
      if (!done.ok) return refuse(c, deps, advisor, values, done.failure);
      deps.log('info', 'date-corrected', { personId: advisor.id, reference: change.id });
      return c.redirect(DATES_PATH, 303);
    }),
    signedIn(WORKERS).post(
      DATES_BACK_PATH,
      texts(['update', 'entry', 'reason']),
      async (c, { advisor }, values) => {
        const form = backSchema.safeParse(values);
        if (!form.success) {
          const message = formSentences.reasonNeeded;
          const refusal = { reason: 'invalid', message, field: 'reason' };
          return refuse(c, deps, advisor, values, refusal);
        }
        const { update: id, entry, reason } = form.data;
        const change = { id, by: advisor.profile.name, reason };
        const now = deps.clock.now();
        const done = await changeWorld(deps, (item) =>
          takeBack(item, entry, change, now, worksFor(advisor)),
        );
        if (!done.ok) return refuse(c, deps, advisor, values, done.failure);
        deps.log('info', 'date-taken-back', { personId: advisor.id, reference: entry });
        return c.redirect(DATES_PATH, 303);
      },
    ),
  ];
}

async function present(
  deps: AdvisorDeps,
  advisor: Advisor,
  problem?: DatesProblem,
): Promise<string> {
  const item = await worldItem(deps.store);
  const now = deps.clock.now();
  return datesPage({ advisor, item, now, newId: deps.newId }, problem);
}

async function refuse(
  c: Context,
  deps: AdvisorDeps,
  advisor: Advisor,
  values: DatesProblem['values'],
  { reason, message, field }: Refusal,
): Promise<Response> {
  deps.log('info', 'date-refused', { personId: advisor.id, reason });
  return c.html(await present(deps, advisor, { values, message, field }), statusOf(reason));
}
