/** `/advisors/c/<cohort>/archive`: a season's end, who was archived, and the cases of an advisor who leaves. */
import * as z from 'zod';
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import { idSchema } from '#shared/base/text.ts';
import { caseOwnersOf, casesOf } from '#shared/cohort/season-end.ts';
import { WORKERS } from '#shared/people/advisor/advisor.ts';
import {
  archiveOf,
  broughtBack,
  mayComeBack,
  wasListedOften,
} from '#shared/people/applicant/archive.ts';
import { withNotice } from '#shared/people/mailing/requested.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { archivePage } from '#shared/views/pages/report/archive-page.ts';
import { actRefusedPage } from '#shared/views/pages/report/report-page.ts';
import { actRefusals } from '#shared/words/form-refusals.ts';
import { noteOnce } from '../../audit.ts';
import { change } from '../../change.ts';
import { reportNow, teamOf, wholeCohort } from '../../whole-cohort.ts';
import { fields } from '../forms.ts';
import { actOnAll, changePlan, doneIn } from './acts.ts';
import { type AdvisorDeps, type AdvisorRoute, type CohortVisitor, ofCohort } from './route.ts';

/** As many as one act of the report; a second press hands over the rest. */
const HANDED_OVER_MAX = 500;

const backFields = fields(z.strictObject({ person: idSchema, update: idSchema }));
const handOverFields = fields(z.strictObject({ from: idSchema, to: idSchema, update: idSchema }));

export function archiveRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = PATHS.archive;
  return [
    ofCohort(WORKERS).get(path, async (c, visitor) => {
      const { cohort } = visitor;
      const params = new URL(c.req.url).searchParams;
      const done = doneIn(params);
      const archived = await wholeCohort(deps.store, archiveOf(cohort.id));
      const page = Number(params.get('page')) || 1;
      const now = await cohortNow(deps, visitor);
      const view = { ...visitor, ...now, archived, page, newId: deps.newId };
      return c.html(archivePage({ ...view, ...(done && { done }) }));
    }),
    ofCohort(WORKERS).post(path, backFields, async (c, { advisor, cohort }, { person, update }) => {
      const plan = await deps.store.read('applicant', person);
      const isKnown = plan?.cohortId === cohort.id || (plan && mayComeBack(plan, cohort.id));
      if (!isKnown) return c.html(noSuchPage(advisor), 404);
      const isBack = await changePlan(deps, person, (each, now) => {
        if (each.cohortId === cohort.id) return each;
        const isOurs = mayComeBack(each, cohort.id) && !wasListedOften(each, now);
        return isOurs ? broughtBack(each, now) : undefined;
      });
      if (!isBack) return c.redirect(`${cohortPaths(cohort.id).archive}?done=back.0.1`, 303);
      const act = { by: advisor.id, act: 'brought-back', of: update, people: 1 } as const;
      await noteOnce(deps, cohort.id, act);
      deps.log('info', 'brought-back', { personId: person });
      return c.redirect(`${cohortPaths(cohort.id).archive}?done=back.1.0`, 303);
    }),
    ofCohort(WORKERS).post(PATHS.handOver, handOverFields, async (c, visitor, form) => {
      const { advisor, cohort } = visitor;
      const { team, rows } = await cohortNow(deps, visitor);
      const owner = team.find(({ id }) => id === form.to);
      if (!owner || form.to === form.from) {
        const message = owner ? actRefusals.sameOwner : actRefusals.noOwner;
        return c.html(actRefusedPage(visitor, message), 422);
      }
      const from = caseOwnersOf(rows, team).find(({ id }) => id === form.from);
      const people = from ? casesOf(rows, from).slice(0, HANDED_OVER_MAX) : [];
      const act = { act: 'assign', update: form.update, people } as const;
      const changed = await actOnAll(deps, cohort.id, act, { owner });
      if (changed > 0) {
        const done = { act: 'cases-handed-over', of: form.update, people: changed } as const;
        await noteOnce(deps, cohort.id, { by: advisor.id, ...done });
        await notify(deps, owner.id, form.update, cohort.id);
      }
      deps.log('info', 'cases-handed-over', { personId: advisor.id, count: changed });
      return c.redirect(
        `${cohortPaths(cohort.id).archive}?done=hand.${changed}.${people.length - changed}`,
        303,
      );
    }),
  ];
}

async function cohortNow(deps: AdvisorDeps, { cohort }: CohortVisitor) {
  const { rows, today } = await reportNow(deps, cohort);
  return { rows, world: deps.worldFor(cohort.id), today, team: await teamOf(deps, cohort) };
}

/** One email for all the cases, also to an advisor who takes them over by their own press. */
async function notify(deps: AdvisorDeps, id: string, of: string, about: string): Promise<void> {
  await change(deps, 'advisor', id, (advisor, now) =>
    advisor ? { write: withNotice(advisor, 'cases-received', of, now, { about }) } : {},
  );
  await deps.wake({ kind: 'advisor', id });
}
