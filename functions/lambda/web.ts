/** Called by the HTTP API: the applicants' pages. */
import {
  address,
  contact,
  http,
  ids,
  linkKeys,
  machine,
  oneAtATime,
  pepper,
  requests,
  table,
  undoKeys,
} from '../adapters/aws-ports.ts';
import { compose } from '../compose.ts';
import { webApp } from '../web.ts';

export const handler = http(
  compose(
    {
      ...table,
      ...machine,
      ...address,
      ...contact,
      ...ids,
      ...linkKeys,
      ...undoKeys,
      ...pepper,
      ...requests,
      ...oneAtATime,
    },
    webApp,
  ),
);
