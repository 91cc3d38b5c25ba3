/** The workflow on AWS: makes executions follow the table. The next sweep does whatever fails here. */
import { type Instant, instantOfMs, msBetween, msOf } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { WORKFLOW_GRACE_MS } from '#shared/people/workflow/rest.ts';
import {
  placeOf,
  type RunState,
  runStatesOf,
  withNextRun,
  withoutWait,
} from '#shared/people/workflow/runs.ts';
import type { Executions, Workflow } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import type { LogFields, LogLevel } from './adapters/log.ts';
import { writeItem } from './store/write-item.ts';

/** For a wait this old, we check whether its execution still lives: its end may never have been reported. */
const WAIT_TRUSTED_MS = 7 * 86_400_000;

export interface FollowDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  readonly executions: Executions;
  log(level: LogLevel, event: string, fields: LogFields): void;
}

type Found = 'well' | 'dead';

export function followRotations(deps: FollowDeps): Workflow {
  const { store, worldFor, executions } = deps;

  async function notify(written: Applicant): Promise<void> {
    await eachOf(written, async (found) => {
      if (found.state === 'waitless') await executions.start(found.input);
      if (found.state === 'behind' && found.wait) await executions.signal(found.wait.token);
    });
  }

  async function repair(item: Applicant, now: Instant): Promise<boolean> {
    let repaired = item;
    const replaced: RunState[] = [];
    await eachOf(item, async (found) => {
      if ((await find(found, now)) === 'well') return;
      const { rotationId } = found.input;
      if (!placeOf(item, rotationId, worldFor(item.cohortId))) {
        repaired = withoutWait(repaired, rotationId);
        return;
      }
      repaired = withNextRun(repaired, rotationId, now);
      replaced.push(found);
    });
    if (repaired === item) return false;
    const { written } = await writeItem(store, repaired, now);
    if (written && replaced.length > 0) await notify(repaired);
    return true;
  }

  /** Gives a running execution what it needs, and detects a dead one. */
  async function find({ state, input, wait }: RunState, now: Instant): Promise<Found> {
    if (state === 'behind' && wait && (await executions.signal(wait.token)) === 'delivered') {
      return 'well';
    }
    if (state === 'follows' && wait && isTrusted(wait, now)) return 'well';
    const status = await executions.status(input);
    if (status === 'none' && state === 'waitless') {
      return (await executions.start(input)) === 'started' ? 'well' : 'dead';
    }
    return status === 'running' ? 'well' : 'dead';
  }

  /** One rotation that fails does not hold up the others. */
  async function eachOf(item: Applicant, act: (of: RunState) => Promise<void>): Promise<void> {
    for (const found of runStatesOf(item, worldFor(item.cohortId))) {
      try {
        await act(found);
      } catch (error) {
        const { rotationId } = found.input;
        deps.log('warn', 'workflow-not-notified', { personId: item.id, rotationId, error });
      }
    }
  }

  return { graceMs: WORKFLOW_GRACE_MS, followsRotations: true, notify, repair };
}

function isTrusted(wait: NonNullable<RunState['wait']>, now: Instant): boolean {
  const enteredAt = instantOfMs(msOf(wait.at.slice(0, wait.at.indexOf('#')) as Instant));
  return msBetween(enteredAt, now) < WAIT_TRUSTED_MS;
}
