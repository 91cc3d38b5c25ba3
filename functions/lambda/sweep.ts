/** Called by the Scheduler once an hour, at least once. */
import { called, jobQueue, noMachine, release, table, visitQueue } from '../adapters/aws-ports.ts';
import { compose } from '../compose.ts';
import { sweepByQueue } from '../enqueue.ts';

export const handler = called(
  compose({ ...table, ...noMachine, ...visitQueue, ...jobQueue, ...release }, sweepByQueue),
);
