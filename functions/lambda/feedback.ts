/** Called by the queue of SES's reports on our emails: each message is an event as EventBridge delivers it. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { feedback } from '../feedback.ts';

const ports = { ...aws.table, ...aws.noMachine, ...aws.pepper };
export const handler = aws.queued(
  compose(ports, (deps) => async (event: unknown) => {
    await feedback(deps, event);
  }),
);
