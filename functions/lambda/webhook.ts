/** Called by the HTTP API: updates from schools' forms and systems. */
import {
  address,
  http,
  ids,
  machine,
  pepper,
  table,
  undoKeys,
  webhookKey,
} from '../adapters/aws-ports.ts';
import { compose } from '../compose.ts';
import { webhookApp } from '../webhook.ts';

export const handler = http(
  compose(
    { ...table, ...machine, ...address, ...ids, ...undoKeys, ...pepper, ...webhookKey },
    webhookApp,
  ),
);
