/** Called by the state machine when an execution begins to wait. */
import { waitRequestSchema } from '#shared/people/workflow/messages.ts';
import { called, machine, table } from '../adapters/aws-ports.ts';
import { compose } from '../compose.ts';
import { wait } from '../wait.ts';

export const handler = called(
  compose({ ...table, ...machine }, (deps) => async (event: unknown) => {
    await wait(deps, waitRequestSchema.parse(event));
  }),
);
