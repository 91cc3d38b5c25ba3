/** Sweeps of one process, one at a time: the minute timer and a clock that jumps take turns. */
import { type NudgeDeps, nudge, type Visit } from '#functions/nudge.ts';
import { type SweepReport, sweep } from '#functions/sweep.ts';

export interface Sweeper {
  /** Waits for its turn and sweeps once. */
  sweep(): Promise<SweepReport>;
  /** Waits for its turn and does something between two sweeps; `sweepNow` sweeps within that turn. */
  inTurn<Answer>(work: (sweepNow: () => Promise<SweepReport>) => Promise<Answer>): Promise<Answer>;
  /** Lets a running sweep finish the person in hand, then visits nobody any more. */
  finish(): Promise<void>;
}

const NOT_VISITED: Visit = {
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

  async function sweepNow(): Promise<SweepReport> {
    await first();
    const deps = await present();
    const done = await sweep(deps, async (who) =>
      finishing ? { ...NOT_VISITED } : nudge(deps, who),
    );
    report(done);
    return done;
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
    finish: async () => {
      finishing = true;
      await lastTurn;
    },
  };
}
