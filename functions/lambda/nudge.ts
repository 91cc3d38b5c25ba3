/** Called by the queues of people to visit: one visit to each person they name. */
import {
  address,
  called,
  email,
  erasures,
  linkKeys,
  machine,
  pepper,
  requests,
  table,
} from '../adapters/aws-ports.ts';
import { log } from '../adapters/log.ts';
import { eachMessage } from '../adapters/sqs-batch.ts';
import { compose } from '../compose.ts';
import { visitNamed } from '../visits.ts';

const ports = {
  ...table,
  ...machine,
  ...email,
  ...address,
  ...linkKeys,
  ...pepper,
  ...requests,
  ...erasures,
};
export const handler = eachMessage(log, called(compose(ports, visitNamed)));
