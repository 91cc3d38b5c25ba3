/** Called by the HTTP API: the description of what senders may send. */
import { apiApp } from '../api.ts';
import * as aws from '../aws-ports.ts';
import { once } from '../compose.ts';

export const handler = aws.http(once(async () => apiApp(aws.address.baseUrl())));
