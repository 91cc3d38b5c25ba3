/** The Lambda of the advisors' pages, called by the HTTP API. */
import { breathe } from '../adapters/breathe.ts';
import { advisorsApp } from '../advisors.ts';
import * as aws from '../aws-ports.ts';
import { compose, given } from '../compose.ts';

const ground = { ...aws.table, ...aws.machine, ...aws.address, ...aws.ids, ...given({ breathe }) };
const keys = { ...aws.linkKeys, ...aws.pepper, ...aws.webhookKey };
const queues = { ...aws.requests, ...aws.jobQueue, ...aws.exportFiles };
export const handler = aws.http(compose({ ...ground, ...keys, ...queues }, advisorsApp));
