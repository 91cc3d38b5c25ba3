/** `/advisors/c/<cohort>/p/<applicant>`: one applicant, and the case about them. */
import type { Context } from 'hono';
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import { afterUpdate } from '#shared/base/links/urls.ts';
import { noteSchema } from '#shared/base/text.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import { fieldNamesOf } from '#shared/exchange/fields/event-fields.ts';
import { keyOf, type Problem } from '#shared/exchange/fields/field.ts';
import { readForm } from '#shared/exchange/fields/read-form.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { wordForms } from '#shared/views/pages/report/advisor-forms.ts';
import {
  type PersonView,
  PHONE_FIELD,
  personPage,
} from '#shared/views/pages/report/person-page.ts';
import { planReadPage } from '#shared/views/pages/report/plan-read-page.ts';
import { actRefusals } from '#shared/words/form-refusals.ts';
import { note } from '../../audit.ts';
import { chunksOf } from '../../store/older-past.ts';
import { update } from '../../update.ts';
import { otherCohortsOf, teamOf } from '../../whole-cohort.ts';
import { anyFields, type Entries } from '../forms.ts';
import { statusOf } from '../status.ts';
import { doneIn } from './acts.ts';
import { type AdvisorDeps, type AdvisorRoute, type CohortVisitor, ofItem } from './route.ts';

export function personRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = PATHS.personAt(':personId');
  return [
    ofItem(ROLES, 'person').get(path, async (c, visitor) => {
      const params = new URL(c.req.url).searchParams;
      const update = params.get('done');
      const acted = doneIn(params);
      const done = { ...(update && !acted && { done: update }), ...(acted && { acted }) };
      const page = Number(params.get('page')) || 1;
      return c.html(await pageOf(deps, visitor, visitor.item, undefined, { ...done, page }));
    }),
    ofItem(WORKERS, 'person').get(PATHS.planRead(':personId'), async (c, visitor) => {
      const { advisor, cohort, item: applicant } = visitor;
      const now = deps.clock.now();
      const world = deps.worldFor(cohort.id);
      const read = { by: advisor.id, act: 'plan-read', of: applicant.id, people: 1 } as const;
      // Once a day: a log full of one reader's returns would push out what else it holds.
      await note(deps, cohort.id, read, (entries) =>
        entries.every(
          ({ act, by, of, at }) =>
            act !== read.act ||
            by !== read.by ||
            of !== read.of ||
            dayIn('UTC', at) !== dayIn('UTC', now),
        ),
      );
      const present = withTimePassed(applicant, now, world);
      return c.html(planReadPage({ ...visitor, applicant: present, world, now }));
    }),
    ofItem(WORKERS, 'person').post(path, anyFields, (c, visitor, entries) =>
      answerCase(deps, c, visitor, visitor.item, entries),
    ),
  ];
}

async function answerCase(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  applicant: Applicant,
  entries: Entries,
): Promise<Response> {
  const { advisor, cohort } = visitor;
  const values = Object.fromEntries(entries);
  const { type = '', onRotation, ownerId } = values;
  const refuse = async (of: Applicant, errors: Problem['errors'], code: string) => {
    const problem = {
      form: onRotation ? `${keyOf(type, values)}.${onRotation}` : type,
      errors,
      values,
    };
    return c.html(await pageOf(deps, visitor, of, problem), statusOf(code));
  };

  const owner = ownerId ? (await teamOf(deps, cohort)).find(({ id }) => id === ownerId) : undefined;
  if (ownerId && !owner)
    return refuse(applicant, [{ field: 'ownerId', message: actRefusals.noOwner }], 'invalid');
  const own = entries.filter(([name]) => name !== 'onRotation' && name !== 'onWord');
  const read = readForm(own, onRotation, (of) =>
    of === 'profile-changed' ? [PHONE_FIELD] : fieldNamesOf(of),
  );
  if (!read.ok) return refuse(applicant, read.failure.errors, read.failure.fault);
  const { id, revision } = read.value;
  const event = owner ? ({ ...read.value.event, owner: owner.name } as Event) : read.value.event;
  const isPhone = event.type === 'profile-changed';
  const reason = noteSchema.safeParse(isPhone ? 'the phone number' : values.onWord?.trim());
  if (!event.type.startsWith('case-') && !isPhone) {
    // What the page has no form for is the applicant's alone to report.
    if (!isOffered(deps, visitor, applicant, event.type, onRotation)) {
      const message = 'This page does not take this kind of update.';
      return refuse(applicant, [{ field: 'type', message }], 'malformed');
    }
    if (!reason.success || reason.data === '')
      return refuse(applicant, [{ field: 'onWord', message: actRefusals.noNote }], 'invalid');
  }
  // The sweep notifies the workflow of what an update or time moves.
  const answer = await update({ ...deps, workflow: NO_WORKFLOW }, applicant.id, {
    id,
    revision,
    event,
    by: 'advisor',
    ...((onRotation || isPhone) &&
      reason.success && { onWord: { advisor: advisor.profile.name, reason: reason.data } }),
  });
  switch (answer.answer) {
    case 'accepted':
    case 'replayed':
      deps.log('info', 'case-changed', { personId: applicant.id, reason: event.type });
      return c.redirect(afterUpdate(cohortPaths(cohort.id).personAt(applicant.id), id), 303);
    case 'refused': {
      const { reason, message, field = 'type' } = answer.refusal;
      return refuse(answer.applicant, [{ field, message }], reason);
    }
    case 'unknown-person':
      return c.html(noSuchPage(advisor), 404);
  }
}

function isOffered(
  { worldFor, clock }: AdvisorDeps,
  { cohort }: CohortVisitor,
  { facts }: Applicant,
  type: string,
  onRotation: string | undefined,
): boolean {
  const rotation = facts.rotations.find(({ id }) => id === onRotation);
  if (!rotation) return false;
  const forms = wordForms(rotation, facts, worldFor(cohort.id), clock.now());
  return forms.some((form) => form.type === type);
}

async function pageOf(
  deps: AdvisorDeps,
  visitor: CohortVisitor,
  written: Applicant,
  problem?: Problem,
  shown: Partial<Pick<PersonView, 'done' | 'acted' | 'page'>> = {},
): Promise<string> {
  const { worldFor, clock, newId } = deps;
  const { advisor, cohort } = visitor;
  const now = clock.now();
  const [team, chunks, cohorts] = await Promise.all([
    teamOf(deps, cohort),
    chunksOf(deps, written),
    otherCohortsOf(deps, advisor, cohort),
  ]);
  const world = worldFor(cohort.id);
  const applicant = withOutlook(withTimePassed(written, now, world), world, now);
  const row = reportRow(summaryOfApplicant(applicant), now);
  return personPage(
    {
      ...visitor,
      applicant,
      row,
      team,
      cohorts,
      world,
      now,
      newId,
      chunks,
      page: 1,
      ...shown,
    },
    problem,
  );
}
