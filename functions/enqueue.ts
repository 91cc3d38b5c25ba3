/** The hourly sweep on AWS: queues everyone who is due, one person per message, and leaves the visit to `nudge`. */
import type { Clock } from '#shared/base/time/instant.ts';
import type { VisitQueue } from '#shared/people/person/person.ts';
import { isPerson, type Job } from '#shared/store/items.ts';
import type { Store } from '#shared/store/store.ts';
import type { Log } from './adapters/log.ts';
import { dueJobs, duePages } from './due-pages.ts';
import { type ReplanDeps, replanOrLog } from './replan.ts';

interface EnqueueDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly queue: VisitQueue;
}

interface EnqueueReport {
  due: number;
  /** Refused by the queue: still due, so the next sweep queues them again. */
  failed: number;
  /** False when pages were left: the next sweep continues. */
  finished: boolean;
}

/** Queuing a person twice is harmless: a visit reads the person and claims before it acts. */
export async function enqueueDue({ store, clock, queue }: EnqueueDeps): Promise<EnqueueReport> {
  const report: EnqueueReport = { due: 0, failed: 0, finished: false };
  for await (const { rows, isLast } of duePages(store, clock.now())) {
    const people = rows.filter(isPerson);
    report.due += people.length;
    report.failed += (await queue.send(people)).failed;
    report.finished = isLast;
  }
  return report;
}

/** The whole sweep, as the Scheduler asks for it once an hour. Its result is for an operator who calls it by hand. */
export function sweepByQueue(
  deps: EnqueueDeps & ReplanDeps & { readonly log: Log; startJob(job: Job): Promise<void> },
): () => Promise<EnqueueReport> {
  const replanFirst = replanOrLog(deps);
  return async () => {
    await replanFirst();
    const report = await enqueueDue(deps);
    for (const job of await dueJobs(deps.store, deps.clock.now())) await deps.startJob(job);
    const isWhole = report.finished && report.failed === 0;
    deps.log(isWhole ? 'info' : 'warn', 'swept', { ...report });
    return report;
  };
}
