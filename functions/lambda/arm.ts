/** Called by the state machine whenever an execution begins or wakes. */
import { armRequestSchema } from '#shared/people/workflow/messages.ts';
import { called, machine, table, waits } from '../adapters/aws-ports.ts';
import { arm } from '../arm.ts';
import { compose } from '../compose.ts';

export const handler = called(
  compose(
    { ...table, ...machine, ...waits },
    (deps) => async (event: unknown) => arm(deps, armRequestSchema.parse(event)),
  ),
);
