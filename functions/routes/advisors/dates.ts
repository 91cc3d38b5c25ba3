/** `/advisors/dates`: corrects a cell of a season, host, or program; shows first whom that affects; confirms and withdraws. */
import type { Context } from 'hono';
import * as z from 'zod';
import {
  DATES_BACK_PATH,
  DATES_CONFIRM_PATH,
  DATES_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { failure, type Refusal } from '#shared/base/result.ts';
import { capital } from '#shared/base/sentence.ts';
import { idSchema, noteSchema } from '#shared/base/text.ts';
import {
  type Advisor,
  everyCohortOf,
  ROLES,
  WORKERS,
  worksFor,
} from '#shared/people/advisor/advisor.ts';
import type { DatesProblem } from '#shared/views/pages/advisors/correction-forms.ts';
import { datesPage } from '#shared/views/pages/advisors/dates-page.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { explainCorrection } from '#shared/words/world-refusals.ts';
import { confirmCorrection, correctAll, takeBack } from '#shared/world/corrections/change-world.ts';
import { type Correction, cellOf } from '#shared/world/corrections/correction.ts';
import { type FormValues, readCorrections } from '#shared/world/corrections/read-correction.ts';
import { type WorldRefusal, worldRefusals } from '#shared/world/corrections/refusals.ts';
import { changeWorld } from '../../change-world.ts';
import { worldItem } from '../../read-world.ts';
import { anyFields, type Entries, texts } from '../forms.ts';
import { statusOf } from '../status.ts';
import { type AdvisorDeps, type AdvisorRoute, signedIn } from './route.ts';
import { saveAsShown } from './save-as-shown.ts';

const backSchema = z.strictObject({ update: idSchema, entry: idSchema, reason: noteSchema });
const confirmSchema = z.object({ update: idSchema, entry: idSchema });

/** Every field of a host at its longest, in any alphabet, and a page pasted into one: that field is named, and nothing lost. */
const BYTES_MAX = 1_000_000;

export function dateRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(ROLES).get(DATES_PATH, async (c, { advisor }) => {
      const values = Object.fromEntries(
        ['of', 'institutionId', 'code'].map((name) => [name, c.req.query(name) ?? '']),
      );
      return c.html(await present(deps, advisor, { values }));
    }),
    signedIn(WORKERS).post(
      DATES_PATH,
      anyFields,
      async (c, { advisor }, entries) => {
        const { step, digest, again, ...values } = valuesOf(entries);
        const read = readCorrections(values);
        if (!read.ok)
          return refuse(c, deps, advisor, values, { reason: 'invalid', ...read.failure });
        const { name } = advisor.profile;
        const unconfirmed = { by: name, advisorId: advisor.id, cohortIds: worksFor(advisor) };
        const { corrections, reason } = read.value;
        const all = corrections.map((each) => ({ correction: { ...each, unconfirmed }, reason }));
        return saveAsShown<RefusedCell>(c, deps, advisor, {
          back: DATES_PATH,
          refuse: (why) => refuse(c, deps, advisor, values, explainAt(why, corrections)),
          form: { path: DATES_PATH, values },
          shown: { step, digest, again },
          event: 'date-corrected',
          judge: (item, now) => {
            const done = correctAll(item, all, name, now);
            return done.ok ? done : failure(done.failure[0] ?? worldRefusals.busy());
          },
        });
      },
      { bytesMax: BYTES_MAX, tooLarge: () => messagePage('too-large') },
    ),
    signedIn(WORKERS).post(
      DATES_CONFIRM_PATH,
      texts(['update', 'entry', 'step', 'digest', 'again']),
      async (c, { advisor }, { step, digest, again, ...values }) => {
        const form = confirmSchema.safeParse(values);
        if (!form.success || worksFor(advisor).length === 0) {
          const refusal = form.success
            ? worldRefusals.noCohort()
            : worldRefusals.nothingToConfirm();
          return refuse(c, deps, advisor, {}, explainCorrection(refusal));
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
        return saveAsShown<WorldRefusal>(c, deps, advisor, {
          back: DATES_PATH,
          refuse: (why) => refuse(c, deps, advisor, form.data, explainCorrection(why)),
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

type RefusedCell = { readonly nth: number; readonly refusal: WorldRefusal } | WorldRefusal;

/** Names the one of several cells that cannot be corrected. */
function explainAt(why: RefusedCell, corrections: readonly Correction[]): Refusal {
  const explained = explainCorrection('nth' in why ? why.refusal : why);
  const of = 'nth' in why && corrections.length > 1 ? corrections[why.nth] : undefined;
  return of && 'field' in of
    ? { ...explained, message: `${capital(cellOf(of).label)}: ${explained.message}` }
    : explained;
}

/** A field that is checked several times is a list. */
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
