/** Called by the HTTP API: what senders may send, described. */
import { handle } from 'hono/aws-lambda';
import { readAwsEnv } from '../adapters/env.ts';
import { apiApp } from '../api.ts';

export const handler = handle(apiApp(readAwsEnv(['AWAY_URL']).AWAY_URL));
