/** `/advisors/c/<cohort>/thresholds`: when an applicant counts as at risk; a lead can change it, with a reason. */
import * as z from 'zod';
import { thresholdsPath } from '#shared/base/links/report-paths.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { changeThresholds, type RiskRefusal } from '#shared/cohort/risk/settings.ts';
import { THRESHOLD_WORDS, thresholdsSchema } from '#shared/cohort/risk/thresholds.ts';
import { ROLES } from '#shared/people/advisor/role.ts';
import { thresholdsPage } from '#shared/views/pages/report/thresholds-page.ts';
import { texts } from '../forms.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, ofCohort } from './route.ts';

const WHOLE = /^\d{1,3}$/;
const whole = z.string().regex(WHOLE).transform(Number);

const formSchema = z.strictObject({
  update: idSchema,
  seen: whole,
  reason: noteSchema,
  ...Object.fromEntries(Object.keys(THRESHOLD_WORDS).map((name) => [name, whole])),
});

const REFUSALS: Readonly<Record<Exclude<RiskRefusal, 'replayed'>, string>> = {
  stale:
    'Somebody changed the thresholds after this page was opened. Check them, then make your change again.',
  'nothing-changed': 'These thresholds are set already.',
};

export function thresholdsRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = thresholdsPath(':cohortId');
  return [
    ofCohort(ROLES).get(path, (c, { advisor, cohort }) =>
      c.html(thresholdsPage(advisor, cohort, deps.newId())),
    ),
    ofCohort(['lead']).post(
      path,
      texts(Object.keys(formSchema.shape)),
      async (c, { advisor, cohort }, values) => {
        const refuse = (message: string, code: string) =>
          c.html(
            thresholdsPage(advisor, cohort, deps.newId(), { message, values }),
            statusOf(code),
          );

        const form = formSchema.safeParse(values);
        const { update: id, seen, reason, ...numbers } = form.data ?? {};
        const thresholds = thresholdsSchema.safeParse(numbers);
        if (!form.success || !thresholds.success || !id || seen === undefined || !reason) {
          const field = String((form.error ?? thresholds.error)?.issues[0]?.path[0] ?? 'the form');
          return refuse(faultIn(field), 'invalid');
        }
        const by = advisor.profile.name;
        const change = { id, by, reason, seen, thresholds: thresholds.data };
        const changed = changeThresholds(cohort.risk, change, deps.clock.now());
        if (!changed.ok && changed.failure !== 'replayed') {
          return refuse(REFUSALS[changed.failure], changed.failure);
        }
        if (changed.ok && !(await deps.store.write({ ...cohort, risk: changed.value })).written) {
          return refuse(REFUSALS.stale, 'stale');
        }
        deps.log('info', 'thresholds-changed', { personId: advisor.id, reason: cohort.id });
        return c.redirect(thresholdsPath(cohort.id), 303);
      },
    ),
  ];
}

function faultIn(field: string): string {
  if (field === 'reason') return 'Enter why you change them, in at most 400 characters.';
  if (!Object.hasOwn(THRESHOLD_WORDS, field))
    return 'This form is not from this page. Open the page again.';
  const words = THRESHOLD_WORDS[field as keyof typeof THRESHOLD_WORDS];
  return `“${words}” is not a whole number from 0 to 730${field === 'lettersWanted' ? ', at most 4' : ''}.`;
}
