/** What is due by a moment, page by page: the jobs in it that nobody is running, and everyone who is ever visited. */
import { SWEEP_PAGE_MAX, SWEEP_PAGES_MAX } from '#shared/base/limits.ts';
import { LAST_DAY } from '#shared/base/time/day.ts';
import { type Instant, startOfDay } from '#shared/base/time/instant.ts';
import type { PersonItem } from '#shared/people/person/person-item.ts';
import { isJob, isPerson, type Job } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';

/** At most as many pages as one sweep reads. `isLast`: nothing is left after this one. */
export async function* duePages(store: Pick<Store, 'due'>, until: Instant) {
  let from: string | undefined;
  for (let page = 0; page < SWEEP_PAGES_MAX; page += 1) {
    const { rows, next } = await store.due(until, SWEEP_PAGE_MAX, from);
    yield { rows, isLast: next === undefined };
    if (next === undefined) return;
    from = next;
  }
}

/** New ones, and those left by a process that died. */
export async function dueJobs(store: Store, now: Instant): Promise<Job[]> {
  const jobs: Job[] = [];
  for await (const { rows } of duePages(store, now)) {
    jobs.push(...rows.filter(isJob).map(({ kind, id }) => ({ kind, id })));
  }
  return jobs;
}

/** Read as they are now. Throws when there are more than a sweep could ever visit: a truncated list must not pass for a complete one. */
export async function* everybody(store: Store): AsyncGenerator<PersonItem> {
  for await (const { rows, isLast } of duePages(store, startOfDay(LAST_DAY, 'UTC'))) {
    for (const { kind, id } of rows.filter(isPerson)) {
      const person: PersonItem | undefined = await store.read(kind, id);
      if (person) yield person;
    }
    if (isLast) return;
  }
  throw new Error(`There are more than ${SWEEP_PAGES_MAX * SWEEP_PAGE_MAX} people.`);
}
