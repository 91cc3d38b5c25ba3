/** Called by the queues of people to visit: one visit to each person they name. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { visitNamed } from '../visits.ts';

const data = { ...aws.table, ...aws.machine, ...aws.pepper, ...aws.erasures };
const emails = { ...aws.email, ...aws.address, ...aws.linkKeys, ...aws.requests };
export const handler = aws.queued(compose({ ...data, ...emails }, visitNamed));
