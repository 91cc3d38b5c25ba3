/** Everyone in a cohort, from one range of its index, without reading an item; and its advisors. */
import type { CaseOwner } from '#shared/cohort/acts.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import { EVERYONE, type ReportQuery } from '#shared/cohort/report/filters.ts';
import { type Report, reportOf } from '#shared/cohort/report/report.ts';
import { type Advisor, roleAt, WORKERS, worksFor } from '#shared/people/advisor/advisor.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { Store } from '#shared/store/store.ts';
import type { World } from '#shared/world/world.ts';
import type { ChangePorts } from './change.ts';

/** The most people that one report reads: its counts must be of everyone, and a read must end. */
const REPORT_PEOPLE_MAX = 20_000;

/** About one page of DynamoDB's index; SQLite checks this many in some 30 ms. */
const ROWS_READ = 300;

/** Throws beyond `REPORT_PEOPLE_MAX`: counts of a part would be read as counts of all. */
export async function wholeCohort(store: Store, cohortId: string): Promise<Summary[]> {
  const people: Summary[] = [];
  let from: string | undefined;
  do {
    const { rows, next } = await store.cohort(cohortId, ROWS_READ, from);
    people.push(...rows);
    from = next;
    if (people.length > REPORT_PEOPLE_MAX) {
      throw new Error(`The cohort ${cohortId} has more than ${REPORT_PEOPLE_MAX} people.`);
    }
  } while (from !== undefined);
  return people;
}

/** @param reader whose cases are "mine" */
export async function reportNow(
  { store, worldFor, clock }: ReportPorts,
  cohort: Cohort,
  query: ReportQuery = EVERYONE,
  reader?: Advisor,
): Promise<Report> {
  const everybody = await wholeCohort(store, cohort.id);
  const mine = reader && ownerOf(reader);
  return reportOf(cohort, everybody, query, worldFor(cohort.id), clock.now(), mine);
}

interface ReportPorts extends ChangePorts {
  worldFor(cohortId: string): World;
}

/** Everyone at the same school; plans that people started alone have none. */
export async function schoolmatesOf(store: Store, cohortId: string): Promise<Summary[]> {
  return cohortId === SELF_COHORT ? [] : wholeCohort(store, cohortId);
}

export function ownerOf({ id, profile }: Advisor): CaseOwner {
  return { id, name: profile.name };
}

/** By name; without those who left or only audit. */
export async function teamOf(
  { store }: { readonly store: Store },
  { id: cohortId, advisorIds }: Cohort,
): Promise<CaseOwner[]> {
  const advisors = await Promise.all(advisorIds.map((id) => store.read('advisor', id)));
  return advisors
    .flatMap((each) => each ?? [])
    .filter((each) => each.cohortIds.includes(cohortId) && WORKERS.includes(roleAt(each, cohortId)))
    .map(ownerOf)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The cohorts to which the advisor may move an applicant of this one. */
export async function otherCohortsOf(
  { store }: { readonly store: Store },
  advisor: Advisor,
  { id }: Cohort,
): Promise<Cohort[]> {
  const ids = worksFor(advisor).filter((each) => each !== id);
  return (await Promise.all(ids.map((each) => store.read('cohort', each)))).flatMap(
    (each) => each ?? [],
  );
}
