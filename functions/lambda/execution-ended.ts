/** Called by the queue of executions that failed, were aborted, or ran out of time, as EventBridge reports them. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { hearEnd } from '../execution-ended.ts';

export const handler = aws.queued(compose({ ...aws.table, ...aws.noMachine }, hearEnd));
