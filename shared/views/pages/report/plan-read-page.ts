/** A plan as its applicant sees it, for an advisor to read: without what is private, and with nothing that can be pressed. */
import { html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { type PagePaths, pagePaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { withoutPrivate } from '#shared/plan/facts/private.ts';
import type { World } from '#shared/world/world.ts';
import { banner } from '../../components.ts';
import { type CohortView, pageOfCohort } from '../advisors/frame.ts';
import { planBody } from '../plan-page.ts';

interface PlanReadView extends CohortView {
  /** Already advanced to `now`. */
  readonly applicant: Applicant;
  readonly world: World;
  readonly now: Instant;
}

export function planReadPage(view: PlanReadView): string {
  const { cohort, applicant, world, now } = view;
  const { name } = applicant.facts.profile;
  const { undo: _, ...plan } = applicant;
  const facts = withoutPrivate(applicant.facts);
  const body = planBody({
    applicant: { ...plan, facts, history: [], accepted: [], emails: [] },
    world,
    now,
    paths: pathsTo(cohortPaths(cohort.id).planRead(applicant.id)),
    unsubscribe: '',
    newId: () => '-',
  });
  return pageOfCohort(
    `The plan of ${name}`,
    view,
    html`${banner('banner', readOnlyWords(name))}
<fieldset class="read" disabled><legend class="unseen">The plan of ${name}, read-only</legend>${body}</fieldset>`,
    [{ label: name, path: cohortPaths(cohort.id).personAt(applicant.id) }],
  );
}

function readOnlyWords(name: string): string {
  return `This is the plan as ${name} sees it, read-only. Reflections, people met, the case log, and own tasks and notes
are left out. The cohort’s log records that you opened it.`;
}

/** Every link of the plan leads to this page: no address of the applicant's own pages is on it. */
function pathsTo(here: string): PagePaths {
  const entries = Object.entries(pagePaths('-')).map(([name, path]) => [
    name,
    typeof path === 'function' ? () => here : here,
  ]);
  return Object.fromEntries(entries);
}
