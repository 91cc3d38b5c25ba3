/** Called by the HTTP API: the open pages. It may read the world's corrections and no person. */
import { address, http, ids, noMachine, oneAtATime, table } from '../adapters/aws-ports.ts';
import { compose } from '../compose.ts';
import { shortlistApp } from '../shortlist.ts';

export const handler = http(
  compose({ ...table, ...noMachine, ...address, ...ids, ...oneAtATime }, shortlistApp),
);
