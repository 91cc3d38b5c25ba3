/** On AWS a state machine follows each rotation; elsewhere the sweep, its backstop, does it all. The table is the truth. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '../person/applicant.ts';

export interface Workflow {
  /** How long past its moment a time-driven move is left to the execution before the sweep makes it. */
  readonly graceMs: number;
  /** True where rotations have executions, so that `runs` means something. */
  readonly followsRotations: boolean;
  /** After a write: signals outdated executions and starts missing ones. Never throws: the item shows the sweep what failed. */
  notify(written: Applicant): Promise<void>;
  /** Called by the sweep; also replaces dead executions. True if the item was written. Throws only what the store throws. */
  repair(item: Applicant, now: Instant): Promise<boolean>;
}

/** No executions: the sweep makes time moves as soon as it sees them. */
export const NO_WORKFLOW: Workflow = {
  graceMs: 0,
  followsRotations: false,
  notify: async () => undefined,
  repair: async () => false,
};

export interface RunInput {
  readonly applicantId: string;
  readonly rotationId: string;
  readonly run: number;
}

export interface Executions {
  /** `exists` if a run with this name was started before, whatever happened to it. */
  start(input: RunInput): Promise<'started' | 'exists'>;
  /** Wakes the wait that holds this token. `gone` if no wait holds it now, which counts as delivered. */
  signal(token: string): Promise<'delivered' | 'gone'>;
  /** `none` when no execution of this name is known, or one with that name has another input. */
  status(input: RunInput): Promise<'running' | 'over' | 'none'>;
}

/** The execution's name: one for each run, so that a run is started once. */
export function executionName({ rotationId, run }: RunInput): string {
  return `${rotationId}-${run}`;
}
