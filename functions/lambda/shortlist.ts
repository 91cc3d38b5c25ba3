/** Called by the HTTP API: the open pages. It may read the world's corrections and nothing of anybody. */
import { handle } from 'hono/aws-lambda';
import { readAwsEnv } from '../adapters/env.ts';
import { newId } from '../adapters/ids.ts';
import { log } from '../adapters/log.ts';
import { worldApp } from '../routes/world-app.ts';
import { shortlistApp } from '../shortlist.ts';
import { stand } from './parts.ts';

const { AWAY_URL } = readAwsEnv(['AWAY_URL']);
const { worldOf, clock } = stand();

export const handler = handle(
  worldApp(worldOf, (worldFor) =>
    shortlistApp({ clock, world: worldFor(), baseUrl: AWAY_URL, newId, log }),
  ),
);
