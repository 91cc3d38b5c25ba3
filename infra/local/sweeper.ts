/** Sweeps of one process, one at a time. People who asked for an email are visited at once: a sweep of ten thousand takes minutes. */
import { NOTHING_DONE, type NudgeDeps, nudge, type Visit } from '#functions/nudge.ts';
import { reportOf, type SweepReport, sweep } from '#functions/sweep.ts';
import { type Instant, msBetween } from '#shared/base/time/instant.ts';
import type { Who } from '#shared/people/person/person.ts';

export interface Sweeper {
  /** Waits for its turn and sweeps once. */
  sweep(): Promise<SweepReport>;
  /** Waits for its turn and works between two sweeps; `sweepNow` sweeps within that turn. */
  inTurn<Answer>(work: (sweepNow: () => Promise<SweepReport>) => Promise<Answer>): Promise<Answer>;
  /** Visits one person now, and again if an email they asked for could not be sent. */
  visit(who: Who): Promise<void>;
  /** Lets a running sweep finish its current visit, and starts no other. */
  finish(): Promise<void>;
}

/** `present` is read when a sweep starts, so that the whole sweep sees one world; `first` is called before each, `report` after. */
export function sweeperOf(
  present: () => Promise<NudgeDeps>,
  report: (done: SweepReport) => void,
  first: () => Promise<void> = async () => undefined,
): Sweeper {
  let lastTurn: Promise<unknown> = Promise.resolve();
  let finishing = false;
  const visits = new Set<Promise<unknown>>();

  async function sweepNow(): Promise<SweepReport> {
    await first();
    const deps = await present();
    const done = await sweep(deps, (who) => visit(deps, who));
    report(done);
    return done;
  }

  async function visit(deps: NudgeDeps, who: Who): Promise<Visit> {
    if (finishing) return { ...NOTHING_DONE, notes: [] };
    const done = await nudge(deps, who);
    if (done.againAt) visitAt(who, done.againAt, deps.clock.now());
    return done;
  }

  /** Does not keep the process alive: the next one finds everyone who is due. */
  function visitAt(who: Who, at: Instant, now: Instant): void {
    const again = () => void visitNow(who).catch(() => undefined);
    setTimeout(again, Math.max(0, msBetween(now, at))).unref();
  }

  async function visitNow(who: Who): Promise<void> {
    const visited = present().then(async (deps) => report(reportOf(who, await visit(deps, who))));
    visits.add(visited);
    await visited.finally(() => visits.delete(visited));
  }

  function inTurn<Answer>(
    work: (sweepNow: () => Promise<SweepReport>) => Promise<Answer>,
  ): Promise<Answer> {
    const mine = lastTurn.then(() => work(sweepNow));
    // A failed turn is reported to its own caller; the next one runs all the same.
    lastTurn = mine.catch(() => undefined);
    return mine;
  }

  return {
    inTurn,
    sweep: () => inTurn((now) => now()),
    visit: visitNow,
    finish: async () => {
      finishing = true;
      await Promise.allSettled([lastTurn, ...visits]);
    },
  };
}
