/** POST `/advisors/c/<cohort>/acts`: what is done about the applicants selected in the report, on a person's page, or at a season's end. */

import type { Context } from 'hono';
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { type ActForm, actSchema, type CaseOwner, caseEventOf } from '#shared/cohort/acts.ts';
import type { AuditEntry } from '#shared/cohort/audit.ts';
import { WORKERS, worksFor } from '#shared/people/advisor/advisor.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import {
  archived,
  mayComeBack,
  movedTo,
  wasListedOften,
} from '#shared/people/applicant/archive.ts';
import { OWN_LINK_BOUNDS } from '#shared/people/mailing/requested.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import { isHarmed } from '#shared/people/person/person.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import { actRefusedPage } from '#shared/views/pages/report/report-page.ts';
import { actDoneWords } from '#shared/words/act-words.ts';
import { actRefusals } from '#shared/words/form-refusals.ts';
import { askForPlan } from '../../ask-email.ts';
import { noteOnce } from '../../audit.ts';
import { changeTo } from '../../change.ts';
import { update } from '../../update.ts';
import { ownerOf, teamOf } from '../../whole-cohort.ts';
import { anyFields, type Entries } from '../forms.ts';
import { type AdvisorDeps, type AdvisorRoute, type CohortVisitor, ofCohort } from './route.ts';

export function actRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    ofCohort(WORKERS).post(PATHS.acts, anyFields, (c, visitor, entries) =>
      answerAct(deps, c, visitor, entries),
    ),
  ];
}

async function answerAct(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  entries: Entries,
): Promise<Response> {
  const { advisor, cohort } = visitor;
  const refuse = (message: string) => c.html(actRefusedPage(visitor, message), 422);
  const read = readAct(entries);
  if (!read.ok) return refuse(read.failure);
  const form = read.value;
  if (form.people.length === 0) return refuse(actRefusals.nobody);
  if (form.act === 'write') {
    return c.redirect(`${cohortPaths(cohort.id).message}?person=${form.people.join(',')}`, 303);
  }
  const now = deps.clock.now();
  const today = dayIn(EASTERN, now);
  if (form.act === 'call' && !form.note) return refuse(actRefusals.noNote);
  if (form.act === 'hold' && (form.until ?? '') <= today) return refuse(actRefusals.pastDay);
  const to = await destinationOf(deps, form, visitor);
  if (form.act === 'move' && !to) return refuse(actRefusals.noCohort);
  const team = await teamOf(deps, cohort);
  const owner =
    form.act === 'assign' ? team.find(({ id }) => id === form.ownerId) : ownerOf(advisor);
  if (!owner) return refuse(actRefusals.noOwner);

  const changed = await actOnAll(deps, cohort.id, form, { owner, to });
  deps.log('info', 'cases-changed', { personId: advisor.id, reason: form.act, count: changed });
  const act = RECORDED[form.act];
  if (act) {
    const { update: of } = form;
    await noteOnce(deps, cohort.id, { by: advisor.id, act, of, people: changed });
  }
  const params = new URL(c.req.url).searchParams;
  params.set('done', `${form.act}.${changed}.${form.people.length - changed}`);
  return c.redirect(`${cameFrom(form, cohort.id)}?${params}`, 303);
}

interface Destination {
  readonly id: string;
  /** The IDs of its advisors. */
  readonly team: readonly string[];
}

/** Another cohort that the advisor works for. */
async function destinationOf(
  deps: AdvisorDeps,
  { act, toCohort }: ActForm,
  { advisor, cohort }: CohortVisitor,
): Promise<Destination | undefined> {
  if (act !== 'move' || !toCohort || toCohort === cohort.id) return undefined;
  const to = worksFor(advisor).includes(toCohort) && (await deps.store.read('cohort', toCohort));
  return to ? { id: to.id, team: (await teamOf(deps, to)).map(({ id }) => id) } : undefined;
}

/** An archived or moved applicant no longer has a page here. */
function cameFrom({ from, act, people: [only] }: ActForm, cohortId: string): string {
  if (from === 'archive') return cohortPaths(cohortId).archive;
  const isHere = from === 'person' && act !== 'archive' && act !== 'move';
  return isHere && only ? cohortPaths(cohortId).personAt(only) : cohortPaths(cohortId).report;
}

/** What the cohort's log holds; moves of a case are in each person's own history. */
const RECORDED: Partial<Record<ActForm['act'], AuditEntry['act']>> = {
  archive: 'archived',
  move: 'moved',
  link: 'link-sent',
};

/** @returns how many it changed */
export async function actOnAll(
  deps: AdvisorDeps,
  cohortId: string,
  form: ActForm,
  by: { readonly owner: CaseOwner; readonly to?: Destination | undefined },
): Promise<number> {
  let changed = 0;
  for (const id of form.people) {
    if (await actOn(deps, cohortId, id, form, by)) changed += 1;
    await deps.breathe();
  }
  return changed;
}

/** People of other cohorts are ignored. A form that is posted twice changes each person once. */
export async function actOn(
  deps: AdvisorDeps,
  cohortId: string,
  id: string,
  form: Omit<ActForm, 'people'>,
  { owner, to }: { readonly owner: CaseOwner; readonly to?: Destination | undefined },
): Promise<boolean> {
  const person = await deps.store.read('applicant', id);
  if (!person || !isPlan(person)) return false;
  switch (form.act) {
    case 'archive':
      return changePlan(deps, id, (each, now) => {
        if (mayComeBack(each, cohortId)) return each;
        const isTheirs = each.cohortId === cohortId && !wasListedOften(each, now);
        return isTheirs ? archived(each, owner.name, now) : undefined;
      });
    case 'move':
      return changePlan(deps, id, (each, now) => {
        if (!to || each.cohortId === to.id) return to && each;
        const isTheirs = each.cohortId === cohortId && !each.shared;
        return isTheirs && !wasListedOften(each, now)
          ? movedTo(each, to.id, to.team, now)
          : undefined;
      });
    case 'link':
      // Strangers may have used up what anyone can ask for.
      return (
        person.cohortId === cohortId &&
        !isHarmed(person.reach) &&
        askForPlan(deps, id, 'link', OWN_LINK_BOUNDS)
      );
    default:
      return person.cohortId === cohortId && moveCaseOf(deps, person, form, owner);
  }
}

/** @param judge the person as they are to be; the same where that was done before; undefined for a person of another cohort */
export async function changePlan(
  deps: AdvisorDeps,
  id: string,
  judge: (applicant: Applicant, now: Instant) => Applicant | undefined,
): Promise<boolean> {
  const isDone = await changeTo(deps, 'applicant', id, (applicant, now) =>
    applicant && isPlan(applicant) ? judge(applicant, now) : undefined,
  );
  if (isDone) await deps.wake({ kind: 'applicant', id });
  return isDone;
}

/** What is deleted, or was taken in by another plan, is on no list. */
function isPlan(applicant: Applicant): boolean {
  return !isDeleted(applicant) && !applicant.mergedInto;
}

async function moveCaseOf(
  deps: AdvisorDeps,
  person: Applicant,
  form: Omit<ActForm, 'people'>,
  owner: CaseOwner,
): Promise<boolean> {
  if (person.accepted.some((each) => each.id === form.update)) return true;
  const now = deps.clock.now();
  const event = caseEventOf(form, person.casework, owner, dayIn(EASTERN, now));
  const { revision } = withTimePassed(person, now, deps.worldFor(person.cohortId));
  // A case moves no rotation: no workflow needs to know.
  const of = { id: form.update, event, by: 'advisor', revision } as const;
  const { answer } = await update({ ...deps, workflow: NO_WORKFLOW }, person.id, of);
  return answer === 'accepted' || answer === 'replayed';
}

/** Without the empty fields, which belong to other acts. */
function readAct(entries: Entries): Result<ActForm, string> {
  const filled = entries
    .filter(([name, value]) => name !== 'person' && value.trim() !== '')
    .map(([name, value]) => [name, value.replaceAll(/\s+/g, ' ').trim()] as const);
  const people = entries.flatMap(([name, value]) => (name === 'person' ? [value] : []));
  const parsed = actSchema.safeParse({
    ...Object.fromEntries(filled),
    people: [...new Set(people)],
  });
  if (parsed.success) return success(parsed.data);
  const [typed] = parsed.error.issues.filter(({ path: [field] }) => field !== undefined);
  if (typed?.path[0] === 'note') return failure(`The note ${typed.message}.`);
  return failure(typed?.path[0] === 'until' ? actRefusals.pastDay : actRefusals.unreadable);
}

/** Taken out of the address, which links of the page repeat. */
export function doneIn(params: URLSearchParams): string | undefined {
  const done = params.get('done') ?? '';
  params.delete('done');
  return actDoneWords(done);
}
