/** The one way to run a job: under a lease that each step renews. What a dead process left is due when its lease ends. */
import { JOB_LEASE_MS } from '#shared/base/limits.ts';
import { type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { ItemOf, Job } from '#shared/store/items.ts';
import { type ChangePorts, change } from './change.ts';

/** `not-needed` where it is over, or another run has it. */
export type RunOutcome = 'finished' | 'paused' | 'not-needed';

export interface LeasePorts extends ChangePorts {
  /** Asked before each step: false leaves the rest to the next run. */
  mayContinue(): boolean;
  /** Lets other work run first in a process that serves pages, too. */
  breathe(): Promise<void>;
}

/** Does one piece of the work and records how far the job is then. */
export type Step<Item> = (work: () => Promise<Item>) => Promise<Item>;

export async function leased<Kind extends Job['kind']>(
  ports: LeasePorts,
  kind: Kind,
  id: string,
  isOpen: (item: ItemOf<Kind>) => boolean,
  run: (item: ItemOf<Kind>, step: Step<ItemOf<Kind>>) => Promise<ItemOf<Kind>>,
): Promise<RunOutcome> {
  const { store, clock } = ports;
  const claimed = await change(ports, kind, id, (item, now) => {
    if (!item || !isOpen(item) || (item.leaseUntil && item.leaseUntil > now)) {
      return { answer: undefined };
    }
    const held = until(item, plusMs(now, JOB_LEASE_MS));
    return { write: held, answer: { ...held, version: item.version + 1 } };
  });
  if (!claimed) return 'not-needed';
  let held = claimed;
  try {
    const done = await run(held, async (work) => {
      if (!ports.mayContinue()) throw new Interrupted('paused');
      const next = { ...(await work()), version: held.version };
      const written = await store.write(until(next, plusMs(clock.now(), JOB_LEASE_MS)));
      if (!written.written) throw new Interrupted('not-needed');
      held = { ...next, version: written.version };
      await ports.breathe();
      return held;
    });
    const ended = { ...done, version: held.version };
    delete ended.leaseUntil;
    delete ended.dueAt;
    const { written } = await store.write(ended);
    return written ? 'finished' : 'not-needed';
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    if (error.outcome === 'paused') await store.write(until(held, clock.now()));
    return error.outcome;
  }
}

class Interrupted extends Error {
  readonly outcome: 'paused' | 'not-needed';
  constructor(outcome: Interrupted['outcome']) {
    super(outcome);
    this.outcome = outcome;
  }
}

function until<Item extends ItemOf<Job['kind']>>(item: Item, leaseUntil: Instant): Item {
  return { ...item, leaseUntil, dueAt: leaseUntil };
}
