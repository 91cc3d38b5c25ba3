/** Called by the state machine when an execution begins to wait. */
import { waitRequestSchema } from '../../shared/workflow/messages.ts';
import { wait } from '../wait.ts';
import { ground, machine } from './parts.ts';

const stand = ground();
const deps = { ...stand, ...machine(stand) };

export async function handler(event: unknown): Promise<void> {
  await wait(deps, waitRequestSchema.parse(event));
}
