/**
 * The workflow port. On AWS a state machine follows each rotation; on one machine nothing does, and the sweep, which
 * is the backstop there, is the whole of it here.
 */
export interface Workflow {
  /** How long past its moment a time-driven move is left to the execution before the sweep makes it. */
  readonly graceMs: number;
  /** True where rotations have executions, so that `wait` and `run` mean something. */
  readonly followsRotations: boolean;
}

/** Nothing follows: time moves are made by the sweep as soon as it sees them. */
export const NO_WORKFLOW: Workflow = { graceMs: 0, followsRotations: false };
