/** The demo's clock jump: every sweep of the skipped days runs at its own hour, one after the other. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VirtualClock } from '#functions/adapters/clock.ts';
import type { Settings } from '#functions/adapters/sqlite-settings.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  instantOfMs,
  msBetween,
  msOf,
} from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import type { Sweeper } from './sweeper.ts';

/** Longer than a season, so that every jump ends. */
export const JUMP_DAYS_MAX = 400;

export interface JumpProgress {
  readonly from: Instant;
  readonly to: Instant;
  at: Instant;
  emails: number;
  state: 'running' | 'arrived' | 'stopped' | 'failed';
}

export interface Jumper {
  /** Starts a jump, which continues in the background. */
  jumpTo(to: Instant): Result<Readonly<JumpProgress>, string>;
  /** The current jump, or the last one of this process. */
  progress(): Readonly<JumpProgress> | undefined;
  /** The target of a jump that failed, or whose server ended before it arrived. */
  brokenOff(): Instant | undefined;
  /** Ends a running jump at the hour it has reached. */
  stop(): Promise<void>;
  /** The same for a server that shuts down: the next start offers the rest of the jump. */
  leave(): Promise<void>;
}

interface JumpDeps {
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly sweeper: Sweeper;
  readonly settings: Settings;
  failed(error: unknown): void;
}

const TARGET = 'jump-target';

export function jumperOf(deps: JumpDeps): Jumper {
  const { clock, settings } = deps;
  let present: JumpProgress | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopAsked = false;

  return {
    progress: () => present,
    brokenOff: () => {
      if (present?.state === 'running') return undefined;
      const target = settings.getSetting(TARGET);
      return target && target > clock.now() ? (target as Instant) : undefined;
    },
    jumpTo: (to) => {
      if (present?.state === 'running') {
        return failure('A jump is already running. Wait until it arrives, or stop it.');
      }
      const now = clock.now();
      if (to <= now) {
        return failure(
          'That moment is in the past. The clock only moves forward, because a sent email cannot be taken back.',
        );
      }
      if (msBetween(now, to) > JUMP_DAYS_MAX * DAY_MS) {
        return failure(
          `A jump covers at most ${JUMP_DAYS_MAX} days. Choose an earlier day, then jump again.`,
        );
      }
      const started: JumpProgress = { from: now, to, at: now, emails: 0, state: 'running' };
      present = started;
      stopAsked = false;
      settings.setSetting(TARGET, to);
      running = travel(deps, started, () => stopAsked)
        .catch((error: unknown) => {
          started.state = 'failed';
          deps.failed(error);
        })
        .finally(() => {
          if (started.state === 'arrived') settings.setSetting(TARGET, '');
        });
      return success(started);
    },
    stop: async () => {
      await leave();
      settings.setSetting(TARGET, '');
    },
    leave,
  };

  async function leave(): Promise<void> {
    stopAsked = true;
    await running;
  }
}

/** Every full hour after `from`, up to `to`: the hours at which a deployment sweeps. */
export function* fullHours(from: Instant, to: Instant): Generator<Instant> {
  const first = (Math.floor(msOf(from) / HOUR_MS) + 1) * HOUR_MS;
  for (let hour = first; hour <= msOf(to); hour += HOUR_MS) yield instantOfMs(hour);
}

async function travel(
  { clock, store, sweeper }: JumpDeps,
  jump: JumpProgress,
  isStopAsked: () => boolean,
): Promise<void> {
  for (const hour of fullHours(jump.from, jump.to)) {
    if (isStopAsked()) {
      jump.state = 'stopped';
      return;
    }
    await sweeper.inTurn(async (sweepNow) => {
      // A sweep with nobody due would do nothing, so it is skipped.
      if ((await store.due(hour, 1)).rows.length > 0) {
        advance(clock, hour);
        jump.emails += (await sweepNow()).sent;
      }
    });
    jump.at = hour;
    // Lets the server answer requests between two hours.
    await nextTurn();
  }
  await sweeper.inTurn(async () => advance(clock, jump.to));
  jump.at = jump.to;
  jump.state = 'arrived';
}

// The clock also runs by itself and may have passed this hour already.
function advance(clock: VirtualClock, to: Instant): void {
  if (clock.now() >= to) return;
  const set = clock.advanceTo(to);
  if (!set.ok) throw new Error(set.failure);
}
