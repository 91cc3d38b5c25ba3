/** The executions port in memory: remembers what was asked of it, and answers as its story says. */
import { type Executions, executionName } from '#shared/people/workflow/workflow.ts';

interface MemoryExecutions extends Executions {
  readonly started: string[];
  readonly signalled: string[];
  /** What became of an execution by this name. */
  readonly fates: Map<string, 'running' | 'over'>;
  /** Tokens that no wait holds any more. */
  readonly gone: Set<string>;
}

export function memoryExecutions(): MemoryExecutions {
  const started: string[] = [];
  const signalled: string[] = [];
  const fates = new Map<string, 'running' | 'over'>();
  const gone = new Set<string>();
  return {
    started,
    signalled,
    fates,
    gone,
    async start(input) {
      const name = executionName(input);
      if (fates.get(name) === 'over') return 'exists';
      started.push(name);
      fates.set(name, 'running');
      return 'started';
    },
    async signal(token) {
      signalled.push(token);
      return gone.has(token) ? 'gone' : 'delivered';
    },
    status: async (input) => fates.get(executionName(input)) ?? 'none',
  };
}
