/** The Lambda of the advisors' pages, called by the HTTP API. */
import {
  address,
  exportFiles,
  http,
  ids,
  jobQueue,
  linkKeys,
  machine,
  pepper,
  requests,
  table,
  webhookKey,
} from '../adapters/aws-ports.ts';
import { breathe } from '../adapters/breathe.ts';
import { advisorsApp } from '../advisors.ts';
import { compose, given } from '../compose.ts';

const ground = { ...table, ...machine, ...address, ...ids, ...given({ breathe }) };
const keys = { ...linkKeys, ...pepper, ...webhookKey };
export const handler = http(
  compose({ ...ground, ...keys, ...requests, ...jobQueue, ...exportFiles }, advisorsApp),
);
