/** Jobs that nobody is running: new ones, and those left by a process that died. */
import { SWEEP_PAGE_MAX, SWEEP_PAGES_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { isJob, type Job } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';

export async function dueJobs(store: Store, now: Instant): Promise<Job[]> {
  const jobs: Job[] = [];
  let from: string | undefined;
  for (let page = 0; page < SWEEP_PAGES_MAX; page += 1) {
    const { rows, next } = await store.due(now, SWEEP_PAGE_MAX, from);
    jobs.push(...rows.filter(isJob).map(({ kind, id }) => ({ kind, id })));
    if (next === undefined) break;
    from = next;
  }
  return jobs;
}
