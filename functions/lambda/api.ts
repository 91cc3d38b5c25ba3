/** Called by the HTTP API: what senders may send, described. */
import { http } from '../adapters/aws-doors.ts';
import { address } from '../adapters/aws-ports.ts';
import { apiApp } from '../api.ts';
import { once } from '../compose.ts';

export const handler = http(once(async () => apiApp(address.baseUrl())));
