/** Called by the state machine when an execution begins to wait. */
import { waitRequestSchema } from '#shared/people/workflow/messages.ts';
import { wait } from '../wait.ts';
import { inWorld, machine, stand } from './parts.ts';

const deps = inWorld(stand(), (ground) => ({ ...ground, ...machine(ground) }));

export async function handler(event: unknown): Promise<void> {
  await wait(await deps(), waitRequestSchema.parse(event));
}
