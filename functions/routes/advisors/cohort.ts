/** `/advisors/c/<cohort>`: the cohort's report, and what is done about several of its applicants at once. */
import type { Context } from 'hono';
import { counted } from '#shared/base/counted.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { actsPath, messagePath } from '#shared/base/links/report-paths.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { type ActForm, actSchema, type CaseOwner, caseEventOf } from '#shared/cohort/acts.ts';
import { knownOf, readQuery } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { badFilterPage } from '#shared/views/pages/report/bad-filter-page.ts';
import { actRefusedPage, reportPage } from '#shared/views/pages/report/report-page.ts';
import { actRefusals } from '#shared/words/form-refusals.ts';
import { update } from '../../update.ts';
import { ownerOf, teamOf, wholeCohort } from '../../whole-cohort.ts';
import { anyFields, type Entries } from '../forms.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, type CohortVisitor, ofCohort } from './route.ts';

export function cohortRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(ROLES).get(cohortPath(':cohortId'), async (c, { advisor, cohort }) => {
      const params = new URL(c.req.url).searchParams;
      const done = doneIn(params);
      const { known, unknown } = knownOf(params);
      const query = readQuery(known);
      if (!query.ok) return c.html(badFilterPage(advisor, cohort, query.failure), 400);
      const [people, team] = await Promise.all([
        wholeCohort(deps.store, cohort.id),
        teamOf(deps, cohort),
      ]);
      const now = deps.clock.now();
      const world = deps.worldFor(cohort.id);
      const report = reportOf(cohort, people, query.value, world, now, ownerOf(advisor));
      const { newId } = deps;
      return c.html(reportPage(report, { advisor, team, unknown, newId, ...(done && { done }) }));
    }),
    ofCohort(WORKERS).post(actsPath(':cohortId'), anyFields, (c, visitor, entries) =>
      answerAct(deps, c, visitor, entries),
    ),
  ];
}

async function answerAct(
  deps: AdvisorDeps,
  c: Context,
  { advisor, cohort }: CohortVisitor,
  entries: Entries,
): Promise<Response> {
  const refuse = (message: string) => c.html(actRefusedPage(advisor, cohort, message), 422);
  const form = readAct(entries);
  if (!form) return refuse(actRefusals.unreadable);
  if (form.people.length === 0) return refuse(actRefusals.nobody);
  if (form.act === 'write') {
    return c.redirect(`${messagePath(cohort.id)}?person=${form.people.join(',')}`, 303);
  }
  const now = deps.clock.now();
  const today = dayIn(EASTERN, now);
  if (form.act === 'call' && !form.note) return refuse(actRefusals.noNote);
  if (form.act === 'hold' && (form.until ?? '') <= today) return refuse(actRefusals.pastDay);
  const team = await teamOf(deps, cohort);
  const owner =
    form.act === 'assign' ? team.find(({ id }) => id === form.ownerId) : ownerOf(advisor);
  if (!owner) return refuse(actRefusals.noOwner);

  let changed = 0;
  for (const id of form.people) {
    if (await actOn(deps, cohort.id, id, form, owner)) changed += 1;
    await deps.breathe();
  }
  deps.log('info', 'cases-changed', { personId: advisor.id, reason: form.act, count: changed });
  const params = new URL(c.req.url).searchParams;
  params.set('done', `${form.act}.${changed}.${form.people.length - changed}`);
  return c.redirect(`${cohortPath(cohort.id)}?${params}`, 303);
}

/** A person of another cohort is nobody here. A form that is posted twice changes each case once. */
async function actOn(
  deps: AdvisorDeps,
  cohortId: string,
  id: string,
  form: ActForm,
  owner: CaseOwner,
): Promise<boolean> {
  const person = await deps.store.read('applicant', id);
  if (!person || person.cohortId !== cohortId || person.leaving) return false;
  if (person.accepted.some((each) => each.id === form.update)) return true;
  const now = deps.clock.now();
  const event = caseEventOf(form, person.casework, owner, dayIn(EASTERN, now));
  const { revision } = withTimePassed(person, now, deps.worldFor(cohortId));
  // A case moves no rotation: no workflow needs to know.
  const of = { id: form.update, event, by: 'advisor', revision } as const;
  const { answer } = await update({ ...deps, workflow: NO_WORKFLOW }, id, of);
  return answer === 'accepted' || answer === 'replayed';
}

/** Without the empty fields, which belong to other acts. */
function readAct(entries: Entries): ActForm | undefined {
  const filled = entries
    .filter(([name, value]) => name !== 'person' && value.trim() !== '')
    .map(([name, value]) => [name, value.replaceAll(/\s+/g, ' ').trim()] as const);
  const people = entries.flatMap(([name, value]) => (name === 'person' ? [value] : []));
  const parsed = actSchema.safeParse({
    ...Object.fromEntries(filled),
    people: [...new Set(people)],
  });
  return parsed.success ? parsed.data : undefined;
}

const DONE: Readonly<Record<string, string>> = {
  take: 'taken: you own their cases',
  assign: 'assigned',
  call: 'with a call recorded',
  hold: 'not to be called before the day you chose',
};

/** `done=take.9.1` */
function doneIn(params: URLSearchParams): string | undefined {
  const [, act = '', done, left] =
    /^([a-z]+)\.(\d{1,3})\.(\d{1,3})$/.exec(params.get('done') ?? '') ?? [];
  params.delete('done');
  const words = DONE[act];
  if (!words) return undefined;
  const rest =
    Number(left) > 0
      ? ` ${counted(Number(left), 'applicant')} changed meanwhile: nothing was changed there. Select them again.`
      : '';
  return `${counted(Number(done), 'applicant')} ${words}.${rest}`;
}
