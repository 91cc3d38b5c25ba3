/** What is due by a moment, page by page, and the jobs in it that nobody is running. */
import { SWEEP_PAGE_MAX, SWEEP_PAGES_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { isJob, type Job } from '#shared/store/items.ts';
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
