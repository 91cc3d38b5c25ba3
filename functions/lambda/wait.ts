/** Called by the state machine when an execution begins to wait. */
import { waitRequestSchema } from '#shared/people/workflow/messages.ts';
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { wait } from '../wait.ts';

export const handler = aws.called(
  compose({ ...aws.table, ...aws.machine }, (deps) => async (event: unknown) => {
    await wait(deps, waitRequestSchema.parse(event));
  }),
);
