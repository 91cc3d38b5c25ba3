/** The port to the machine that runs executions: just what following a rotation needs of it. */

export interface RunInput {
  readonly applicantId: string;
  readonly rotationId: string;
  readonly run: number;
}

export interface Executions {
  /** `exists` when a run of this name was started before, whatever became of it. */
  start(input: RunInput): Promise<'started' | 'exists'>;
  /** Wakes the wait that holds this token. `gone` when no wait holds it any more, which counts as delivered. */
  signal(token: string): Promise<'delivered' | 'gone'>;
  /** `none` when no execution of this name is known, or one of that name belongs to somebody else. */
  status(input: RunInput): Promise<'running' | 'over' | 'none'>;
}

/** The execution's name: one a run, so that a run is started once. */
export function executionName({ rotationId, run }: RunInput): string {
  return `${rotationId}-${run}`;
}
