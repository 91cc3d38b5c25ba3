/** `/advisors/dates`: corrects a cell of a season, host, or program; shows first whom that affects; confirms and withdraws. */
import type { Context } from 'hono';
import * as z from 'zod';
import {
  DATES_BACK_PATH,
  DATES_CONFIRM_PATH,
  DATES_PATH,
} from '#shared/base/links/advisor-paths.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import type { Result } from '#shared/base/result.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import { type Advisor, everyCohortOf, worksFor } from '#shared/people/advisor/advisor.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import type { DatesProblem } from '#shared/views/pages/advisors/correction-forms.ts';
import { correctionPreview } from '#shared/views/pages/advisors/correction-preview.ts';
import { datesPage } from '#shared/views/pages/advisors/dates-page.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { saidOfDates } from '#shared/words/world-refusals.ts';
import { confirmCorrection, correct, takeBack } from '#shared/world/corrections/change-world.ts';
import type { Correction } from '#shared/world/corrections/correction.ts';
import { type FormValues, readCorrection } from '#shared/world/corrections/read-correction.ts';
import { type WorldRefusal, worldRefusals } from '#shared/world/corrections/refusals.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { changeWorld, worldItem } from '../../change-world.ts';
import { reachOfCorrection } from '../../reach-of-correction.ts';
import { anyFields, type Entries, texts } from '../forms.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, signedIn } from './route.ts';

const backSchema = z.strictObject({ update: idSchema, entry: idSchema, reason: noteSchema });
const confirmSchema = z.object({ update: idSchema, entry: idSchema });

export function dateRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(ROLES).get(DATES_PATH, async (c, { advisor }) => {
      const { of, institutionId, code, field } = c.req.query();
      const values = {
        ...(of && { of }),
        ...(institutionId && { institutionId }),
        ...(code && { code }),
        ...(field && { field }),
      };
      return c.html(await present(deps, advisor, { values }));
    }),
    signedIn(WORKERS).post(DATES_PATH, anyFields, async (c, { advisor }, entries) => {
      const { step, digest, again, ...values } = valuesOf(entries);
      const read = readCorrection(values);
      if (!read.ok) return refuse(c, deps, advisor, values, { reason: 'invalid', ...read.failure });
      const { name } = advisor.profile;
      const unconfirmed = { by: name, advisorId: advisor.id, cohortIds: worksFor(advisor) };
      const correction = { ...read.value.correction, unconfirmed };
      const change = { id: correction.id, by: name, reason: read.value.reason };
      return changed(c, deps, advisor, {
        form: { path: DATES_PATH, values },
        shown: { step, digest, again },
        event: 'date-corrected',
        judge: (item, now) => correct(item, correction, change, now),
      });
    }),
    signedIn(WORKERS).post(
      DATES_CONFIRM_PATH,
      texts(['update', 'entry', 'step', 'digest', 'again']),
      async (c, { advisor }, { step, digest, again, ...values }) => {
        const form = confirmSchema.safeParse(values);
        if (!form.success || worksFor(advisor).length === 0) {
          const refusal = form.success
            ? worldRefusals.noCohort()
            : worldRefusals.nothingToConfirm();
          return refuse(c, deps, advisor, {}, saidOfDates(refusal));
        }
        const { update: id, entry } = form.data;
        const { corrections } = await worldItem(deps.store);
        const author = corrections.find((each) => each.id === entry)?.unconfirmed?.advisorId;
        const first = author ? await deps.store.read('advisor', author) : undefined;
        const second = {
          advisorId: advisor.id,
          cohortIds: everyCohortOf(advisor),
          authorsCohortIds: first ? everyCohortOf(first) : [],
        };
        const change = { id, by: advisor.profile.name, reason: 'read the source, too' };
        return changed(c, deps, advisor, {
          form: { path: DATES_CONFIRM_PATH, values: form.data },
          shown: { step, digest, again },
          event: 'date-confirmed',
          judge: (item, now) => confirmCorrection(item, entry, change, now, second),
        });
      },
    ),
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

interface Planned {
  /** Posted again to save what was shown. */
  readonly form: { readonly path: string; readonly values: FormValues };
  readonly shown: Readonly<Record<'step' | 'digest' | 'again', unknown>>;
  readonly event: 'date-corrected' | 'date-confirmed';
  judge(
    item: WorldItem,
    now: ReturnType<AdvisorDeps['clock']['now']>,
  ): Result<WorldItem, WorldRefusal>;
}

/** Saves what the page has shown, and nothing else: the same people, and once more if a deadline comes much nearer. */
async function changed(
  c: Context,
  deps: AdvisorDeps,
  advisor: Advisor,
  { form, shown, event, judge }: Planned,
): Promise<Response> {
  const now = deps.clock.now();
  const before = await worldItem(deps.store);
  const judged = judge(before, now);
  if (!judged.ok) return refuse(c, deps, advisor, form.values, saidOfDates(judged.failure));
  const correction = newIn(judged.value, before);
  // The same form again, after it was saved.
  if (!correction) return c.redirect(DATES_PATH, 303);
  const cohortIds = worksFor(advisor);
  const after = judged.value;
  const reach = await reachOfCorrection({
    store: deps.store,
    now,
    before,
    after,
    correction,
    cohortIds,
  });
  const isShown = shown.step === 'save' && shown.digest === reach.digest;
  if (!isShown || (reach.isDrastic && shown.again !== 'yes')) {
    const view = { advisor, before, after, correction, reach, form };
    const isAskedAgain = isShown || shown.step === 'save';
    return c.html(correctionPreview(view), isAskedAgain ? 409 : 200);
  }
  const done = await changeWorld(deps, (item) => judge(item, now));
  if (!done.ok) return refuse(c, deps, advisor, form.values, done.failure);
  deps.log('info', event, { personId: advisor.id, reference: correction.id });
  return c.redirect(DATES_PATH, 303);
}

function newIn(after: WorldItem, { corrections }: WorldItem): Correction | undefined {
  return after.corrections.find((each) => !corrections.includes(each));
}

/** A field that is ticked several times is a list. */
function valuesOf(entries: Entries): FormValues {
  return Object.fromEntries(
    [...Map.groupBy(entries, ([name]) => name)].map(([name, all]) => {
      const values = all.map(([, value]) => value);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

async function present(
  deps: AdvisorDeps,
  advisor: Advisor,
  { values, ...problem }: Pick<DatesProblem, 'values'> & Partial<DatesProblem>,
): Promise<string> {
  const item = await worldItem(deps.store);
  const now = deps.clock.now();
  const { message } = problem;
  const view = { advisor, item, now, values, newId: deps.newId };
  return datesPage(view, message === undefined ? undefined : { ...problem, message, values });
}

async function refuse(
  c: Context,
  deps: AdvisorDeps,
  advisor: Advisor,
  values: FormValues,
  { reason, message, field }: Refusal,
): Promise<Response> {
  deps.log('info', 'date-refused', { personId: advisor.id, reason });
  return c.html(await present(deps, advisor, { values, message, field }), statusOf(reason));
}
