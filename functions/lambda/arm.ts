/** Called by the state machine whenever an execution begins or wakes. */
import { type ArmAnswer, armRequestSchema } from '#shared/people/workflow/messages.ts';
import { readAwsEnv } from '../adapters/env.ts';
import { arm } from '../arm.ts';
import { inWorld, machine, stand } from './parts.ts';

const { AWAY_WAIT_SECONDS_MAX } = readAwsEnv(['AWAY_WAIT_SECONDS_MAX']);
const deps = inWorld(stand(), (ground) => ({
  ...ground,
  ...machine(ground),
  waitSecondsMax: Number(AWAY_WAIT_SECONDS_MAX),
}));

export async function handler(event: unknown): Promise<ArmAnswer> {
  return arm(await deps(), armRequestSchema.parse(event));
}
