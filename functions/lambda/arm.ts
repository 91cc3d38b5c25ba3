/** Called by the state machine whenever an execution begins or wakes. */
import { type ArmAnswer, armRequestSchema } from '../../shared/workflow/messages.ts';
import { readAwsEnv } from '../adapters/env.ts';
import { arm } from '../arm.ts';
import { ground, machine } from './parts.ts';

const { AWAY_WAIT_SECONDS_MAX } = readAwsEnv(['AWAY_WAIT_SECONDS_MAX']);
const stand = ground();
const deps = { ...stand, ...machine(stand), waitSecondsMax: Number(AWAY_WAIT_SECONDS_MAX) };

export async function handler(event: unknown): Promise<ArmAnswer> {
  return arm(deps, armRequestSchema.parse(event));
}
