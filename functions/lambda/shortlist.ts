/** Called by the HTTP API: the open pages. It may read the world's corrections and no person. */
import * as aws from '../aws-ports.ts';
import { compose } from '../compose.ts';
import { shortlistApp } from '../shortlist.ts';

const ground = { ...aws.table, ...aws.noMachine, ...aws.address, ...aws.ids };
export const handler = aws.http(compose({ ...ground, ...aws.oneAtATime }, shortlistApp));
