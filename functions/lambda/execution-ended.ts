/** Called by the queue of executions that failed, were aborted, or ran out of time, as EventBridge reports them. */
import { called, noMachine, table } from '../adapters/aws-ports.ts';
import { log } from '../adapters/log.ts';
import { eachMessage } from '../adapters/sqs-batch.ts';
import { compose } from '../compose.ts';
import { hearEnd } from '../execution-ended.ts';

export const handler = eachMessage(log, called(compose({ ...table, ...noMachine }, hearEnd)));
