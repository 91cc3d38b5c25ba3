/** The port to the service that runs executions: just what following a rotation needs. */

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

/** The execution's name: one a run, so that a run is started once. */
export function executionName({ rotationId, run }: RunInput): string {
  return `${rotationId}-${run}`;
}
