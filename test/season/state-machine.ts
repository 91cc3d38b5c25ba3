/**
 * Step Functions in virtual time: Arm → wait → Arm, with the retries, timeouts and one-use tokens of the real machine.
 * What runs in it are the real `arm` and `wait`; the definition itself is walked in the emulation (test/aws).
 */
import { type Instant, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import type { ArmAnswer, ArmRequest, WaitRequest } from '#shared/people/workflow/messages.ts';
import { type Executions, executionName, type RunInput } from '#shared/people/workflow/workflow.ts';
import type { Agenda } from './agenda.ts';

export interface MachineParts {
  readonly agenda: Agenda;
  now(): Instant;
  /** Each call is a process of its own, which may die. */
  arm(request: ArmRequest): Promise<ArmAnswer>;
  wait(request: WaitRequest): Promise<unknown>;
  /** The status-change event of an execution that failed or was aborted. */
  endedBadly(input: RunInput): void;
  /** True while a release is being deployed: executions that begin get the older definition. */
  isOlder(): boolean;
}

export interface StateMachine {
  readonly executions: Executions;
  /** Names of the executions that live. */
  living(): readonly string[];
  /** Aborts one. */
  kill(name: string): void;
}

interface Execution {
  readonly name: string;
  readonly startedAt: Instant;
  readonly definition: number;
  input: ArmRequest['input'];
  state: 'running' | 'over';
  /** The wait that a signal can wake. */
  token?: string;
}

/** As infra/aws/rotation-machine.ts retries. */
const ATTEMPTS_MAX = 8;
const FIRST_RETRY_MS = 2 * SECOND_MS;

export function stateMachine(parts: MachineParts): StateMachine {
  const { agenda, now } = parts;
  const executions = new Map<string, Execution>();
  const holders = new Map<string, Execution>();
  let tokens = 0;

  function soon(ms: number, act: () => Promise<void>): void {
    agenda.add(plusMs(now(), ms), act);
  }

  async function arm(execution: Execution, attempt = 0): Promise<void> {
    if (execution.state === 'over') return;
    const { input, startedAt, definition } = execution;
    try {
      const { next, ...answer } = await parts.arm({ input, startedAt, definition });
      if (next === 'over' || !('seconds' in answer)) {
        execution.state = 'over';
        return;
      }
      const { applicantId, rotationId, run, entries } = answer;
      execution.input = { applicantId, rotationId, run, entries };
      await enter(execution, { stage: next, seconds: answer.seconds, until: answer.until }, now());
    } catch {
      retry(execution, attempt, () => arm(execution, attempt + 1));
    }
  }

  async function enter(
    execution: Execution,
    place: Pick<WaitRequest, 'stage' | 'until'> & { readonly seconds: number },
    enteredAt: Instant,
    retryCount = 0,
  ): Promise<void> {
    if (execution.state === 'over') return;
    tokens += 1;
    const token = `t${tokens}`;
    execution.token = token;
    holders.set(token, execution);
    soon(place.seconds * SECOND_MS, () => wake(token));
    const { applicantId, rotationId, run } = execution.input;
    const { stage, until } = place;
    try {
      await parts.wait({
        applicantId,
        rotationId,
        run,
        stage,
        until,
        token,
        enteredAt,
        retryCount,
      });
    } catch {
      drop(token);
      retry(execution, retryCount, () => enter(execution, place, enteredAt, retryCount + 1));
    }
  }

  function retry(execution: Execution, attempt: number, again: () => Promise<void>): void {
    if (attempt < ATTEMPTS_MAX) soon(FIRST_RETRY_MS * 2 ** attempt, again);
    else end(execution);
  }

  /** By a signal or by its timeout; whichever comes second finds nobody. */
  async function wake(token: string): Promise<void> {
    const execution = drop(token);
    if (execution) await arm(execution);
  }

  function drop(token: string): Execution | undefined {
    const execution = holders.get(token);
    holders.delete(token);
    if (execution?.token !== token || execution.state === 'over') return undefined;
    delete execution.token;
    return execution;
  }

  function end(execution: Execution): void {
    execution.state = 'over';
    if (execution.token) drop(execution.token);
    parts.endedBadly(execution.input);
  }

  return {
    executions: {
      async start(input) {
        const name = executionName(input);
        if (executions.has(name)) return 'exists';
        const execution: Execution = {
          name,
          startedAt: now(),
          definition: parts.isOlder() ? DEFINITION - 1 : DEFINITION,
          input: { ...input, entries: 0 },
          state: 'running',
        };
        executions.set(name, execution);
        soon(SECOND_MS, () => arm(execution));
        return 'started';
      },
      async signal(token) {
        const execution = drop(token);
        if (!execution) return 'gone';
        soon(SECOND_MS, () => arm(execution));
        return 'delivered';
      },
      async status(input) {
        const execution = executions.get(executionName(input));
        if (!execution) return 'none';
        return execution.state === 'running' ? 'running' : 'over';
      },
    },
    living: () =>
      [...executions.values()].flatMap(({ name, state }) => (state === 'running' ? name : [])),
    kill(name) {
      const execution = executions.get(name);
      if (execution?.state === 'running') end(execution);
    },
  };
}
