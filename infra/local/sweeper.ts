/**
 * Sweeps of one process, one at a time: the minute timer and a clock that jumps take turns. Beside them single people are
 * visited who asked for an email, since a sweep of ten thousand takes long.
 */
import { type NudgeDeps, nudge, type Visit } from '#functions/nudge.ts';
import { reportOf, type SweepReport, sweep } from '#functions/sweep.ts';
import { type Instant, msBetween } from '#shared/base/time/instant.ts';
import type { Who } from '#shared/people/person/person.ts';

export interface Sweeper {
  /** Waits for its turn and sweeps once. */
  sweep(): Promise<SweepReport>;
  /** Waits for its turn and does something between two sweeps; `sweepNow` sweeps within that turn. */
  inTurn<Answer>(work: (sweepNow: () => Promise<SweepReport>) => Promise<Answer>): Promise<Answer>;
  /** Visits one person now, and again when an email they asked for did not leave. */
  visit(who: Who): Promise<void>;
  /** Lets a running sweep finish the person in hand, then visits nobody any more. */
  finish(): Promise<void>;
}

const NOT_VISITED: Omit<Visit, 'notes'> = {
  moved: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  lost: 0,
  held: 0,
  failed: 0,
};

/**
 * @param present asked when a sweep begins: its whole sweep lives in one world
 * @param report told of every sweep that ended
 * @param first done before each sweep
 */
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
    const done = await sweep(deps, (who) => look(deps, who));
    report(done);
    return done;
  }

  async function look(deps: NudgeDeps, who: Who): Promise<Visit> {
    if (finishing) return { ...NOT_VISITED, notes: [] };
    const visit = await nudge(deps, who);
    if (visit.againAt) visitAt(who, visit.againAt, deps.clock.now());
    return visit;
  }

  /** Keeps no process alive: whoever is due is found by the next one. */
  function visitAt(who: Who, at: Instant, now: Instant): void {
    const again = () => void visitNow(who).catch(() => undefined);
    setTimeout(again, Math.max(0, msBetween(now, at))).unref();
  }

  async function visitNow(who: Who): Promise<void> {
    const visited = present().then(async (deps) => report(reportOf(who, await look(deps, who))));
    visits.add(visited);
    await visited.finally(() => visits.delete(visited));
  }

  function inTurn<Answer>(
    work: (sweepNow: () => Promise<SweepReport>) => Promise<Answer>,
  ): Promise<Answer> {
    const mine = lastTurn.then(() => work(sweepNow));
    // A turn that failed is its own caller's to hear of; the next one comes all the same.
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
