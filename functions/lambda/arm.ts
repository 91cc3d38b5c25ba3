/** Called by the state machine whenever an execution begins or wakes. */
import { armRequestSchema } from '#shared/people/workflow/messages.ts';
import { arm } from '../arm.ts';
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';

export const handler = aws.called(
  compose(
    { ...aws.table, ...aws.machine, ...aws.waits },
    (deps) => async (event: unknown) => arm(deps, armRequestSchema.parse(event)),
  ),
);
