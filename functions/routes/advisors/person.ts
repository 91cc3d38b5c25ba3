/** `/advisors/c/<cohort>/p/<applicant>`: one applicant, and the case about them. */
import type { Context } from 'hono';
import { personPath } from '#shared/base/links/report-paths.ts';
import { afterUpdate } from '#shared/base/links/urls.ts';
import { idSchema } from '#shared/base/text.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { personPage } from '#shared/views/pages/report/person-page.ts';
import { livingPlan } from '../../join-plans.ts';
import { update } from '../../update.ts';
import { anyFields, type Entries } from '../forms.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, type CohortVisitor, ofCohort } from './route.ts';

export function personRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = personPath(':cohortId', ':personId');
  return [
    ofCohort(ROLES).get(path, async (c, visitor) => {
      const applicant = await personOf(deps, c, visitor);
      if (!applicant) return c.html(noSuchPage(visitor.advisor), 404);
      return c.html(pageOf(deps, visitor, applicant, undefined, c.req.query('done')));
    }),
    ofCohort(WORKERS).post(path, anyFields, async (c, visitor, entries) => {
      const applicant = await personOf(deps, c, visitor);
      if (!applicant) return c.html(noSuchPage(visitor.advisor), 404);
      return answerCase(deps, c, visitor, applicant, entries);
    }),
  ];
}

/** A person of another cohort is not found. */
async function personOf(
  { store }: AdvisorDeps,
  c: Context,
  { cohort }: CohortVisitor,
): Promise<Applicant | undefined> {
  const id = idSchema.safeParse(c.req.param('personId'));
  const named = id.success ? await store.read('applicant', id.data) : undefined;
  const applicant = named && (await livingPlan(store, named));
  return applicant?.cohortId === cohort.id && !applicant.leaving ? applicant : undefined;
}

async function answerCase(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  applicant: Applicant,
  entries: Entries,
): Promise<Response> {
  const values = Object.fromEntries(entries);
  const refuse = (of: Applicant, errors: Problem['errors'], code: string) => {
    const problem = { form: values.type ?? '', errors, values };
    return c.html(pageOf(deps, visitor, of, problem), statusOf(code));
  };

  const read = readForm(entries);
  if (!read.ok) return refuse(applicant, read.failure.errors, read.failure.fault);
  const { id, revision, event } = read.value;
  // Only applicants report on their plans: this page takes updates of the case.
  if (!event.type.startsWith('case-')) {
    const message = 'This page does not take this kind of update.';
    return refuse(applicant, [{ field: 'type', message }], 'malformed');
  }
  // A case moves no rotation, and the sweep notifies the workflow of what time moves.
  const answer = await update({ ...deps, workflow: NO_WORKFLOW }, applicant.id, {
    id,
    revision,
    event,
    by: 'advisor',
  });
  switch (answer.answer) {
    case 'accepted':
    case 'replayed':
      deps.log('info', 'case-changed', { personId: applicant.id, reason: event.type });
      return c.redirect(afterUpdate(personPath(visitor.cohort.id, applicant.id), id), 303);
    case 'refused': {
      const { reason, message, field = 'type' } = answer.refusal;
      return refuse(answer.applicant, [{ field, message }], reason);
    }
    case 'unknown-person':
      return c.html(noSuchPage(visitor.advisor), 404);
  }
}

function pageOf(
  { worldFor, clock, newId }: AdvisorDeps,
  { advisor, cohort }: CohortVisitor,
  written: Applicant,
  problem?: Problem,
  done?: string,
): string {
  const now = clock.now();
  const world = worldFor(cohort.id);
  const applicant = withOutlook(withTimePassed(written, now, world), world, now);
  const row = reportRow(summaryOfApplicant(applicant), now);
  return personPage(
    { advisor, cohort, applicant, row, world, now, newId, ...(done && { done }) },
    problem,
  );
}
