/** Called by the queue of SES's reports on our emails: each message is an event as EventBridge delivers it. */
import { called, noMachine, pepper, table } from '../adapters/aws-ports.ts';
import { log } from '../adapters/log.ts';
import { eachMessage } from '../adapters/sqs-batch.ts';
import { compose } from '../compose.ts';
import { feedback } from '../feedback.ts';

export const handler = eachMessage(
  log,
  called(
    compose({ ...table, ...noMachine, ...pepper }, (deps) => async (event: unknown) => {
      await feedback(deps, event);
    }),
  ),
);
