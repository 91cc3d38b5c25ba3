/** Called by the HTTP API: the description of what senders may send. */
import { address, http } from '../adapters/aws-ports.ts';
import { apiApp } from '../api.ts';
import { once } from '../compose.ts';

export const handler = http(once(async () => apiApp(address.baseUrl())));
