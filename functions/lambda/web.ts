/** Called by the HTTP API: the applicants' pages. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { webApp } from '../web.ts';

const ground = { ...aws.table, ...aws.machine, ...aws.address, ...aws.contact, ...aws.ids };
const keys = { ...aws.linkKeys, ...aws.undoKeys, ...aws.pepper };
const work = { ...aws.requests, ...aws.oneAtATime };
export const handler = aws.http(compose({ ...ground, ...keys, ...work }, webApp));
