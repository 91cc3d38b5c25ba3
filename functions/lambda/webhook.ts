/** Called by the HTTP API: updates from schools' forms and systems. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { webhookApp } from '../webhook.ts';

const ground = { ...aws.table, ...aws.machine, ...aws.address, ...aws.ids };
const keys = { ...aws.undoKeys, ...aws.pepper, ...aws.webhookKey };
export const handler = aws.http(compose({ ...ground, ...keys }, webhookApp));
