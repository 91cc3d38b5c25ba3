/** Called by the Scheduler once an hour, at least once. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { sweepByQueue } from '../enqueue.ts';

const queues = { ...aws.visitQueue, ...aws.jobQueue };
export const handler = aws.called(
  compose({ ...aws.table, ...aws.noMachine, ...queues, ...aws.release }, sweepByQueue),
);
